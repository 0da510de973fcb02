#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# aarch64.sh SOURCE_DIR SCRATCH: what looks at sixteen bytes at a time, compiled for 64-bit Arm, where that is NEON, and run by
# qemu. 77: a compiler, qemu or GoogleTest's sources are not there.
set -euo pipefail
source_dir=$1
scratch=$2
compiler=aarch64-linux-gnu-g++
googletest=/usr/src/googletest
command -v "$compiler" qemu-aarch64 >/dev/null || exit 77
[[ -d $googletest ]] || exit 77

tests=(base64 bytes16 checks object_reader pattern quotes reader scan skimmer strict_json text_block utf8 writer)
flags=(-std=c++20 -O1 -Wall -Wextra -Wpedantic -Werror -I"$source_dir/runtime/include" -I"$source_dir/runtime/src" -I"$source_dir/tests"
  -isystem "$googletest"/googletest/include -isystem "$googletest"/googletest
  -isystem "$googletest"/googlemock/include -isystem "$googletest"/googlemock)
sources=("$source_dir"/runtime/src/*.cpp "$source_dir"/runtime/src/format/*.cpp "$googletest"/googletest/src/gtest-all.cc
  "$googletest"/googlemock/src/gmock-all.cc "$googletest"/googlemock/src/gmock_main.cc)
for test in "${tests[@]}"; do sources+=("$source_dir/tests/runtime/${test}_test.cpp"); done

rm -rf "$scratch"
mkdir -p "$scratch"
cd "$scratch"
for source in "${sources[@]}"; do
  printf '%s\0' "$source"
done | xargs -0 -P 2 -I SOURCE bash -c '"${@:2}" -c "$1" -o "$(basename "$1").o"' compile SOURCE "$compiler" "${flags[@]}"
"$compiler" -static ./*.o -o tests 2>link.txt || { cat link.txt; exit 1; }
qemu-aarch64 ./tests --gtest_brief=1
