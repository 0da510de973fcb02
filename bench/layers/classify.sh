#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# classify.sh EVENTC SCRATCH COMPILER INCLUDE_DIR RUNTIME_LIBRARY
#
# The time that it takes to classify a payload, by how many events a bundle has.
set -euo pipefail
own=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
source "$own/../../tests/scaling/synthetic_schemas.bash"
eventc=$1 compiler=$3 include_dir=$4 library=$5
rm -rf "$2"
mkdir -p "$2"
cd "$2"

write_payloads
events=(Event5 Event6 Event7 unknown)
declare -A times
for size in 10 100 1000; do
  write_schemas $size schemas_$size
  "$eventc" generate -o generated_$size schemas_$size/*.schema.json
  "$compiler" -std=c++20 -O2 "-I$include_dir" -Igenerated_$size "$own/classify_time.cpp" generated_$size/events/bundle.cpp "$library" \
    -o classify_$size
  read -ra found < <(./classify_$size "${events[@]/%/.json}")
  for i in "${!events[@]}"; do times[${events[i]}_$size]=${found[i]}; done
done
printf '| %-10s | %10s | %10s | %10s |\n|---|--:|--:|--:|\n' "ns" "10 events" 100 1000
for event in "${events[@]}"; do
  printf '| %-10s | %10s | %10s | %10s |\n' "$event" "${times[${event}_10]}" "${times[${event}_100]}" "${times[${event}_1000]}"
done
