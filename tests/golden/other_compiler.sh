#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# other_compiler.sh COMPILER BUILD_DIR: compiles every emitted file of the golden folders on its own, with all warnings as
# errors, and runs the payloads, with the runtime compiled by the same compiler. BUILD_DIR holds the list of events. Exits
# with 77 where there is no such compiler.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
compiler=$1
build=$2
command -v "$compiler" >/dev/null || { echo "$compiler is not installed"; exit 77; }

work=$build/$compiler
rm -rf "$work"
mkdir -p "$work"
flags=(-std=c++20 -O0 -Wall -Wextra -Wpedantic -Werror -I../../runtime/include -I. -I.. "-DEVENTC_GOLDEN_DIR=\"$PWD\""
  -DEVENTC_HAS_PCRE2 -DEVENTC_HAS_IDN)
for folder in */expected; do flags+=("-I$folder"); done

sources=(*/expected/events/*.cpp "$build/events.cpp" golden_test.cpp ../../runtime/src/*.cpp
  ../../runtime/src/{pcre2,format,format_idn}/*.cpp)
for source in "${sources[@]}"; do
  name=${source//\//_}
  printf '%s\0' "$source" "$work/${name//./_}.o"
done | xargs -0 -n 2 -P 2 bash -c '"${@:1:$#-1}" -o "${@: -1}"' _ "$compiler" "${flags[@]}" -c
"$compiler" "$work"/*.o -lgmock_main -lgmock -lgtest -lpcre2-8 -lidn2 -lpthread -o "$work/tests"
"$work/tests" --gtest_brief=1
