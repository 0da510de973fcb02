#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# The depfile names every file that was read, escaped as Make and Ninja read it.
source "$(dirname "${BASH_SOURCE[0]}")/common.bash"

mkdir -p 'my schemas' 'more#1' '$(x)'
cat >'my schemas/order.schema.json' <<'END'
{
  "type": "object",
  "properties": {
    "a": {"$ref": "beside.json"}, "b": {"$ref": "imported.json#/$defs/B"}, "c": {"$ref": "https://example.com/c"}
  }
}
END
echo '{"type": "string"}' >'my schemas/beside.json'
echo '{"$defs": {"B": {"type": "integer"}}}' >'more#1/imported.json'
echo '{"$id": "https://example.com/c", "type": "boolean"}' >'$(x)/c.json'

expect_exit 0 "$eventc" generate --no-routes -o 'my out' -I 'more#1' -I '$(x)' --depfile 'deps/a b.d' 'my schemas/order.schema.json'
for read in 'my\ schemas/order.schema.json' 'my\ schemas/beside.json' 'more\#1/imported.json' '$$(x)/c.json'; do
  grep -qxE -- "  .*" 'deps/a b.d' && grep -qF -- "  $read" 'deps/a b.d' || fail "not named: $read in $(<'deps/a b.d')"
done
[[ $(head -1 'deps/a b.d') == 'my\ out/events/order.hpp: \' ]] || fail "$(head -1 'deps/a b.d')"

expect_exit 0 "$eventc" generate --no-routes -o out -I 'more#1' -I '$(x)' --depfile d --depfile-target stamp \
  'my schemas/order.schema.json'
[[ $(head -1 d) == 'stamp: \' ]] || fail "$(head -1 d)"

if command -v make >/dev/null; then
  touch -d '2001-01-01' 'my schemas'/* 'more#1'/* '$(x)'/*
  touch -d '2002-01-01' stamp
  printf 'include d\nstamp:\n\t@echo stale\n' >Makefile
  [[ $(make -s stamp) == '' ]] || fail "Make finds the stamp stale"
  for read in 'my schemas/beside.json' 'more#1/imported.json' '$(x)/c.json'; do
    touch -d '2003-01-01' "$read"
    [[ $(make -s stamp) == stale ]] || fail "Make does not know of $read"
    touch -d '2001-01-01' "$read"
  done
fi
