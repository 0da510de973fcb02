#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# Formats every C++ file of the repository with clang-format 14 (versions differ in what they do), or with --check says which
# lines it would change. The .clang-format nearest to a file rules: the one in generated/ sets no column limit, and --check
# alone looks there, since formatting never repairs emitted code. Exits with 77 where there is no clang-format 14.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

folders=(generator runtime tests examples bench docs)
if [[ ${1:-} == --check ]]; then
  folders+=(generated)
  action=(--dry-run -Werror)
else
  action=(-i)
fi

if ! command -v clang-format-14 >/dev/null; then
  echo "clang-format-14 is not installed"
  exit 77
fi
shopt -s nullglob globstar
files=()
for folder in "${folders[@]}"; do
  files+=("$folder"/**/*.hpp "$folder"/**/*.cpp)
done
printf '%s\0' "${files[@]}" | xargs -0 -n 16 -P 2 clang-format-14 --style=file "${action[@]}"
echo "${#files[@]} files"
