# SPDX-License-Identifier: Apache-2.0
#
# For the scripts of this folder's rooms, which set $work and $rounds.

# least COMMAND...: its processor time, user and system, in $seconds. $prepare is called before each round, and not timed.
prepare=:
least() {
  local round found
  local TIMEFORMAT='%3U %3S'
  seconds=''
  for ((round = 0; round < rounds; ++round)); do
    "$prepare"
    found=$({ time "$@" >/dev/null 2>"$work/errors.txt"; } 2>&1) || {
      head -n 20 "$work/errors.txt" >&2
      exit 1
    }
    found=$(awk '{printf "%.3f", $1 + $2}' <<<"$found")
    if [[ -z $seconds ]] || awk "BEGIN {exit !($found < $seconds)}"; then seconds=$found; fi
  done
}
