#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# quoted_sees_differences.sh SCRATCH: quoted.sh passes a page that quotes as it should, and no other.
set -euo pipefail
quoted=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)/quoted.sh
scratch=$1
rm -rf "$scratch"
mkdir -p "$scratch/docs/examples/a"

fail() {
  echo "failed: $*"
  exit 1
}
program() { printf '// SPDX-License-Identifier: Apache-2.0\n%b' "$1" >"$scratch/docs/examples/a/b.cpp"; }
page() { printf "$1" >"$scratch/docs/page.md"; }

program 'int a;\n\nint b;\n'
page 'Text.\n\n<!-- docs/examples/a/b.cpp -->\n\n    int a;\n\n    int b;\n\nText.\n'
"$quoted" "$scratch" || fail "an indented block is refused"
page '<!-- docs/examples/a/b.cpp -->\n```cpp\nint a;\n\nint b;\n```\n    int c;\n'
"$quoted" "$scratch" || fail "a block between fences is refused"

page '<!-- docs/examples/a/b.cpp -->\n\n    int a;\n    int b;\n'
! "$quoted" "$scratch" || fail "a missing line is passed"
page '<!-- docs/examples/a/b.cpp -->\n\n    int a;\n\n    int b;\n    int c;\n'
! "$quoted" "$scratch" || fail "another line is passed"
page '<!-- docs/examples/a/b.cpp -->\n\nText.\n'
! "$quoted" "$scratch" || fail "a missing block is passed"
page '<!-- docs/examples/a/c.cpp -->\n\n    int a;\n'
! "$quoted" "$scratch" || fail "a missing file is passed"
page 'Text.\n'
! "$quoted" "$scratch" || fail "pages without a quotation are passed"
