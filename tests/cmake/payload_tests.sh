#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# payload_tests.sh SOURCE BUILD EVENTC SCRATCH: a project that found an installed eventc, and has neither CLI11 nor fmt, makes a
# checker and has CTest check payloads; and one that has eventc as a sub-project.
source_dir=$1 eventc_build=$2 eventc=$3 scratch=$4
source "$(dirname "${BASH_SOURCE[0]}")/consumer.sh"

step() { echo "-- $*"; }
run_ctest() { ctest --test-dir "$scratch/build" --output-on-failure "$@" >"$scratch/log" 2>&1; }
failed() {
  cat "$scratch/log"
  fail "$@"
}
# says TEXT: the tests said so.
says() { grep -qF -- "$1" "$scratch/log" || failed "the output does not say: $1"; }

fresh_consumer
cp -R "$(dirname "${BASH_SOURCE[0]}")/payloads" "$scratch/payloads"
cmake --install "$eventc_build" --prefix "$scratch/eventc" >"$scratch/log"
"$scratch/eventc/bin/events" --version >/dev/null || fail "the catalog's checker is not installed"
[[ -s $scratch/eventc/share/man/man1/eventc-checker.1 ]] || fail "the man page is not installed"

step "the project builds, each bundle's checker once"
{
  cmake -S "$scratch/payloads" -B "$scratch/build" -G Ninja -D CMAKE_PREFIX_PATH="$scratch/eventc" \
    -D CMAKE_DISABLE_FIND_PACKAGE_CLI11=ON -D CMAKE_DISABLE_FIND_PACKAGE_fmt=ON &&
    cmake --build "$scratch/build" --parallel 2
} >"$scratch/log" 2>&1 || failed "the build fails"
[[ -x $scratch/build/shop && -x $scratch/build/shop_types_checker && ! -e $scratch/build/shop_events_checker ]] ||
  failed "other checkers than asked for"

step "the tests pass"
run_ctest || failed "payloads are refused"
[[ $(grep -c ' Passed ' "$scratch/log") == 5 ]] || failed "not five tests"

step "a payload that is not valid fails them, and they say why"
sed -i 's/5/"5"/' "$scratch/payloads/valid/order.json"
! run_ctest || failed "an invalid payload passes"
says 'order.json:1:52: /total/amount: expected an integer, found a string'
says 'order.json: OrderCreated, 1 violation'
[[ $(grep -c '\*\*\*Failed' "$scratch/log") == 3 ]] || failed "not three tests failed"
sed -i 's/"5"/5/' "$scratch/payloads/valid/order.json"

step "so does one valid payload among those that are to be refused"
cp "$scratch/payloads/valid/order.json" "$scratch/payloads/invalid/"
! run_ctest -R 'all' || failed "a valid payload is taken for a refused one"
says 'invalid/order.json: OrderCreated, valid, and should be refused'
rm "$scratch/payloads/invalid/order.json"

step "a folder that grows needs no new configuration, and a pattern gets one"
cp "$scratch/payloads/invalid/unknown.json" "$scratch/payloads/valid/"
! run_ctest -R '^all$' || failed "a new payload is not seen"
cmake --build "$scratch/build" >"$scratch/log" 2>&1
! run_ctest -R '^by_pattern$' || failed "a new payload is not seen by the pattern"
rm "$scratch/payloads/valid/unknown.json"
cmake --build "$scratch/build" >"$scratch/log" 2>&1
run_ctest || failed "the tests fail"

step "a sub-project gives the same, and builds the library for it"
{
  cmake -S "$scratch/payloads" -B "$scratch/build" --fresh -G Ninja -D EVENTC_SOURCE="$source_dir" \
    -D EVENTC_EXECUTABLE="$eventc" && cmake --build "$scratch/build" --parallel 2
} >"$scratch/log" 2>&1 || failed "the build fails"
run_ctest || failed "the tests fail"
