#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# incremental.sh GENERATOR EVENTC_BUILD SCRATCH: what a build after a change compiles, in a project that found an installed eventc.
generator=$1 eventc_build=$2 scratch=$3
source "$(dirname "${BASH_SOURCE[0]}")/consumer.sh"

build() { cmake --build "$scratch/build" --parallel 2 >"$scratch/log" 2>&1; }
objects() { find "$scratch/build" -name '*.cpp.o' -printf '%f %T@\n' | sort; }

# compiles OBJECT...: the next build succeeds and compiles exactly these files; the one after it does nothing.
compiles() {
  local before after expected
  before=$(objects)
  build || { cat "$scratch/log"; fail "the build fails"; }
  after=$(comm -13 <(echo "$before") <(objects) | cut -d' ' -f1 | paste -sd' ')
  expected=$(printf '%s\n' "$@" | sed '/./s/$/.cpp.o/' | sort | paste -sd' ')
  [[ $after == "$expected" ]] || { cat "$scratch/log"; fail "compiled '$after', expected '$expected'"; }
  build
  ! grep -E 'Generating|Building|Linking' "$scratch/log" || fail "a build without a change does something"
}

step() { echo "-- $*"; }

fresh_consumer
cmake --install "$eventc_build" --prefix "$scratch/eventc" >"$scratch/log"
cmake -S "$scratch/consumer" -B "$scratch/build" -G "$generator" -D CMAKE_PREFIX_PATH="$scratch/eventc" >"$scratch/log"
cd "$scratch/consumer"

step "the first build compiles everything"
compiles bundle http_refund_v2 main order_created
"$scratch/build/handler" || fail "the program does not run"

step "a schema that was only touched compiles nothing"
touch schemas/order-created.schema.json
compiles ''

step "a schema that changed compiles its own file, the bundle's and what includes them"
sed -i 's/"required": \["eventType", "total"\]/"required": ["eventType"]/' schemas/order-created.schema.json
compiles bundle main order_created

step "so does one that it refers to"
sed -i 's/"amount"/"cents"/g' shared/money.json
compiles bundle main order_created

step "a new schema in the folder joins"
sed 's/Refund/Parcel/; s/REFUND/PARCEL/' schemas/HTTPRefund-v2.json >'schemas/the parcel.json'
compiles bundle main the_parcel

step "a schema that goes leaves nothing behind"
rm 'schemas/the parcel.json'
compiles bundle main
[[ -z $(find "$scratch/build/generated" -name 'the_parcel*') ]] || fail "its files are still there"

step "a broken schema stops the build until it is mended"
cp schemas/HTTPRefund-v2.json "$scratch/good"
echo '{' >schemas/HTTPRefund-v2.json
! build || fail "the build succeeds with a broken schema"
! build || fail "the second build succeeds with a broken schema"
grep -q 'HTTPRefund-v2.json:' "$scratch/log" || { cat "$scratch/log"; fail "the diagnostic is not shown"; }
cp "$scratch/good" schemas/HTTPRefund-v2.json
compiles ''

step "an option that changes runs eventc again"
sed -i 's/IMPORT_DIRS shared/& NAMESPACE events BUNDLE Bundle OPTIONS --strict/' CMakeLists.txt
compiles ''
