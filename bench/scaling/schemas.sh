#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# schemas.sh EVENTC WORK [--quick]: how eventc's own time grows with the schema, as a table: microseconds of processor time for each
# kB beyond what an empty schema takes, which stay the same where time is linear. Schemas grow by definitions of ten members each, by members of one object, and by
# schemas of one run.
set -euo pipefail
export LC_ALL=C
eventc=$1 work=$2
rounds=5
[[ ${3:-} != --quick ]] || rounds=2
source "$(dirname "${BASH_SOURCE[0]}")/../least.bash"
rm -rf "$work"
mkdir -p "$work"

# write_definitions COUNT: a list of objects, each of which refers to the one before it.
write_definitions() {
  awk -v count="$1" 'BEGIN {
    print "{\"title\": \"Grown\", \"type\": \"object\", \"properties\": {\"last\": {\"$ref\": \"#/$defs/Part" count "\"}}, \"$defs\": {"
    for (i = 1; i <= count; ++i) {
      printf "\"Part%d\": {\"type\": \"object\", \"required\": [\"m1\"], \"properties\": {", i
      for (j = 1; j <= 9; ++j) printf "\"m%d\": {\"type\": \"%s\"}, ", j, (j % 3 ? "string" : "integer")
      before = i == 1 ? "{}" : "{\"$ref\": \"#/$defs/Part" (i - 1) "\"}"
      printf "\"before\": %s}}%s\n", before, (i < count ? "," : "")
    }
    print "}}"
  }' >"$work/grown.schema.json"
}

# write_members COUNT: one object.
write_members() {
  awk -v count="$1" 'BEGIN {
    print "{\"title\": \"Grown\", \"type\": \"object\", \"properties\": {"
    for (i = 1; i <= count; ++i) printf "\"member_%d\": {\"type\": \"%s\"}%s\n", i, (i % 3 ? "string" : "integer"), (i < count ? "," : "")
    print "}}"
  }' >"$work/grown.schema.json"
}

# write_events COUNT: so many schemas, told apart by a constant. They are routed.
write_events() {
  awk -v count="$1" -v folder="$work" 'BEGIN {
    for (i = 1; i <= count; ++i) {
      file = folder "/grown-" i ".schema.json"
      printf "{\"title\": \"Grown%d\", \"type\": \"object\", \"required\": [\"kind\"],\n \"properties\": {\"kind\": {\"const\": \"KIND_%d\"}, \"id\": {\"type\": \"string\"}}}\n", i, i >file
      close(file)
    }
  }'
}

forget_outputs() { rm -rf "$work/out"; }
prepare=forget_outputs

# row WHAT COUNT: $files are the schemas.
row() {
  local bytes
  bytes=$(cat "${files[@]}" | wc -c)
  least "$eventc" generate -o "$work/out" "${files[@]}"
  awk -v what="$1" -v start="$start" -v count="$2" -v bytes="$bytes" -v seconds="$seconds" 'BEGIN {
    rate = (seconds - start) * 1e6 / (bytes / 1000)
    bar = sprintf("%*s", rate / 50 > 40 ? 40 : rate / 50, "")
    gsub(/ /, "#", bar)
    printf "| %-12s | %6d | %9d | %8.3f | %8.1f | %-40s |\n", what, count, bytes, seconds, rate, bar
  }'
}

echo '{}' >"$work/empty.schema.json"
least "$eventc" generate --no-routes -o "$work/out" "$work/empty.schema.json"
start=$seconds

printf '| %-12s | %6s | %9s | %8s | %8s | %-40s |\n' 'grown by' number bytes seconds 'us / kB' ''
printf '|---|--:|--:|--:|--:|---|\n'
for what in definitions members; do
  for count in 10 100 1000 10000; do
    "write_$what" "$count"
    files=("$work/grown.schema.json")
    row "$what" "$count"
  done
done
rm "$work/grown.schema.json"
for count in 10 100 1000; do
  write_events "$count"
  files=("$work"/grown-*.schema.json)
  row events "$count"
done
