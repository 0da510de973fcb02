#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# ways_to_find_eventc.sh SOURCE BUILD EVENTC SCRATCH: a project builds with eventc from its build tree and as a sub-project. The
# install tree is the matter of incremental.sh.
source_dir=$1 eventc_build=$2 eventc=$3 scratch=$4
source "$(dirname "${BASH_SOURCE[0]}")/consumer.sh"

# builds NAME CMAKE_ARGUMENT...
builds() {
  local build=$scratch/$1
  echo "-- $1"
  {
    cmake -S "$scratch/consumer" -B "$build" -G Ninja "${@:2}" &&
      cmake --build "$build" --parallel 2 --target handler
  } >"$scratch/log" 2>&1 || { cat "$scratch/log"; fail "the build fails"; }
  "$build/handler" || fail "the program does not run"
}

fresh_consumer
builds build-tree -D eventc_DIR="$eventc_build"
# As a cross build does it: eventc of the host, runtime of the target.
builds sub-project -D EVENTC_SOURCE="$source_dir" -D EVENTC_EXECUTABLE="$eventc"
[[ ! -e $scratch/sub-project/eventc/generator ]] || fail "a sub-project with EVENTC_EXECUTABLE builds the compiler"
