#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# other_compiler.sh COMPILER BUILD_DIR: takes every emitted file of the golden folders on its own, with all warnings as errors.
# Clang compiles and runs the payloads too, against the runtime of this build and the same standard library; g++ only looks
# at the code. BUILD_DIR holds the list of events. Exits with 77 where there is no such compiler.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
compiler=$1
build=$2
command -v "$compiler" >/dev/null || { echo "$compiler is not installed"; exit 77; }

work=$build/$compiler
rm -rf "$work"
mkdir -p "$work"
flags=(-std=c++20 -O0 -Wall -Wextra -Wpedantic -Werror -I../../runtime/include -I.)
for folder in */expected; do flags+=("-I$folder"); done

sources=(*/expected/events/*.cpp)
case $compiler in
  clang*)
    sources+=("$build/events.cpp" golden_test.cpp ../../runtime/src/*.cpp)
    flags+=("-DEVENTC_GOLDEN_DIR=\"$PWD\"")
    action=-c
    ;;
  *) action=-fsyntax-only ;;
esac
for source in "${sources[@]}"; do
  if [[ $action == -c ]]; then
    name=${source//\//_}
    printf '%s\0' "$source" "$work/${name//./_}.o"
  else
    printf '%s\0' "$source" /dev/null
  fi
done | xargs -0 -n 2 -P 2 bash -c '"${@:1:$#-1}" -o "${@: -1}"' _ "$compiler" "${flags[@]}" "$action"
if [[ $action == -c ]]; then
  "$compiler" "$work"/*.o -lgmock_main -lgmock -lgtest -lpthread -o "$work/tests"
  "$work/tests" --gtest_brief=1
fi
