#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# What --help and --version say, and what wrong usage gets. EVENTC_UPDATE_HELP=1 writes the texts beside this file.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
texts=$here
source "$here/common.bash"

for topic in shop check classify; do
  words=()
  [[ $topic == shop ]] || words=("$topic")
  expect_exit 0 "$shop" "${words[@]}" --help
  expect_text stderr.txt ""
  [[ ${EVENTC_UPDATE_HELP:-} != 1 ]] || cp stdout.txt "$texts/help_$topic.txt"
  diff -u "$texts/help_$topic.txt" stdout.txt || fail "the help of $topic changed"
done
expect_exit 0 "$shop" --version
grep -qxE 'shop \(eventc [0-9]+\.[0-9]+\.[0-9]+\)' stdout.txt || fail "no version: $(<stdout.txt)"

expect_exit 2 "$shop"
expect_exit 2 "$shop" check
expect_exit 2 "$shop" validate a.json
expect_exit 2 "$shop" check --colour a.json
expect_exit 2 "$shop" classify --as OrderCreated a.json
expect_exit 2 "$shop" check --format xml a.json
expect_text stderr.txt 'shop: --format: there is no "xml"; use human, github or json'
expect_text stdout.txt ""
