#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# costs.sh EVENTC COMPILER REPOSITORY WORK [--quick]: what eventc costs a user's build, as tables. For each event of the catalog a
# file that includes its header and nothing else, its emitted source (with what all of them include precompiled, as
# eventc_generate() has it from eight schemas on, and without) and the text of the object; then eventc itself. Seconds of processor
# time, the least of several rounds: other programs that run make them longer, never shorter.
set -euo pipefail
export LC_ALL=C CCACHE_DISABLE=1
eventc=$1 compiler=$2 repository=$3 work=$4
rounds=3
[[ ${5:-} != --quick ]] || rounds=1
source "$(dirname "${BASH_SOURCE[0]}")/../least.bash"
rm -rf "$work"
mkdir -p "$work"
schemas=("$repository"/schemas/*.schema.json)
compile=("$compiler" -std=c++20 -DNDEBUG "-I$repository/runtime/include" "-I$repository/generated")

# include_row NAME FILE: the first cells of the row of a file that includes something.
include_row() {
  local syntax
  least "${compile[@]}" -fsyntax-only "$2"
  syntax=$seconds
  least "${compile[@]}" -O0 -c "$2" -o "$work/user.o"
  printf '| %-52s | %7s | %7s |' "$1" "$syntax" "$seconds"
}

# --- What a user's file includes ------------------------------------------------------------------------------------------

printf 'Seconds of processor time, the least of %s. %s\n\n' "$rounds" "$("$compiler" --version | head -1)"
printf '| %-52s | %7s | %7s | %11s | %8s | %9s |\n' 'a file that includes' syntax -O0 'its .cpp' 'its .cpp' '.cpp, -O2'
printf '| %-52s | %7s | %7s | %11s | %8s | %9s |\n' '' '' '' 'precompiled' 'at -O2' 'text B'
printf '|---|--:|--:|--:|--:|--:|\n'

cat >"$work/standard.cpp" <<'END'
#include <chrono>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>
END
include_row '(string, vector, map, optional, variant, chrono)' "$work/standard.cpp"
printf ' %11s | %8s | %9s |\n' '' '' ''

cat >"$work/nlohmann.cpp" <<'END'
#include <nlohmann/json.hpp>
bool read(const char* text) { return nlohmann::json::parse(text).is_object(); }
END
if "${compile[@]}" -fsyntax-only "$work/nlohmann.cpp" 2>/dev/null; then
  include_row '(nlohmann/json.hpp, one parse)' "$work/nlohmann.cpp"
  printf ' %11s | %8s | %9s |\n' '' '' ''
fi

# source_cells FILE: an emitted source.
echo '#include <eventc/emitted/emitted.hpp>' >"$work/emitted.hpp"
"${compile[@]}" -O2 -x c++-header "$work/emitted.hpp" -o "$work/emitted.hpp.gch"
source_cells() {
  local precompiled
  least "${compile[@]}" -O2 -Winvalid-pch -include "$work/emitted.hpp" -c "$1" -o "$work/event.o"
  precompiled=$seconds
  least "${compile[@]}" -O2 -c "$1" -o "$work/event.o"
  printf ' %11s | %8s | %9d |\n' "$precompiled" "$seconds" "$(size "$work/event.o" | awk 'NR == 2 {print $1}')"
}

for schema in "${schemas[@]}"; do
  name=$(basename "$schema" .schema.json)
  stem=${name//-/_}
  printf '#include <events/%s.hpp>\n' "$stem" >"$work/user.cpp"
  include_row "events/$stem.hpp" "$work/user.cpp"
  source_cells "$repository/generated/events/$stem.cpp"
done
printf '#include <events/bundle.hpp>\n' >"$work/user.cpp"
include_row 'events/bundle.hpp' "$work/user.cpp"
source_cells "$repository/generated/events/bundle.cpp"

# --- eventc itself --------------------------------------------------------------------------------------------------------

# eventc_row WHAT PREPARE SCHEMA...: $options are those of `eventc generate`.
eventc_row() {
  local what=$1
  prepare=$2
  shift 2
  least "$eventc" generate "${options[@]}" "$@"
  printf '| %-52s | %7s |\n' "$what" "$seconds"
}

# They are moved away: ext4 makes files slowly where as many were removed a moment ago.
forgotten=0
forget_outputs() { [[ ! -e $work/out ]] || mv "$work/out" "$work/out.$((++forgotten))"; }
# Another description, so that the outputs are others.
change_one() { sed -i '0,/"description": "/s//&Changed. /' "$one"; }

mkdir -p "$work/catalog" "$work/thousand"
cp "${schemas[@]}" "$work/catalog"
catalog=("$work"/catalog/*.schema.json)
one=$work/catalog/kinesis-event.schema.json
# Copies of the catalog under other names, which refer to one another: nothing tells them apart, so they have no routes.
for ((i = 0; i < 1000; ++i)); do
  schema=${schemas[i % ${#schemas[@]}]} copy=$((i / ${#schemas[@]}))
  sed -E "0,/\"title\"/s/(\"title\": \"[^\"]*)/\1 Copy $copy/; s/\"([a-z0-9-]+)\.schema\.json/\"\1-copy-$copy.schema.json/" "$schema" \
    >"$work/thousand/$(basename "$schema" .schema.json)-copy-$copy.schema.json"
done
thousand=("$work"/thousand/*.schema.json)

printf '\n| %-52s | %7s |\n|---|--:|\n' 'eventc generate' seconds
options=(-o "$work/out")
eventc_row "the catalog: ${#catalog[@]} schemas, with routes" forget_outputs "${catalog[@]}"
eventc_row 'the catalog, nothing changed' : "${catalog[@]}"
eventc_row 'the catalog, one schema changed' change_one "${catalog[@]}"
options=(--no-routes -o "$work/out")
eventc_row 'one schema alone, changed' change_one "$one"
eventc_row '1,000 schemas, without routes' forget_outputs "${thousand[@]}"
one=${thousand[0]}
eventc_row '1,000 schemas, nothing changed' : "${thousand[@]}"
eventc_row '1,000 schemas, one changed' change_one "${thousand[@]}"
