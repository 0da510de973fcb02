#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# run.sh EVENTC CASE SCRATCH: compiles the schemas of a case, which is a folder with
#   *.schema.json   what is compiled; other files are for references to find
#   expected.txt    all that eventc then says, to the byte
#   args.txt        further arguments, one a line
#   exit.txt        the exit code; 1 where there is none
# EVENTC_UPDATE_DIAGNOSTICS=1 writes expected.txt instead of comparing.
set -euo pipefail
eventc=$1 case=$2 scratch=$3
export LC_ALL=C

rm -rf "$scratch"
mkdir -p "$scratch"
cd "$case"
args=()
[[ -f args.txt ]] && mapfile -t args <args.txt
exit_code=1
[[ -f exit.txt ]] && exit_code=$(<exit.txt)

found=0
"$eventc" generate --no-routes "${args[@]}" -o "$scratch/out" *.schema.json \
  >"$scratch/stdout.txt" 2>"$scratch/stderr.txt" || found=$?

failed=0
fail() {
  echo "$1"
  failed=1
}
((found == exit_code)) || fail "exit code $found, expected $exit_code"
[[ ! -s $scratch/stdout.txt ]] || fail "standard output: $(<"$scratch/stdout.txt")"
((exit_code == 0)) || [[ ! -e $scratch/out ]] || fail "wrote files in spite of an error"
! grep -q '[[:cntrl:]]' "$scratch/stderr.txt" || fail "a control character reached the terminal"
if [[ ${EVENTC_UPDATE_DIAGNOSTICS:-} == 1 && $failed == 0 ]]; then
  cp "$scratch/stderr.txt" expected.txt
else
  diff -u expected.txt "$scratch/stderr.txt" || failed=1
fi
exit $failed
