#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Any number of threads gives the same report, in the order of the input.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

for i in {1..300}; do
  printf '%s\n%s\n{"eventType":"ORDER_CREATED","lines":[{"quantity":%d}],"note":"%d"}\nno json %d\n' \
    "$valid" "$unknown" $((i * 10)) "$i" "$i"
done >some.jsonl
for i in {1..8}; do cat some.jsonl; done >many.jsonl
mkdir folder
for i in {1..40}; do write_pretty $((i * 50)) >"folder/$i.json"; done

for format in human github json; do
  expect_exit 1 "$shop" check --format "$format" --jobs 1 folder many.jsonl folder
  mv stdout.txt one.txt
  for jobs in 2 3 16; do
    expect_exit 1 "$shop" check --format "$format" --jobs "$jobs" folder many.jsonl folder
    expect_same one.txt stdout.txt
  done
  expect_exit 1 "$shop" check --format "$format" folder many.jsonl folder
  expect_same one.txt stdout.txt
  [[ $format == json ]] || expect_line stdout.txt '9680 documents: 3230 valid, 4050 invalid, 2400 unknown'
done
[[ $(wc -l <one.txt) == 9680 ]] || fail "$(wc -l <one.txt) lines"

