# SPDX-License-Identifier: Apache-2.0
#
# For the scripts of this folder, each of which is a test: SCRIPT EVENTC SCRATCH. They run in SCRATCH, an empty folder, with
# $eventc, and go on after a check that fails; $checks_failed counts those.
set -uo pipefail
export LC_ALL=C
unset NO_COLOR
eventc=$1
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
rm -rf "$2"
mkdir -p "$2"
cd "$2" || exit 1
checks_failed=0
trap 'exit $((checks_failed != 0))' EXIT

fail() {
  echo "line ${BASH_LINENO[1]}: $1"
  checks_failed=$((checks_failed + 1))
}

# expect_exit CODE COMMAND...: what it prints is in stdout.txt and stderr.txt.
expect_exit() {
  local expected=$1 found=0
  shift
  "$@" >stdout.txt 2>stderr.txt || found=$?
  ((found == expected)) || fail "exit code $found, expected $expected: $* $(<stderr.txt)"
}

# expect_text FILE TEXT: a line feed is behind the text, unless it is empty.
expect_text() {
  diff -u <([[ -z $2 ]] || printf '%s\n' "$2") "$1" || fail "$1 is not what it should be"
}

expect_line() { grep -qxF -- "$2" "$1" || fail "$1 has no line: $2"; }
expect_same() { diff -r "$1" "$2" || fail "$1 and $2 differ"; }
# Whether `script` is there and gets a pseudo-terminal: a chroot may have none.
has_terminals() { script -qec true /dev/null >/dev/null 2>&1 </dev/null; }

expect_none() { [[ ! -e $1 ]] || fail "$1 is there"; }

# write_schema FILE [TITLE]
write_schema() {
  mkdir -p "$(dirname "$1")"
  cat >"$1" <<END
{
  "title": "${2:-Order}",
  "type": "object",
  "required": ["id"],
  "properties": {"id": {"type": "string"}}
}
END
}
