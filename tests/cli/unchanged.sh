#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Files whose text has not changed keep their time stamp.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

write_schema a.schema.json A
write_schema b.schema.json B
expect_exit 0 "$eventc" generate --no-routes -o out a.schema.json b.schema.json
find out -type f -exec touch -d '2001-01-01' {} +
touch -d '2002-01-01' stamp

expect_exit 0 "$eventc" generate --no-routes -o out a.schema.json b.schema.json
[[ -z $(find out -type f -newer stamp) ]] || fail "wrote $(find out -type f -newer stamp)"

sed -i 's/"type": "string"/"type": "integer"/' a.schema.json
expect_exit 0 "$eventc" generate --no-routes -o out a.schema.json b.schema.json
expect_text <(find out -type f -newer stamp ! -name 'a.*') ""
[[ out/events/a.hpp -nt stamp ]] || fail "did not write what changed"
