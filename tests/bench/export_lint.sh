#!/bin/sh
# Exports every shipped briefing, without notes and with some on every third passage, and shows it to three programs that have no part in Hexapla:
# mdformat must change nothing, markdownlint must find nothing, pandoc must read every footnote.
# Needs uv, npm, pandoc and the network once; the tools land in $TOOLS, nothing in the checkout.
#
#   sh tests/bench/export_lint.sh
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
TOOLS=${TOOLS:-${TMPDIR:-/tmp}/hexapla-export-lint}
python="$root/.venv/bin/python"
mkdir -p "$TOOLS/out"

if [ ! -x "$TOOLS/venv/bin/mdformat" ]; then
    uv venv -q "$TOOLS/venv"
    uv pip install -q --python "$TOOLS/venv/bin/python" \
        mdformat==1.0.0 mdformat-gfm==1.0.0 mdformat-footnote==0.1.3 mdformat-frontmatter==2.2.0
fi
[ -x "$TOOLS/node_modules/.bin/markdownlint-cli2" ] || npm install --silent --prefix "$TOOLS" markdownlint-cli2@0.22.1

cd "$TOOLS/out"
rm -f ./*.md
printf '%s\n' '{"config": {"MD013": false, "MD025": {"front_matter_title": ""}}}' >.markdownlint-cli2.jsonc
for briefing in "$root"/briefings/*.yaml; do
    "$python" -m tui export "$briefing" >"$(basename "$briefing" .yaml).md"
    (cd "$root" && XDG_DATA_HOME="$TOOLS/data" "$python" -m tests.bench.noted "$briefing")
    XDG_DATA_HOME="$TOOLS/data" "$python" -m tui export --notes "$briefing" >"$(basename "$briefing" .yaml)-noted.md"
done

"$TOOLS/venv/bin/mdformat" --wrap keep --check ./*.md
"$TOOLS/node_modules/.bin/markdownlint-cli2" "*.md"
for export in ./*.md; do
    defined=$(grep -c '^\[^[0-9]*\]: ' "$export")
    used=$(sed '/^\[^[0-9]*\]: /d' "$export" | grep -o '\[^[0-9]*\]' | sort -u | wc -l)
    unread=$(pandoc -f markdown -t plain "$export" | grep -c '\[^[0-9]' || true)
    read=$(pandoc -f markdown -t html "$export" | grep -c '<li id="fn' || true)
    marks=$(sed '/^\[^[0-9]*\]: /d' "$export" | grep -o '\[^[0-9]*\]' | wc -l)
    printf '%s: %s bytes, %s footnotes, %s marks, pandoc read %s\n' "$export" "$(wc -c <"$export")" "$defined" "$marks" "$read"
    [ "$defined" = "$used" ] && [ "$unread" = 0 ] && [ "$read" = "$marks" ]
done
