#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# ways_to_find_eventc.sh SOURCE BUILD EVENTC SCRATCH: a project builds with eventc from its build tree and as a sub-project, and
# needs libidn2 only where it links eventc::idn; a component that eventc does not have is refused. The install tree is the matter
# of incremental.sh.
source_dir=$1 eventc_build=$2 eventc=$3 scratch=$4
source "$(dirname "${BASH_SOURCE[0]}")/consumer.sh"

# builds NAME PROGRAM CMAKE_ARGUMENT...
builds() {
  local build=$scratch/$1
  echo "-- $1: $2"
  {
    cmake -S "$scratch/consumer" -B "$build" -G Ninja "${@:3}" &&
      cmake --build "$build" --parallel 2 --target "$2"
  } >"$scratch/log" 2>&1 || { cat "$scratch/log"; fail "the build fails"; }
  "$build/$2" || fail "the program does not run"
}

# refuses COMPONENT: find_package() says that there is no such target.
refuses() {
  echo "-- without eventc::$1"
  ! cmake -S "$scratch/consumer" -B "$scratch/refused" -G Ninja -D eventc_DIR="$eventc_build" -D COMPONENTS="runtime;$1" \
    >"$scratch/log" 2>&1 || fail "a component that is not there is found"
  grep -q "there is no eventc::$1" "$scratch/log" || { cat "$scratch/log"; fail "another reason is given"; }
}

fresh_consumer
refuses nonesuch
builds build-tree handler -D eventc_DIR="$eventc_build" -D EVENTC_IDN2_LIBRARY=OFF
if [[ -e $eventc_build/runtime/libeventc_idn.a ]]; then
  builds build-tree-with-idn hosts -D eventc_DIR="$eventc_build" -D WITH_IDN=ON
fi
# As a cross build does it: eventc of the host, runtime of the target.
builds sub-project handler -D EVENTC_SOURCE="$source_dir" -D EVENTC_EXECUTABLE="$eventc"
[[ ! -e $scratch/sub-project/eventc/generator ]] || fail "a sub-project with EVENTC_EXECUTABLE builds the compiler"
