#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# package.sh SOURCE BUILD SCRATCH PROBE CMAKE_OPTION...: a project that found an installed eventc packages a function of one event;
# the zip, unpacked into a folder that holds nothing else but a shell, answers an event there. Prints sizes and times. Exits
# with 77 where that cannot be tried.
set -euo pipefail
source_dir=$1 eventc_build=$2 scratch=$3 probe=$4
shift 4

skip() {
  echo "skipped: $*"
  exit 77
}
fail() {
  echo "failed: $*"
  exit 1
}
[[ $EUID -eq 0 ]] || skip "chroot takes root"
command -v unzip >/dev/null || skip "unzip is not installed"
shell=$(command -v busybox) || skip "busybox is not installed (busybox-static): a shell that needs no libraries"
! ldd "$shell" >/dev/null 2>&1 || skip "busybox needs libraries (busybox-static does not)"

rm -rf "$scratch"
mkdir -p "$scratch/project" "$scratch/root/bin" "$scratch/root/var/task"
cp "$source_dir/tests/lambda/package/CMakeLists.txt" "$source_dir/examples/order-created.schema.json" \
  "$source_dir/docs/examples/lambda/orders.cpp" "$scratch/project"
cmake --install "$eventc_build" --prefix "$scratch/eventc" >/dev/null
cmake -S "$scratch/project" -B "$scratch/build" -G Ninja -D CMAKE_BUILD_TYPE=Release \
  -D CMAKE_PREFIX_PATH="$scratch/eventc" "$@" >/dev/null
cmake --build "$scratch/build" --target orders_package >"$scratch/log" || {
  cat "$scratch/log"
  fail "the function is not packaged"
}

zip=$scratch/build/function.zip
unzip -Z "$zip" >"$scratch/listing"
grep -qE '^-rwxr-xr-x .* bootstrap$' "$scratch/listing" || fail "bootstrap cannot be executed"
grep -qE '^-rwxr-xr-x .* bin/orders$' "$scratch/listing" || fail "the program cannot be executed"
! grep -q '^l' "$scratch/listing" || fail "there are links in the zip"
unzip -q "$zip" -d "$scratch/root/var/task"
cp "$shell" "$scratch/root/bin/sh"
printf '%s' '{"eventType":"ORDER_CREATED","orderId":"ord_0123abcd","total":{"amount":1200,"currency":"EUR"},' \
  '"lines":[{"sku":"a-1","quantity":1}]}' >"$scratch/event.json"
"$probe" "$scratch/event.json" "$scratch/root" /var/task/bootstrap | tee "$scratch/answer"
grep -qxF 'answered: {"accepted":true}' "$scratch/answer" || fail "the event is not answered"
grep -qE '^8476a536-.*: 1 lines$' "$scratch/answer" || fail "what the function prints is lost"
echo "zip: $(stat -c %s "$zip") bytes; unpacked: $(du -sb "$scratch/root/var/task" | cut -f1) bytes"
