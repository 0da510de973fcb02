#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# self_test.sh EVENTC SCRATCH CONFORMANCE TOOLCHAIN
#
# The program that judges the official suite does find what is wrong: a suite of its own, with verdicts, schemas and code that
# are wrong in every way that it tells apart.
source "$(dirname "${BASH_SOURCE[0]}")/../cli/common.bash"
conformance=$3 toolchain=$4

mkdir -p suite/tests/draft7/optional/format suite/remotes
cat >suite/remotes/word.json <<'END'
{"type": "string"}
END
cat >suite/tests/draft7/ref.json <<'END'
[
  {"description": "right", "schema": {"additionalItems": false, "items": [{"$ref": "http://localhost:1234/word.json"}]}, "tests": [
    {"description": "a word", "data": ["a"], "valid": true},
    {"description": "two", "data": ["a", "b"], "valid": false}]},
  {"description": "numbers as they are written", "schema": {"enum": [12345678901234567890123, 1e400]}, "tests": [
    {"description": "the same", "data": 12345678901234567890123, "valid": true},
    {"description": "one less", "data": 12345678901234567890122, "valid": false},
    {"description": "past every double", "data": 1e400, "valid": true},
    {"description": "past it as well", "data": 1e401, "valid": false}]},
  {"description": "what no type holds", "schema": {"type": "integer"}, "tests": [
    {"description": "a large integer", "data": 1e400, "valid": true}]},
  {"description": "wrong", "schema": {"type": "string"}, "tests": [
    {"description": "a word, refused", "data": "a", "valid": false},
    {"description": "a number, accepted", "data": 1, "valid": true}]},
  {"description": "no schema", "schema": {"type": 12}, "tests": [
    {"description": "first", "data": 1, "valid": true},
    {"description": "second", "data": 2, "valid": true}]},
  {"description": "no code", "schema": {"type": "object"}, "tests": [
    {"description": "only", "data": {}, "valid": true}]},
  {"description": "code that ends", "schema": {"type": "array"}, "tests": [
    {"description": "first", "data": [], "valid": true},
    {"description": "second", "data": 1, "valid": false}]},
  {"description": "a format that is not asked for", "schema": {"format": "date"}, "tests": [
    {"description": "no date", "data": "1", "valid": true}]}
]
END
cat >suite/tests/draft7/optional/wrong.json <<'END'
[{"description": "wrong", "schema": {"type": "string"}, "tests": [
  {"description": "excepted", "data": 1, "valid": true},
  {"description": "excepted in vain", "data": "a", "valid": true},
  {"description": "not excepted", "data": 2, "valid": true}]}]
END
cat >suite/tests/draft7/optional/format/date.json <<'END'
[{"description": "a format", "schema": {"format": "date"}, "tests": [
  {"description": "no date", "data": "1", "valid": false}]}]
END
cat >exceptions.json <<'END'
[
  {"drafts": ["draft6", "draft7"], "file": "optional/wrong", "group": "wrong", "test": "excepted", "reason": "for this test"},
  {"drafts": ["draft7"], "file": "optional/wrong", "group": "wrong", "test": "excepted in vain", "reason": "for this test"}
]
END

# eventc, but for two schemas, whose code it spoils.
cat >spoiling_eventc <<END
#!/bin/sh
"$eventc" "\$@" || exit
folder=\$PWD/work/draft7/suite/draft7
if [ -f "\$folder/ref_5/ref_5.cpp" ]; then echo '#error "no code"' >"\$folder/ref_5/ref_5.cpp"; fi
if [ -f "\$folder/ref_6/ref_6.cpp" ]; then sed -i 's/  return report(/  __builtin_abort();\n&/' "\$folder/ref_6/ref_6.cpp"; fi
END
chmod +x spoiling_eventc

judge() {
  "$conformance" --eventc ./spoiling_eventc --toolchain "$toolchain" --suite suite --exceptions exceptions.json --work work \
    --draft draft7 "$@"
}

expect_exit 1 judge
sed -i '/^    /{/^    of /!d}' stdout.txt # what eventc and the compiler say is theirs
expect_text stdout.txt 'draft7/ref.json, 3: "wrong": "a word, refused": expected invalid; validate(): valid; parse(): valid
    of "a"

draft7/ref.json, 3: "wrong": "a number, accepted": expected valid; validate(): invalid ((1:1): expected a string, found a number [ref_3.schema.json#/type]); parse(): invalid ((1:1): expected a string, found a number [ref_3.schema.json#/type])
    of 1

draft7/ref.json, 4: "no schema" (tests: 2): eventc: exit code 1

draft7/ref.json, 5: "no code" (tests: 1): the emitted code does not compile:

draft7/ref.json, 6: "code that ends": "first": expected valid; the compiled code ends: Aborted
    of []

draft7/ref.json, 6: "code that ends": "second": expected invalid; the compiled code ends: Aborted
    of 1

draft7/optional/wrong.json, 0: "wrong": "excepted in vain": passed, though exceptions.json names it

draft7/optional/wrong.json, 0: "wrong": "not excepted": expected valid; validate(): invalid ((1:1): expected a string, found a number [optional_wrong_0.schema.json#/type]); parse(): invalid ((1:1): expected a string, found a number [optional_wrong_0.schema.json#/type])
    of 2

draft         part               passed   total
draft7        required                8      15
draft7        optional                0       3   1 excepted
draft7        optional/format         1       1'

expect_exit 0 judge --only ref --required --every 7
expect_exit 77 "$conformance" --eventc eventc --toolchain "$toolchain" --suite "" --exceptions exceptions.json --work work
