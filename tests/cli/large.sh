#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Schemas of a size or depth that nobody expects are compiled, or refused, in a time that goes with their size.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

# repeat COUNT FORMAT: FORMAT with each number from 0 in place of its "%d"s, joined by commas.
repeat() {
  awk -v count="$1" -v format="$2" \
    'BEGIN { for (i = 0; i < count; ++i) { text = format; gsub(/%d/, i, text); printf "%s%s", i ? "," : "", text } }'
}

# nest COUNT OPEN CLOSE: a string schema inside as many pairs.
nest() { awk -v count="$1" -v open="$2" -v close_="$3" 'BEGIN {
  for (i = 0; i < count; ++i) printf "%s", open
  printf "{\"type\":\"string\"}"
  for (i = 0; i < count; ++i) printf "%s", close_ }'; }

# answers CODE NAME SCHEMA
answers() {
  printf '%s\n' "$3" >"$2.schema.json"
  expect_exit "$1" timeout ${LIMIT:-60} "$eventc" generate --no-routes -o out "$2.schema.json"
}

object='{"type":"object","properties":{"x":'
answers 0 members "{\"type\":\"object\",\"properties\":{$(repeat 5000 '"p%d":{"type":"string"}')}}"
answers 0 required "{\"type\":\"object\",\"required\":[$(repeat 5000 '"p%d"')]}"
answers 0 definitions "{\"type\":\"object\",\"\$defs\":{$(repeat 9000 '"D%d":{"type":"object","properties":{"a":{"type":"string"}}}')}}"
answers 0 enumeration "$object{\"enum\":[$(repeat 50000 '"v%d"')]}}}"
answers 0 alternatives "{\"oneOf\":[$(repeat 1000 '{"type":"object","required":["k"],"properties":{"k":{"const":"v%d"}}}')]}"
answers 0 parts "{\"type\":\"object\",\"allOf\":[$(repeat 3000 '{"properties":{"p%d":{"type":"string"}}}')]}"
answers 0 nested_objects "$(nest 100 "$object" '}}')"
answers 0 nested_lists "$(nest 190 '{"type":"array","items":' '}')"
answers 0 nested_all_of "$(nest 120 '{"allOf":[' ']}')"
answers 0 nested_one_of "$(nest 100 '{"oneOf":[{"type":"integer"},' ']}')"
answers 1 nested_too_deep "$(nest 300 '{"items":' '}')"

# Every definition leads twice to the next: 2^60 ways to the last.
chain() { awk -v count="$1" -v format="$2" -v last="$3" 'BEGIN {
  for (i = 0; i < count; ++i) { text = format; gsub(/NEXT/, "#/$defs/D" (i + 1), text); printf "\"D%d\":%s,", i, text }
  printf "\"D%d\":%s", count, last }'; }
first='{"$ref":"#/$defs/D0"}'
answers 0 ways_by_all_of "{\"type\":\"object\",\"allOf\":[$first],\"\$defs\":{$(chain 60 '{"allOf":[{"$ref":"NEXT"},{"$ref":"NEXT"}]}' true)}}"
answers 0 ways_by_members "$object$first},\"\$defs\":{$(chain 60 '{"type":"object","properties":{"a":{"$ref":"NEXT"},"b":{"$ref":"NEXT"}}}' '{"type":"string"}')}}"
answers 0 ways_by_one_of "$object$first},\"\$defs\":{$(chain 40 '{"oneOf":[{"$ref":"NEXT"},{"type":"integer"},{"$ref":"NEXT"}]}' '{"type":"string"}')}}"
answers 0 chain_of_references "$object$first},\"\$defs\":{$(chain 900 '{"$ref":"NEXT"}' '{"type":"string"}')}}"
answers 0 chain_of_objects "$object$first},\"\$defs\":{$(chain 2000 '{"type":"object","properties":{"n":{"$ref":"NEXT"}}}' '{"type":"string"}')}}"

# Errors by the thousand, on one line.
answers 1 errors "{\"properties\":{$(repeat 20000 '"p%d":{"type":"strin"}')}}"
[[ $(grep -c ': error: ' stderr.txt) == 20000 ]] || fail "not all errors are reported"
answers 1 dangling "{\"properties\":{$(repeat 5000 '"p%d":{"$ref":"#/$defs/E%d"}')},\"\$defs\":{$(repeat 5000 '"D%d":true')}}"
answers 1 twice "{\"properties\":{$(repeat 20000 '"a":{}')}}"
answers 0 unknown "{\"type\":\"object\",\"properties\":{$(repeat 5000 '"p%d":{"unknown%d":1}')}}"
answers 0 long_texts "{\"type\":\"object\",\"title\":\"$(printf '%0300000d' 0)\",\"description\":\"$(repeat 100000 'word')\"}"
