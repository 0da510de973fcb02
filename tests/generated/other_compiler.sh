#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# other_compiler.sh COMPILER REPOSITORY: every committed file of the catalog is right in that compiler's eyes, all warnings as
# errors. Exits with 77 where there is no such compiler.
set -euo pipefail
compiler=$1
cd "$2"
command -v "$compiler" >/dev/null || { echo "$compiler is not installed"; exit 77; }

printf '%s\0' generated/events/*.cpp |
  xargs -0 -n 1 -P 2 "$compiler" -std=c++20 -Wall -Wextra -Wpedantic -Werror -Iruntime/include -Igenerated -fsyntax-only
