# R comes to the figures of compare from what export hands out: orders beside deliveries of the
# curated figures, and, where the publishers' files are at hand, orders, SIPRI's volumes and the
# World Bank's, of South Korea and of all.
. "$(dirname "$0")/common.sh"
need Rscript

# figures DATASET:MEASURE FILE: TIV stay as they are, as compare leaves them.
figures() {
    case $1 in
    *-tiv) converted= ;;
    *) converted=$unit ;;
    esac
    "$ARMEX" $store export -d "${1%%:*}" -m "${1##*:}" $converted -f csv -o "$2" || fail "export $1"
}

# by_r ROWS A B ARGUMENT...: R says the same of the figures of A and of B, in so many rows.
by_r() {
    rows=$1
    figures "$2" a.csv
    figures "$3" b.csv
    first=${2%%:*},${3%%:*},${2##*:},${3##*:},
    shift 3
    expect 0 "" "$ARMEX" $store compare "$@" $unit -f csv
    awk -F, -v pair="$first" 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; print; next }
        $at["dataset_a"] "," $at["dataset_b"] "," $at["measure_a"] "," $at["measure_b"] "," == pair' \
        out >answers.csv
    Rscript "$TESTS/analysis/reference/compare_files.R" answers.csv a.csv b.csv >said 2>&1 ||
        fail "$first $(cat said)"
    [ "$(cat said)" = "$rows rows" ] || fail "$first $(cat said), not $rows"
    rm a.csv b.csv
}

store=
unit='--unit usd'
by_r 7 national-figures:deliveries national-figures:orders national-figures

data=
for place in "$SOURCE_DIR/../shared/data" "$SOURCE_DIR/../../shared/data"; do
    [ -d "$place/sipri" ] && data=$place
done
[ -n "$data" ] || exit 0
expect 0 "" "$ARMEX" -q -s s ingest "$data/sipri/supplier_1950-2023.csv"
expect 0 "" "$ARMEX" -q -s s ingest --vintage 2021-01-15 "$data/worldbank/API_MS.MIL.XPRT.KD_DS2_en_csv_v2_1740278.csv"
store='-s s'
three='national-figures sipri-tiv worldbank-ms-mil-xprt-kd -m orders'
bank=worldbank-ms-mil-xprt-kd:deliveries-tiv
for unit in '' '--unit usd'; do
    by_r 1 national-figures:orders sipri-tiv:deliveries-tiv $three -e KOR
    by_r 1 national-figures:orders $bank $three -e KOR
    by_r 1 sipri-tiv:deliveries-tiv $bank $three -e KOR
done
unit='--unit usd'
by_r 9 national-figures:orders sipri-tiv:deliveries-tiv $three
by_r 8 national-figures:orders $bank $three
by_r 120 sipri-tiv:deliveries-tiv $bank $three
