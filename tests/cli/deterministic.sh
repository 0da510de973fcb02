#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# The output is the same to the byte: in another run, in another order, elsewhere, and by other paths.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

repository=$(cd "$here/../.." && pwd)
cp -r "$repository/schemas" schemas
schemas=(schemas/*.schema.json)
expect_exit 0 "$eventc" generate --no-routes -o once "${schemas[@]}"
expect_exit 0 "$eventc" generate --no-routes -o again "${schemas[@]}"
expect_same once again

mapfile -t backwards < <(printf '%s\n' "${schemas[@]}" | sort -r)
expect_exit 0 "$eventc" generate --no-routes -o backwards "${backwards[@]}"
expect_same once backwards

# So is the bundle's: nobody's route hangs on the order of files.
expect_exit 0 "$eventc" generate -o bundle "${schemas[@]}"
expect_exit 0 "$eventc" generate -o bundle_backwards "${backwards[@]}"
expect_same bundle bundle_backwards
[[ -s bundle/events/bundle.hpp ]] || fail "no bundle"

expect_exit 0 "$eventc" generate --no-routes -o absolute "${schemas[@]/#/$PWD/}"
expect_same once absolute

expect_exit 0 env -C schemas "$eventc" generate --no-routes -o ../inside $(cd schemas && echo *.schema.json)
expect_same once inside
expect_exit 0 env -C / "$eventc" generate --no-routes -o "$PWD/from_root" "${schemas[@]/#/.$PWD/}"
expect_same once from_root

expect_exit 0 env LC_ALL=C.UTF-8 TZ=Asia/Tokyo HOME=/nowhere "$eventc" generate --no-routes -o environment "${schemas[@]}"
expect_same once environment
! grep -rF "$PWD" once || fail "a machine's path is in the output"
