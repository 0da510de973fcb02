#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# quoted.sh SOURCE: what the pages SOURCE/docs/*.md quote is what the files hold. A line
#
#     <!-- docs/examples/lambda/orders.cpp -->
#
# names the file of the block behind it: lines that are indented by four spaces, or that stand between ```. The licence line at
# the top of the file, and an empty one behind it, are left out there. Says where a page differs; a page that quotes nothing is
# well, a repository without a quotation is not.
set -euo pipefail
cd "$1"

# quoted_block PAGE LINE: the block behind that line, without its indentation.
quoted_block() {
  awk -v first="$2" '
    NR <= first { next }
    !begun && /^[ \t]*$/ { next }
    !begun && /^```/ { begun = fenced = 1; next }
    fenced && /^```/ { exit }
    fenced { print; next }
    /^    / { begun = 1; for (; blank > 0; --blank) print ""; print substr($0, 5); next }
    begun && /^[ \t]*$/ { ++blank; next }
    { exit }
  ' "$1"
}

# without_licence FILE
without_licence() {
  awk 'NR == 1 && /SPDX-License-Identifier/ { licensed = 1; next } NR == 2 && licensed && /^$/ { next } { print }' "$1"
}

quoted=0 wrong=0
for page in docs/*.md; do
  while IFS=: read -r line marker; do
    [[ -n $line ]] || continue
    file=${marker#<!-- }
    file=${file% -->}
    quoted=$((quoted + 1))
    if [[ ! -f $file ]]; then
      echo "$page:$line: there is no file $file"
      wrong=$((wrong + 1))
    elif ! diff --label "$file" --label "$page:$line" -u <(without_licence "$file") <(quoted_block "$page" "$line"); then
      wrong=$((wrong + 1))
    fi
  done < <(grep -nE '^<!-- docs/examples/[^ ]+ -->$' "$page" || true)
done
echo "$quoted quotations, $wrong of them wrong"
[[ $quoted -gt 0 && $wrong -eq 0 ]]
