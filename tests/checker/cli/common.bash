# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2154
#
# As that of tests/cli, for the scripts of this folder: SCRIPT CHECKER SCRATCH CHECKER_WITHOUT_ROUTES.
source "$(dirname "${BASH_SOURCE[0]}")/../../cli/common.bash"
shop=$eventc
types=$3

valid='{"eventType":"ORDER_CREATED","lines":[{"quantity":1}]}'
invalid='{"eventType":"ORDER_CREATED","lines":[{"quantity":1000}]}'
unknown='{"eventType":"ORDER_CREATED"}'

# A payload that pretty-printers would give.
write_pretty() { printf '{\n  "eventType": "ORDER_CREATED",\n  "lines": [\n    {"quantity": %s}\n  ]\n}\n' "$1"; }
