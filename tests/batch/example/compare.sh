#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# compare.sh PROGRAM: whether it succeeds, and prints what is expected.
set -euo pipefail
output=$("$1")
diff -u "$(dirname "${BASH_SOURCE[0]}")/expected.txt" - <<<"$output"
