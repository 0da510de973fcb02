#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# drop_in.sh SOURCE BUILD EVENTC SCRATCH: what a user of the project drop_in sees who copies a schema into its folder and builds, takes it
# away again, or drops in one that overlaps another, takes another's payloads, or is broken.
source_dir=$1 eventc_build=$2 eventc=$3 scratch=$4
source "$(dirname "${BASH_SOURCE[0]}")/consumer.sh"
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
project=$scratch/drop_in
diagnostics=$source_dir/tests/diagnostics

step() { echo "-- $*"; }
failed() {
  cat "$scratch/log"
  fail "$@"
}
build() { cmake --build "$scratch/build" --parallel 2 >"$scratch/log" 2>&1; }
builds() { build || failed "the build fails"; }
refuses() { ! build || failed "the build succeeds"; }
# says TEXT: the build, or the program that ran last, said so; TEXT may be of several lines.
says() { [[ $(<"$scratch/log") == *"$1"* ]] || failed "the output does not say: $1"; }
objects() { find "$scratch/build" -name '*.cpp.o' -printf '%f %T@\n' | sort; }
# answers: what each payload is taken for, a line each.
answers() { "$scratch/build/checker" classify --format json payloads || true; }
# expect_answers EXPECTED: they are that, and no other.
expect_answers() { diff -u <(echo "$1") <(answers) || fail "payloads are taken for something else"; }
# checker STATUS ARGUMENT...: the checker exits with it.
checker() {
  local found=0
  "$scratch/build/checker" "${@:2}" >"$scratch/log" 2>&1 || found=$?
  ((found == $1)) || failed "exit code $found, expected $1: checker ${*:2}"
}

rm -rf "$scratch"
mkdir -p "$scratch"
cp -R "$here/drop_in" "$scratch/"
cd "$project"
cp "$source_dir"/schemas/{sqs,kinesis}-event.schema.json schemas/
cp "$source_dir/tests/events/sqs-event/valid/one-message.json" payloads/sqs-event.json
cp "$source_dir/tests/events/kinesis-event/valid/two-records.json" payloads/kinesis-event.json

step "the project builds with events of its own and of the catalog"
cmake -S . -B "$scratch/build" -G Ninja -D eventc_DIR="$eventc_build" >"$scratch/log" 2>&1 || failed "no configuration"
builds
cp main.cpp "$scratch/main.cpp"
before=$(answers)
expect_answers '{"file":"payloads/another-shops.json","line":1,"event":null}
{"file":"payloads/cancelled-by-customer.json","line":1,"event":"OrderCancelled"}
{"file":"payloads/cancelled.json","line":1,"event":"OrderCancelled"}
{"file":"payloads/created.json","line":1,"event":"OrderCreated"}
{"file":"payloads/kinesis-event.json","line":1,"event":"KinesisEvent"}
{"file":"payloads/shipped-in-no-parcel.json","line":1,"event":null}
{"file":"payloads/shipped.json","line":1,"event":null}
{"file":"payloads/sqs-event.json","line":1,"event":"SqsEvent"}'

step "a schema that is dropped in has a type, a parser, a route and checks"
cp dropped/order-shipped.schema.json schemas/
sed -i -e 's|^// The handlers. types end here\.|#include <events/order_shipped.hpp>|' \
  -e 's|^  // The handlers end here\.|  router.on<events::OrderShipped>([](const events::OrderShipped\& order) {\
    std::cout << "shipped " << order.order_id << " in " << order.parcels << "\\n";\
  });|' main.cpp
builds
[[ -s $scratch/build/generated/shop_events/events/order_shipped.hpp ]] || fail "there is no header"
"$scratch/build/handler" payloads/{shipped,shipped-in-no-parcel,created,cancelled,sqs-event,another-shops}.json >"$scratch/log"
diff -u - "$scratch/log" <<'END' || fail "payloads reach other handlers"
shipped ord_4 in 2
not a valid OrderShipped: /parcels (1:63): expected at least 1, found 0 [order-shipped.schema.json#/properties/parcels/minimum]
created ord_1, lines: 1
cancelled ord_2
no handler for SqsEvent
none of the known events: KinesisEvent, OrderCancelled, OrderCreated, OrderShipped, SqsEvent
END
checker 0 check payloads/shipped.json
says 'payloads/shipped.json: OrderShipped, valid'
checker 0 check --as order-shipped payloads/shipped.json
checker 1 check --as OrderShipped payloads/shipped-in-no-parcel.json payloads/created.json
says 'payloads/shipped-in-no-parcel.json:1:63: /parcels: expected at least 1, found 0'
says 'payloads/created.json: OrderShipped, 2 violations'

step "no other payload's answer changed"
expect_answers "$(sed '/\/shipped/s/null/"OrderShipped"/' <<<"$before")"

step "a schema that is removed leaves nothing behind"
rm schemas/order-shipped.schema.json
cp "$scratch/main.cpp" main.cpp
builds
[[ -z $(find "$scratch/build/generated" -name 'order_shipped*') ]] || fail "its files are still there"
expect_answers "$before"
checker 2 check --as OrderShipped payloads/shipped.json
"$scratch/build/handler" payloads/shipped.json >"$scratch/log"
says 'none of the known events: KinesisEvent, OrderCancelled, OrderCreated, SqsEvent'

# Where its title stands: FILE:LINE:COLUMN.
place_of() { echo "$1:$(awk '/"title"/ { print NR ":" index($0, ": ") + 2; exit }' "$1")"; }

witnesses=$scratch/witnesses
mkdir -p "$witnesses/payloads"
cp -R witnesses/CMakeLists.txt "$witnesses/"
mkdir "$witnesses/schemas"
for overlap in overlaps/*; do
  step "two that overlap fail the build: ${overlap#*/}"
  mapfile -t pair < <(cd "$overlap" && ls)
  titles=()
  for file in "${pair[@]}"; do
    cp "$overlap/$file" schemas/
    titles+=("$(sed -n 's/^  "title": "\(.*\)",$/\1/p' "schemas/$file")")
  done
  refuses
  says "$(place_of "$project/schemas/${pair[0]}"): error: ${titles[0]} and ${titles[1]} can't be told apart: a payload that has /"
  says "$(place_of "$project/schemas/${pair[1]}"): note: ${titles[1]} is declared here"
  witness=$(sed -n 's/^  note: both accept //p' "$scratch/log")
  [[ $witness == '{'* && $witness != *$'\n'* ]] || failed "there is no witness"
  for title in "${titles[@]}"; do echo "$witness" >"$witnesses/payloads/$title.json"; done
  mv "${pair[@]/#/schemas/}" "$witnesses/schemas/"
