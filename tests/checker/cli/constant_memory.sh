#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Memory does not grow with the input.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

for _ in {1..2000}; do
  echo "$valid"
  echo "$invalid"
done >block.jsonl
blocks=$((${EVENTC_TEST_MEGABYTES:-200} * 1024 * 1024 / $(stat -c %s block.jsonl)))
stream() { for ((i = 0; i < blocks; ++i)); do cat block.jsonl; done; }

# peak COMMAND...: its greatest resident set in KiB, as the kernel counted it.
peak() {
  "$@" <&0 >report.txt 2>stderr.txt &
  local pid=$! most=0 now
  while now=$(grep -s VmHWM "/proc/$pid/status" | tr -dc 0-9) && [[ -n $now ]]; do
    most=$now
    sleep 0.02
  done
  wait "$pid"
  [[ $(wc -l <report.txt) -ge $((blocks * 4000)) ]] || fail "not all has been read"
  [[ ! -s stderr.txt ]] || fail "$(<stderr.txt)"
  echo "$most"
}
[[ -r /proc/self/status ]] || exit 0

limit=$((64 * 1024))
most=$(peak "$shop" check --jobs 4 --format json - < <(stream))
((most > 0 && most < limit)) || fail "$most KiB for a pipe"
stream >large.jsonl
most=$(peak "$shop" check --jobs 1 --format json large.jsonl)
((most > 0 && most < limit)) || fail "$most KiB for a file"
rm large.jsonl
