#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Nothing in a payload or in a file's name reaches the terminal, and nothing of it is a command to a build service.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

bytes=$'\e[2J\e]0;title\a\r\b\177\302\233[31m\342\200\256\342\200\250\342\201\246\357\273\277\377##[error]::error::forged'
name=$'::error::forged\n::warning::\e[2J\342\200\256\377##[group],%0A:.json'
mkdir payloads
printf '{"eventType":"ORDER_CREATED","lines":"%s","%s":1}' "$bytes" "$bytes" >"payloads/$name"
printf '%s\n::error title=a::b\n{"parcel":{"number":1,"state":"%s"}}\n##vso[task.complete]' "$bytes" "$bytes" >payloads/lines.jsonl
# The same, escaped as JSON has it, so that messages quote it.
escaped='\u001b[2J\r\n::error::forged##[error]\u202e\u2028\u009b\u007f'
printf '{"eventType":"ORDER_CREATED","lines":[{"quantity":"%s"}],"%s":1}\n{"parcel":{"number":1,"state":"%s"}}\n' \
  "$escaped" "$escaped" "$escaped" >payloads/quoted.jsonl
cp "payloads/$name" "$name"

# What an output must not hold, as the bytes of any line; only ours is a command.
expect_harmless() {
  ! LC_ALL=C grep -qP '[\x00-\x09\x0B-\x1F\x7F]' "$1" || fail "control characters in $1"
  ! LC_ALL=C grep -qP '\xC2[\x80-\x9F]|\xE2\x80[\x8B-\x8F\xA8-\xAE]|\xE2\x81[\xA0-\xA9]|\xEF\xBB\xBF' "$1" ||
    fail "hidden characters in $1"
  iconv -f UTF-8 -t UTF-8 "$1" >/dev/null 2>&1 || fail "$1 is not UTF-8"
  ! grep -qE '##[a-z]*\[' "$1" || fail "a logging command in $1"
  ! grep -E '^[[:space:]]*::' "$1" | grep -qvE '^::error (file=[^,:]*,)?line=[0-9]+,col=[0-9]+,title=[^:,]*::' ||
    fail "a workflow command in $1"
}

for format in human github json; do
  expect_exit 1 "$shop" check --format "$format" payloads "$name"
  expect_harmless stdout.txt
done
[[ $(wc -l <stdout.txt) == 8 ]] || fail "a line of JSON more or less: $(<stdout.txt)"
expect_exit 1 "$shop" check --format github payloads "$name"
[[ $(grep -c '^::error file=' stdout.txt) == 8 ]] || fail "an annotation more or less: $(<stdout.txt)"
for format in human json; do
  expect_exit 1 "$shop" classify --format "$format" payloads "$name"
  expect_harmless stdout.txt
  [[ $(wc -l <stdout.txt) == 8 ]] || fail "a line more or less: $(<stdout.txt)"
done

expect_exit 2 "$shop" check "gone $name"
expect_harmless stderr.txt
[[ $(wc -l <stderr.txt) == 1 ]] || fail "$(<stderr.txt)"
for option in --as --format --jobs; do
  expect_exit 2 "$shop" check "$option" "$name" payloads
  expect_harmless stderr.txt
done
expect_exit 2 "$shop" "$name"
expect_harmless stderr.txt
