#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# The progress line on a terminal, and what ^C leaves behind.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

has_terminals || exit 0
export TERM=xterm
clear=$'\r\e[K'

# documents SECONDS: one now and then, for so long.
documents() {
  local end=$((SECONDS + $1))
  while ((SECONDS < end)); do
    echo "$valid"
    sleep 0.05
  done
}

# shown FILE: what the terminal got, without what `script` adds.
shown() { sed -e '/^Script started/d' -e '/^Script done/d' "$1"; }
cat >drawn.awk <<'END'
# What is left of a line after the last time that it was cleared.
{ count = split($0, parts, "\r\033\\[K"); line = parts[count]; gsub(/\r/, "", line); if (line != "") print line }
END

mkfifo pipe
documents 2 >pipe &
script -qec "'$shop' check - <pipe >report.txt" terminal.txt >/dev/null </dev/null
shown terminal.txt | grep -qE '[0-9]+ documents, 0 MiB' || fail "no progress: $(cat -v terminal.txt)"
[[ -z $(shown terminal.txt | awk -f drawn.awk) ]] || fail "the progress line is left: $(cat -v terminal.txt)"
[[ $(tail -n 1 report.txt) =~ ^[0-9]+\ documents ]] || fail "no summary"
wait

# No progress where there is little to do, or no terminal.
echo "$valid" >short.json
script -qec "'$shop' check - <short.json >report.txt" short.txt >/dev/null </dev/null
! shown short.txt | grep -q MiB || fail "progress of nothing: $(cat -v short.txt)"
documents 1 | "$shop" check - >report.txt 2>stderr.txt
expect_text stderr.txt ""

# A report on the same terminal is not mixed with the line.
documents 2 >pipe &
script -qec "'$shop' check - <pipe" both.txt >/dev/null </dev/null
shown both.txt | awk -f drawn.awk >lines.txt
! grep -v 'OrderCreated\|documents: ' lines.txt || fail "lines are mixed: $(cat -v both.txt)"
wait

# A shell has its jobs in the background ignore SIGINT, which the checker would respect.
env --default-signal=INT true 2>/dev/null || exit 0

# interrupt SIGNAL: stops a run on a terminal; its exit code is in $code.
interrupt() {
  documents 5 >pipe 2>/dev/null &
  local feeder=$!
  code=0
  rm -f pid
  # exec: a shell that stays would tell of the signal, too.
  script -qec "exec bash -c 'echo \$\$ >pid; exec env --default-signal=INT \"$shop\" check - <pipe >report.txt'" terminal.txt >/dev/null </dev/null &
  local terminal=$!
  sleep 1.5
  kill -s "$1" "$(<pid)"
  wait "$terminal" || code=$?
  kill "$feeder" 2>/dev/null
  wait "$feeder" 2>/dev/null
}

for signal in INT TERM; do
  interrupt "$signal"
  ((code == 128 + $(kill -l "$signal"))) || fail "exit code $code after SIG$signal"
  shown terminal.txt | grep -q MiB || fail "no progress before SIG$signal"
  [[ -z $(shown terminal.txt | awk -f drawn.awk | grep -v '^Session terminated') ]] ||
    fail "SIG$signal leaves something: $(cat -v terminal.txt)"
  [[ $(shown terminal.txt) == *"$clear"* ]] || fail "the line is not cleared"
done
