# Every publisher's file at hand gives what published.tsv says: a dataset, its vintage, how many
# series, years and observations; or a refusal, word for word.
. "$(dirname "$0")/common.sh"
data=$SOURCE_DIR/../shared/data
[ -d "$data" ] || skip "the publishers' files are not here; they may not be passed on"
cd "$data" || exit 1

tab=$(printf '\t')
wrong=0
while IFS=$tab read -r file options status answer; do
    [ "$file" = file ] && continue
    [ "$options" = - ] && options=
    store=$(mktemp -d)
    got=0
    # shellcheck disable=SC2086 # options are words
    "$ARMEX" -s "$store" ingest -f csv $options -- "$file" >"$store/out" 2>"$store/err" || got=$?
    if [ "$got" -eq 0 ]; then
        said=$(tail -n 1 "$store/out" | awk -F, '{ print $(NF-8), $(NF-7), $(NF-6), $(NF-5), $(NF-4), $(NF-3) }')
    else
        said=$(head -n 1 "$store/err" | sed 's/^armex: //')
        said=${said#"$file":}
        said=${said# }
    fi
    rm -rf "$store"
    if [ "$got" != "$status" ] || [ "$said" != "$answer" ]; then
        printf '%s\n  status %s: %s\n  not    %s: %s\n' "$file" "$got" "$said" "$status" "$answer"
        wrong=$((wrong + 1))
    fi
done <"$TESTS/end_to_end/published.tsv"
[ "$wrong" -eq 0 ] || fail "$wrong files give something else"

unnamed=$(find . -type f ! -name README.md | sed 's|^\./||' | sort | while read -r file; do
    cut -f 1 "$TESTS/end_to_end/published.tsv" | grep -qxF "$file" || echo "$file"
done)
[ -z "$unnamed" ] || fail "published.tsv does not name: $unnamed"
