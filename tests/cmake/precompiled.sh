#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# precompiled.sh EVENTC_BUILD SCRATCH: where what emitted sources include is precompiled: from eight schemas on, and neither where
# a compiler cache runs the compiler nor where the user wants none.
eventc_build=$1 scratch=$2
source "$(dirname "${BASH_SOURCE[0]}")/consumer.sh"

# configures CMAKE_ARGUMENT...: a fresh build tree.
configures() {
  cmake -S "$scratch/consumer" -B "$scratch/build" --fresh -G Ninja -D eventc_DIR="$eventc_build" -D EVENTC_IDN2_LIBRARY=OFF "$@" \
    >"$scratch/log" 2>&1 || { cat "$scratch/log"; fail "it cannot be configured"; }
}
precompiles() { grep -q 'my_events.dir/cmake_pch' "$scratch/build/build.ninja"; }

unset CMAKE_CXX_COMPILER_LAUNCHER
fresh_consumer
for ((i = 3; i < 8; ++i)); do
  echo '{}' >"$scratch/consumer/schemas/event-$i.json"
done
configures
! precompiles || fail "headers are precompiled for seven schemas"

echo '{}' >"$scratch/consumer/schemas/event-8.json"
configures
precompiles || fail "no headers are precompiled for eight schemas"
configures -D CMAKE_DISABLE_PRECOMPILE_HEADERS=ON
! precompiles || fail "headers are precompiled though CMAKE_DISABLE_PRECOMPILE_HEADERS is set"
configures -D CMAKE_CXX_COMPILER_LAUNCHER=env
! precompiles || fail "headers are precompiled though a launcher runs the compiler"
