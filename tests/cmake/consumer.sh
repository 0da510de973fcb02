# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2154
#
# What the tests of the consumer project share. They work in a copy of it, under $scratch.
set -euo pipefail
export LC_ALL=C

fail() {
  echo "FAILED: $*"
  exit 1
}

fresh_consumer() {
  rm -rf "$scratch"
  mkdir -p "$scratch"
  cp -R "$(dirname "${BASH_SOURCE[0]}")/consumer" "$scratch/consumer"
}
