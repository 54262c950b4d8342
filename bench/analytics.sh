#!/bin/sh
# bench/analytics.sh FOLDER SERIES ROUNDS [PEER]...: growth to ranks of a made-up panel, SERIES x 70 years, in one process
# each: numpy, pandas, polars, duckdb, datatable, or those named; FOLDER holds the program w3_panel that run.sh builds.
# Medians of ROUNDS after one that is not counted, armex before and after the peers; a time is shown only where the answer's
# checksum is armex's to nine digits.
set -e
here=$(cd "$(dirname "$0")" && pwd)
work=$1 series=$2 rounds=$3
shift 3
[ $# -gt 0 ] || set -- numpy pandas polars duckdb datatable
unset OPENBLAS_CORETYPE
python=$(command -v /usr/bin/python3 || command -v python3 || true)
panel=$work/panel-$series.bin
[ -f "$panel" ] || "$work/w3_panel" make "$series" "$panel"

installed() { # PEER
    case $1 in
    numpy | pandas) $python -c "import $1" ;;
    polars) node -e 'require("nodejs-polars")' ;;
    duckdb) node -e 'require("@duckdb/node-api")' ;;
    datatable) Rscript -e 'library(data.table)' ;;
    *) echo "bench: no peer is called '$1'" >&2 && exit 64 ;;
    esac >/dev/null 2>&1
}

timed() { # PEER: its lines "operation median least checksum"
    case $1 in
    numpy | pandas) $python "$here/w3_$1.py" "$series" "$panel" "$rounds" ;;
    polars | duckdb) node "$here/w3_$1.js" "$series" "$panel" "$rounds" ;;
    datatable) Rscript "$here/w3_datatable.R" "$series" "$panel" "$rounds" ;;
    esac
}

ours() { # TURN
    "$work/w3_panel" time "$series" "$panel" "$((rounds * 3))" >"$work/w3.armex.$1"
}

table() { # PEER...: milliseconds and ratios to the mean of armex's two turns
    awk -v peers="$*" '
    function like(a, b) { return a - b <= 1e-9 * (b < 0 ? -b : b) && b - a <= 1e-9 * (b < 0 ? -b : b) }
    FILENAME ~ /armex/ && /^\(copy/ { copies = copies " " $2 * 1e3 " ms (" $3 " GB/s)" }
    /^\(/ { next }
    FILENAME ~ /armex/ { ours[$1] += $2 / 2; sum[$1] = $4; if (FILENAME ~ /1$/) order[++n] = $1; next }
    {
        peer = FILENAME; sub(/.*w3\./, "", peer)
        time[peer, $1] = $2
        if ($1 != "total" && !like($4, sum[$1])) wrong[peer, $1] = wrong[peer, "total"] = 1
    }
    END {
        m = split(peers, name, " ")
        printf "%-10s %10s", "median ms", "armex"
        for (p = 1; p <= m; p++) printf " %20s", name[p]
        print ""
        for (i = 1; i <= n; i++) {
            op = order[i]
            printf "%-10s %10.3f", op, ours[op] * 1e3
            for (p = 1; p <= m; p++)
                if (wrong[name[p], op]) printf " %20s", "another answer"
                else printf " %12.3f %6.1fx", time[name[p], op] * 1e3, time[name[p], op] / ours[op]
            print ""
        }
        print "(copying the panel:" copies ")"
    }' "$work/w3.armex.1" "$work/w3.armex.2" $(for peer in "$@"; do echo "$work/w3.$peer"; done)
}

echo "Analytics of $series series x 70 years, two threads, one process each"
present=
for peer in "$@"; do
    if installed "$peer"; then present="$present $peer"; else echo "$peer: not installed, left out"; fi
done
ours 1
for peer in $present; do timed "$peer" >"$work/w3.$peer"; done
ours 2
table $present