done
[[ $(find "$witnesses/payloads" -name '*.json' | wc -l) == 10 ]] || fail "there are not five pairs"

step "the validators of both accept each witness"
{
  cmake -S "$witnesses" -B "$witnesses/build" -G Ninja -D eventc_DIR="$eventc_build" &&
    cmake --build "$witnesses/build" --parallel 2
} >"$scratch/log" 2>&1 || failed "the build fails"
for payload in "$witnesses/payloads"/*.json; do
  title=$(basename "$payload" .json)
  "$witnesses/build/checker" check --as "$title" "$payload" >"$scratch/log" 2>&1 ||
    failed "the witness is not valid: $(<"$payload")"
  says "$title, valid"
done

step "a discriminator or a priority settles it"
declares() { sed -i "s|^  \"type\": \"object\",|  \"x-eventc\": $2,\n&|" "schemas/$1.schema.json"; }
cp "$witnesses"/schemas/{invoice,reminder}-*.json schemas/
refuses
declares invoice-paid '{"priority": 2}'
declares invoice-sent '{"priority": 1}'
refuses
says "ReminderSent and ReminderStopped can't be told apart"
declares reminder-sent '{"discriminator": "/kind"}'
declares reminder-stopped '{"discriminator": "/kind"}'
echo '{"invoice": "inv_1", "customer": "c_1"}' >payloads/invoice-paid.json
echo '{"invoice": "inv_1", "kind": "SENT"}' >payloads/reminder-sent.json

step "one that takes payloads of another is named beside it"
cp dropped/order-cancelled-by-customer.schema.json schemas/
builds
new=OrderCancelledByCustomer
says "$(place_of "$project/schemas/order-cancelled-by-customer.schema.json"): note: $new goes before OrderCancelled: \
a payload that fits both is routed to $new (see /customerId)"
expect_answers "$(sed '/by-customer/s/OrderCancelled/&ByCustomer/
/kinesis-event/i {"file":"payloads/invoice-paid.json","line":1,"event":"InvoicePaid"}
/shipped-in-no/i {"file":"payloads/reminder-sent.json","line":1,"event":"ReminderSent"}' <<<"$before")"

# expected_of CASE: what eventc says of a case of tests/diagnostics that was dropped in.
expected_of() { sed -E "s|^[a-z]+\.schema\.json:[0-9]+:|$project/schemas/&|" "$diagnostics/$1/expected.txt"; }

step "a broken schema stops the build, which says what to do"
good=$(objects)
for name in json_{trailing_comma,comment,yaml,utf16,byte_order_mark,empty_file,merge_conflict} ref_dangling patterns_refused \
  two_roots_of_one_name dialect_unknown keyword_of_another_draft types_of_other_languages required_as_a_boolean \
  enum_of_one_string payload_in_place_of_a_schema; do
  cp "$diagnostics/$name"/*.schema.json schemas/
  refuses
  says "$(expected_of "$name")"
  rm -f schemas/{order,a,b,c}.schema.json
done

step "the project builds as before when that is gone"
builds
[[ $(objects) == "$good" ]] || failed "something was compiled"

step "what JSON Schema allows and nobody means is a warning, which says what to do"
for name in misspelled_keywords openapi_keywords openapi_document; do
  cp "$diagnostics/$name/order.schema.json" schemas/
  cmake --build "$scratch/build" --target shop_events_generate >"$scratch/log" 2>&1 || failed "eventc fails"
  says "$(expected_of "$name" | sed 's/: error: /: warning: /')" # an error where --strict
  rm schemas/order.schema.json
done

step "the order of files changes neither the code, nor the routes and why, nor what is refused"
# generate FOLDER ORDER: everything that eventc makes of a folder's schemas, taken in the order of `ls ORDER`, and says of them.
generate() {
  local out=$scratch/order$2
  mapfile -t files < <(ls "$2" "$1"/*.json)
  rm -rf "$out"
  mkdir "$out"
  "$eventc" generate -o "$out" "${files[@]}" >"$out/said" 2>&1 || true
  "$eventc" generate --explain-routes "${files[@]}" >"$out/explained" 2>&1 || true
}
for folder in schemas "$witnesses/schemas"; do
  for order in -1 -r -S; do
    generate "$folder" "$order"
    diff -r "$scratch/order-1" "$scratch/order$order" || fail "another order, another result: $folder"
  done
done
[[ $(grep -c "can't be told apart" "$scratch/order-1/said") -ge 5 ]] || fail "the overlaps are not refused"
