#!/bin/sh
# bench/analytics.sh FOLDER SERIES ROUNDS [PEER]...: growth to ranks of a made-up panel, SERIES x 70 years, in one process
# each: numpy, pandas, polars, duckdb, datatable, or those named; FOLDER holds the program w3_panel that run.sh builds.
# Medians of ROUNDS after one that is not counted, armex before and after the peers; a time is shown only where the answer's
# checksum is armex's to nine digits. In pieces, where all at once takes too long: STEP=time keeps what the named peers take in
# FOLDER, beside what other calls have kept, OPS="growth rank" limits them to some operations, and STEP=table prints it all.
set -e
here=$(cd "$(dirname "$0")" && pwd)
work=$1 series=$2 rounds=$3
shift 3
[ $# -gt 0 ] || set -- numpy pandas polars duckdb datatable
unset OPENBLAS_CORETYPE
python=$(command -v /usr/bin/python3 || command -v python3 || true)
panel=$work/panel-$series.bin
kept=$work/w3.$series
[ -f "$panel" ] || "$work/w3_panel" make "$series" "$panel"
export OPS

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
    polars | duckdb) node --max-old-space-size=8000 "$here/w3_$1.js" "$series" "$panel" "$rounds" ;;
    datatable) Rscript "$here/w3_datatable.R" "$series" "$panel" "$rounds" ;;
    esac
}

ours() {
    "$work/w3_panel" time "$series" "$panel" "$((rounds * 3))" >>"$kept.armex"
}

table() { # PEER...: milliseconds and ratios to the mean of armex's turns
    awk -v peers="$*" '
    function like(a, b) { return a - b <= 1e-9 * (b < 0 ? -b : b) && b - a <= 1e-9 * (b < 0 ? -b : b) }
    /^total/ { next }
    FILENAME ~ /armex$/ && /^\(copy/ { copies = copies " " $2 * 1e3 " ms (" $3 " GB/s)" }
    /^\(/ { next }
    FILENAME ~ /armex$/ {
        if (!turns[$1]++) order[++n] = $1
        ours[$1] += $2
        sum[$1] = $4
        next
    }
    {
        peer = FILENAME; sub(/.*\./, "", peer)
        time[peer, $1] = $2
        if (!like($4, sum[$1])) wrong[peer, $1] = 1
    }
    END {
        m = split(peers, name, " ")
        printf "%-10s %10s", "median ms", "armex"
        for (p = 1; p <= m; p++) printf " %20s", name[p]
        print ""
        order[++n] = "total"
        for (i = 1; i <= n; i++) {
            op = order[i]
            if (i < n) ours["total"] += ours[op] /= turns[op]
            printf "%-10s %10.3f", op, ours[op] * 1e3
            for (p = 1; p <= m; p++) {
                peer = name[p]
                if (wrong[peer, op]) { printf " %20s", "another answer"; wrong[peer, "total"] = 1 }
                else if (!((peer, op) in time)) { printf " %20s", "not timed"; wrong[peer, "total"] = 1 }
                else printf " %12.3f %6.1fx", time[peer, op] * 1e3, time[peer, op] / ours[op]
                if (i < n) time[peer, "total"] += time[peer, op]
            }
            print ""
        }
        print "(copying the panel:" copies ")"
    }' "$kept.armex" $(for peer in "$@"; do echo "$kept.$peer"; done)
}

if [ "$STEP" = table ]; then
    echo "Analytics of $series series x 70 years, two threads, one process each"
    table "$@"
    exit
fi
[ "$STEP" = time ] || rm -f "$kept".*
present=
for peer in "$@"; do
    if installed "$peer"; then present="$present $peer"; else echo "$peer: not installed, left out"; fi
done
ours
for peer in $present; do timed "$peer" >>"$kept.$peer"; done
ours
[ "$STEP" = time ] || STEP=table sh "$0" "$work" "$series" "$rounds" $present
