#!/bin/sh
# bench/ingest.sh WORK: files to a durable store, whole process, beside the peers. Called by run.sh, which builds what is in WORK.
#   ROWS="1000000 10000000" (100 bytes each); ROUNDS=7; NODE_PATH=folder with nodejs-polars and @duckdb/node-api from npm
set -e
here=$(cd "$(dirname "$0")" && pwd)
work=$1
armex=${ARMEX:-${BUILD:-$here/../build}/armex}
python=$(command -v /usr/bin/python3 || command -v python3 || true)
duckdb_library=$(ls -d "${NODE_PATH:-/nonexistent}"/@duckdb/node-bindings-linux-*/ 2>/dev/null | head -1)
[ -x "$armex" ] || { echo "bench: no program at $armex" >&2; exit 66; }

peer() { # NAME, what must work if it is installed
    eval "$2" >/dev/null 2>&1 || { echo "$1: not installed, left out"; return 1; }
}
has_duckdb() {
    ${CC:-cc} -O2 "$here/peers/duckdb.c" -o "$work/duckdb" -L "$duckdb_library" -lduckdb -Wl,-rpath,"$duckdb_library"
}
# One more: its line as a file, to ask for its answer, and as words, to be timed without any shell.
commands="" timed=""
quoted() {
    for word in "$@"; do printf " '%s'" "$word"; done
}
add() { # NAME COMMAND...
    name=$1; shift
    printf '#!/bin/sh\nexec%s' "$(quoted "$@")" >"$work/run-$name"
    chmod +x "$work/run-$name"
    commands="$commands $name"
    timed="$timed -- $name$(quoted "$@")"
}
# same_answers EXPECTED: each peer's answer is this one, or nothing is timed.
same_answers() {
    for name in $commands; do
        answer=$("$work/run-$name" 2>&1) || { echo "bench: $name failed: $answer" >&2; exit 1; }
        [ "$answer" = "$1" ] || { echo "bench: $name answers '$answer', armex '$1'" >&2; exit 1; }
    done
    echo "all answer: $1"
}
compare() { # floors and all; armex first
    [ -z "$input" ] || timed="$timed -- '(cat)' cat$(quoted "$input")"
    eval "set -- $timed"
    "$work/compare" -u -b "$work/before" -n "${ROUNDS:-7}" armex "$armex" -q $armex_words "$@"
    echo
}
# A fresh store each time, so that every run writes; what a run left is taken away before the next, in nobody's time.
armex_line() {
    armex_words="-s $work/s ingest $*"
    printf '#!/bin/sh\nexec rm -rf "%s" "%s".*\n' "$work/s" "$work/out" >"$work/before"
    chmod +x "$work/before"
    "$work/before"
    "$armex" -q $armex_words >/dev/null
}
add_up() { # DATASET...: how many figures there are, and their sum
    for dataset in "$@"; do "$armex" -s "$work/s" show -q -d "$dataset" -e all --flow exports -f csv; done |
        "$python" -c 'import csv, sys
rows = [float(r[3]) for r in csv.reader(sys.stdin) if r[3] not in ("", "value")]
print(len(rows), f"{sum(rows):.0f}")'
}

for rows in ${ROWS:-1000000 10000000}; do
    input=$work/trade.csv out=$work/out commands="" timed=""
    "$work/files" trade "$rows" "$input"
    echo "Trade between countries, $rows rows ($(($(stat -c %s "$input") / 1000000)) MB), to reporter x year"
    armex_line --totals "$input"
    peer DuckDB has_duckdb && add duckdb "$work/duckdb" "$here/peers/totals.sql" "IN=$input" "OUT=$out"
    peer polars "node -e 'require(\"nodejs-polars\")'" && add polars node "$here/peers/totals_polars.js" "$input" "$out"
    peer data.table "Rscript -e 'library(data.table)'" && add datatable Rscript "$here/peers/totals_datatable.R" "$input" "$out"
    peer pandas "$python -c 'import pandas, h5py'" && add pandas "$python" "$here/peers/totals_pandas.py" "$input" "$out"
    same_answers "$(add_up comtrade-arms)"
    compare
done

input="" commands="" timed=""
"$work/files" wide "$work/wide.csv"
"$work/files" long "$work/long.csv"
echo "Small files (266 x 65 and 6,000 rows) to a store"
armex_line "$work/wide.csv" "$work/long.csv" --vintage 2024-06-07
peer DuckDB has_duckdb && add duckdb "$work/duckdb" "$here/peers/small.sql" "WIDE=$work/wide.csv" "LONG=$work/long.csv" "OUT=$work/out"
peer data.table "Rscript -e 'library(data.table)'" && add datatable Rscript "$here/peers/small_datatable.R" "$work/wide.csv" "$work/long.csv" "$work/out"
peer pandas "$python -c 'import pandas, h5py'" && add pandas "$python" "$here/peers/small_pandas.py" "$work/wide.csv" "$work/long.csv" "$work/out"
same_answers "$(add_up $(ls "$work/s"))"
compare

# Every row kept, not only the totals: beside DuckDB's copy of the file to parquet. (FLOWS= leaves it out.)
flows() {
    rows=${FLOWS-10000000}
    [ -n "$rows" ] || return 0
    "$python" -c 'import h5py, numpy' 2>/dev/null || { echo "every row: no h5py to take armex's answer with, left out"; return 0; }
    input=$work/trade.csv out=$work/flows commands=""
    "$work/files" trade "$rows" "$input"
    echo "Trade between countries, $rows rows ($(($(stat -c %s "$input") / 1000000)) MB), every row kept"
    armex_line "$input"
    peer DuckDB has_duckdb && add duckdb "$work/duckdb" "$here/peers/flows.sql" "IN=$input" "OUT=$out"
    same_answers "$("$python" -c 'import glob, h5py, numpy, sys
values = h5py.File(glob.glob(sys.argv[1])[0])["flow_value"][:]
print(len(values), f"{numpy.nansum(values):.9e}")' "$work/s/comtrade-arms/*.h5")"
    compare
}
flows
