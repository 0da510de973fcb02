#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# text_size.sh COMPILER REPOSITORY WORK: at -O2 the object of each event of the catalog has at most 30 kB of text. Those of
# text_size_exceptions.txt have more, and a bound of their own. Exits with 77 where the compiler is not the one whose sizes these are.
set -euo pipefail
export LC_ALL=C
compiler=$1 repository=$2 work=$3
limit=30000
version=$("$compiler" -dumpfullversion 2>/dev/null) || version=''
if [[ $version != 12.* || $("$compiler" -dumpmachine) != x86_64-* ]]; then
  echo "the sizes are those of GCC 12 on x86-64"
  exit 77
fi
mkdir -p "$work"

declare -A bounds
while read -r event bound; do
  [[ $event == '#'* ]] || bounds[$event]=$bound
done <"$repository/tests/generated/text_size_exceptions.txt"

failed=0
for source in "$repository"/generated/events/*.cpp; do
  event=$(basename "$source" .cpp)
  "$compiler" -std=c++20 -O2 -DNDEBUG "-I$repository/runtime/include" "-I$repository/generated" -c "$source" -o "$work/$event.o"
  bytes=$(size "$work/$event.o" | awk 'NR == 2 {print $1}')
  bound=${bounds[$event]:-$limit}
  verdict=''
  if ((bytes > bound)); then
    verdict="more than $bound"
    failed=1
  elif [[ -v bounds[$event] ]] && ((bytes <= limit)); then
    verdict='no exception any more'
  fi
  printf '%-45s %7d %s\n' "$event" "$bytes" "$verdict"
done
exit "$failed"
