#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# current.sh EVENTC: compares what EVENTC emits for each folder's schemas with its expected/, and shows the difference. With
# EVENTC_UPDATE_GOLDEN set, expected/ is rewritten instead. What is there must be as clang-format 14 has it, where that is
# installed: formatting never repairs emitted code.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")" || exit
eventc=$1
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

for folder in */; do
  folder=${folder%/}
  options=()
  if [[ -f $folder/options ]]; then
    read -r -a options < <(sed "s|{folder}|$folder|g" "$folder/options")
  fi
  if ! "$eventc" generate --no-routes -o "$work/$folder" "${options[@]}" "$folder"/schema/*.json 2>"$work/messages"; then
    cat "$work/messages"
    echo "$folder: eventc failed"
    failures=$((failures + 1))
  elif [[ -n ${EVENTC_UPDATE_GOLDEN:-} ]]; then
    rm -rf "$folder/expected"
    cp -r "$work/$folder" "$folder/expected"
  elif ! diff -ruN "$folder/expected" "$work/$folder"; then
    echo "$folder: expected/ is not what eventc emits; EVENTC_UPDATE_GOLDEN=1 rewrites it"
    failures=$((failures + 1))
  fi
done

if command -v clang-format-14 >/dev/null; then
  printf '%s\0' */expected/events/* | xargs -0 clang-format-14 --style=file --dry-run -Werror || failures=$((failures + 1))
fi
[[ $failures == 0 ]]
