#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# pcre2.sh SOURCE BUILD EVENTC SCRATCH: programs whose schemas need PCRE2 depend on it, others do not, and build without it.
source_dir=$1 eventc_build=$2 eventc=$3 scratch=$4
source "$(dirname "${BASH_SOURCE[0]}")/consumer.sh"
command -v readelf >/dev/null || { echo "readelf is not installed"; exit 77; }
rm -rf "$scratch"
mkdir -p "$scratch"
cp -R "$(dirname "${BASH_SOURCE[0]}")/pcre2" "$scratch/project"

# configures NAME CMAKE_ARGUMENT...
configures() {
  echo "-- $1"
  build=$scratch/$1
  cmake -S "$scratch/project" -B "$build" -G Ninja "${@:2}" >"$scratch/log" 2>&1 || { cat "$scratch/log"; fail "no configuration"; }
}
# builds TARGET: it can be built, and runs.
builds() {
  cmake --build "$build" --parallel 2 --target "$1" >"$scratch/log" 2>&1 || { cat "$scratch/log"; fail "$1 does not build"; }
  "$build/$1" || fail "$1 does not run"
}
needed() { readelf -d "$build/$1" | grep NEEDED || true; }
depends_only_where_needed() {
  builds plain
  builds backtracking
  [[ $(needed plain) != *pcre2* ]] || fail "a program without such a pattern depends on PCRE2"
  [[ $(needed backtracking) == *libpcre2-8* ]] || fail "a program with such a pattern does not depend on PCRE2"
}
# does_without: what needs it says so, the rest builds.
does_without() {
  builds plain
  if cmake --build "$build" --target backtracking >"$scratch/log" 2>&1; then fail "it builds without PCRE2"; fi
  grep -q 'error.*a schema has a pattern that PCRE2 must match: install PCRE2 (libpcre2-dev on Debian' "$scratch/log" ||
    { cat "$scratch/log"; fail "the compiler does not say what to install"; }
}

cmake --install "$eventc_build" --prefix "$scratch/eventc" >"$scratch/log"
! grep -q "$eventc_build\|libpcre2-8" "$scratch"/eventc/lib/cmake/eventc/*Targets*.cmake || fail "the package names this machine's files"
configures package -D CMAKE_PREFIX_PATH="$scratch/eventc"
depends_only_where_needed
configures package-without -D CMAKE_PREFIX_PATH="$scratch/eventc" -D EVENTC_PCRE2_LIBRARY=OFF
does_without
configures sub-project -D EVENTC_SOURCE="$source_dir" -D EVENTC_EXECUTABLE="$eventc"
depends_only_where_needed
configures sub-project-without -D EVENTC_SOURCE="$source_dir" -D EVENTC_EXECUTABLE="$eventc" -D EVENTC_PCRE2_LIBRARY=OFF
does_without

echo "-- a project that exports its generated code"
build=$scratch/package
cmake --install "$build" --prefix "$scratch/exported" >"$scratch/log"
cat >"$scratch/project/CMakeLists.txt" <<'END'
cmake_minimum_required(VERSION 3.25)
project(importer LANGUAGES CXX)
find_package(eventc REQUIRED)
include("${EXPORTED}/lib/plainTargets.cmake")
add_executable(plain main.cpp)
target_compile_definitions(plain PRIVATE "EVENT_HEADER=<events/plain.hpp>" EVENT=events::Plain)
target_include_directories(plain PRIVATE "${GENERATED}")
target_link_libraries(plain PRIVATE plain_events)
END
configures importer -D CMAKE_PREFIX_PATH="$scratch/eventc" -D EXPORTED="$scratch/exported" \
  -D GENERATED="$scratch/package/generated/plain_events" -D EVENTC_PCRE2_LIBRARY=OFF
builds plain
