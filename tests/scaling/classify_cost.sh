#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# classify_cost.sh EVENTC SCRATCH COMPILER INCLUDE_DIR RUNTIME_LIBRARY
#
# The instructions that it takes to classify a payload do not depend on how many events a bundle has: the same payloads against
# bundles of 10, 100 and 1,000 synthetic events, counted by callgrind.
own=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$own/../cli/common.bash"
source "$own/synthetic_schemas.bash"
compiler=$3 include_dir=$4 library=$5

command -v valgrind >/dev/null || {
  echo "valgrind is not here"
  exit 77
}

# build COUNT: the program classify_COUNT.
build() {
  write_schemas "$1" "schemas_$1"
  expect_exit 0 "$eventc" generate -o "generated_$1" "schemas_$1"/*.schema.json
  # What the loader does at the first call of a function is not counted: it has been done before.
  expect_exit 0 "$compiler" -std=c++20 -O2 "-I$include_dir" "-Igenerated_$1" "$own/classify_once.cpp" \
    "generated_$1/events/bundle.cpp" "$library" -Wl,-z,now -o "classify_$1"
}

# count COUNT PAYLOAD EVENT: the instructions, in $instructions.
count() {
  expect_exit 0 valgrind --tool=callgrind --callgrind-out-file=callgrind.out --toggle-collect=classify_once "./classify_$1" "$2"
  expect_text stdout.txt "$3"
  instructions=$(awk '/Collected/ {print $NF}' stderr.txt)
  [[ $instructions -gt 0 ]] || fail "callgrind counted nothing: $(<stderr.txt)"
}

write_payloads
for size in 10 100 1000; do build $size; done
printf '%-10s %10s %10s %10s\n' "" "10 events" 100 1000
for event in Event5 Event6 Event7 unknown; do
  counts=()
  for size in 10 100 1000; do
    count $size $event.json $event
    counts+=("$instructions")
  done
  printf '%-10s %10d %10d %10d\n' "$event" "${counts[@]}"
  # A few instructions more or less are the luck of the hash, and the larger set of locations to clear.
  ((counts[2] <= counts[0] + counts[0] / 10)) || fail "$event takes more instructions in a larger bundle"
done
