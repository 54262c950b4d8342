#!/bin/sh
# bench/report.sh WORK: charts and whole reports, whole processes, beside the peers. Called by run.sh, which builds what is in WORK.
#   ROUNDS=7; FORMATS="svg png". A png is 720 wide, a pixel a pixel.
set -e
here=$(cd "$(dirname "$0")" && pwd)
work=$1
armex=${ARMEX:-${BUILD:-$here/../build}/armex}
python=$(command -v /usr/bin/python3 || command -v python3 || true)
unset OPENBLAS_CORETYPE
[ -x "$armex" ] || { echo "bench: no program at $armex" >&2; exit 66; }
command -v gnuplot >/dev/null || { echo "bench: gnuplot is not installed: no charts, no reports"; exit 0; }

peer() { # NAME, what must work if it is installed
    eval "$2" >/dev/null 2>&1 || { echo "$1: not installed, left out"; return 1; }
}
run() { # NAME: standard input becomes the command
    { echo '#!/bin/sh'; cat; } >"$work/run-$1"
    chmod +x "$work/run-$1"
}
line() { # FORMAT: one line chart of ten
    echo "exec '$armex' -s '$work/s' plot line -d worldbank-ms-mil-xprt-kd -e $ten -o '$work/one.$1'"
}

ten=AND,ARG,AUS,BRA,CAF,CHE,CMR,COD,COG,BDI
"$work/files" wide "$work/wide.csv"
"$work/files" long "$work/long.csv"
rm -rf "$work/s"
"$armex" -s "$work/s" ingest -q "$work/wide.csv" "$work/long.csv" --vintage 2024-06-07 >/dev/null
# Sums of countries stand in no ranking.
"$armex" entities -f csv | awk -F, '$3 == "aggregate" { print $1 }' >"$work/aggregates"
has_matplotlib=$(peer "pandas, matplotlib" "$python -c 'import pandas, matplotlib'" >&2 && echo yes || true)
has_ggplot2=$(peer ggplot2 "Rscript -e 'library(data.table); library(ggplot2); library(svglite); library(ragg)'" >&2 && echo yes || true)

# The spec of a report: charts in both datasets, tables, and the files wanted.
section() { # DATASET, KIND AND YEARS OF ITS LAST CHART
    id=${1%%-*}
    cat <<END
  - heading: $1
    id: $id
    items:
      - {chart: line, id: $id-level, dataset: $1, entity: "$ten"}
      - {chart: line, id: $id-mean, dataset: $1, entity: "$ten", fit: mean, window: 5}
      - {chart: concentration, id: $id-hhi, dataset: $1, entity: all}
      - {chart: rank, id: $id-rank, dataset: $1, entity: all, years: 2020-2024, window: 5, top: 20}
      - {chart: bump, id: $id-bump, dataset: $1, entity: all, years: 1995-2024, top: 10}
      - {chart: $2, id: $id-last, dataset: $1, entity: all, years: $3, top: 10}
      - {table: rank, id: $id-largest, dataset: $1, entity: all, years: 2020-2024, window: 5, top: 20}
      - {table: share, id: $id-concentration, dataset: $1, entity: all}
      - {table: growth, id: $id-trend, dataset: $1, method: trend, entity: "$ten"}
END
}
spec() { # FORMAT
    printf 'title: Who exports arms\nformats: [html]\nchart-files: [%s]\npng-scale: 1\nsections:\n' "$1"
    section worldbank-ms-mil-xprt-kd rank 2024
    section owid-arms-exports bump 1965-2024
}
# The numbers that the tables must have in common: sums of the ranking, of concentration, of slopes.
numbers() { # FOLDER
    "$python" - "$1" <<'END'
import csv, math, sys
def column(name, which):
    with open(f"{sys.argv[1]}/tables/{name}.csv", newline="") as file:
        return [float(row[which]) for row in csv.DictReader(file) if row[which]]
for dataset in "worldbank", "owid":
    print(f"{sum(column(dataset + '-largest', 'value')):.6g}", f"{sum(column(dataset + '-concentration', 'hhi')):.6g}",
          f"{sum(math.log1p(g) for g in column(dataset + '-trend', 'growth')):.6g}")
END
}

for format in ${FORMATS:-svg png}; do
    spec $format >"$work/$format.yaml"
    # A store and a folder of its own each time: to clear the last one away is no part of the work.
    rm -rf "$work/runs"
    mkdir "$work/runs"
    run armex <<END
'$armex' -s '$work/runs/store-'\$\$ ingest -q '$work/wide.csv' '$work/long.csv' --vintage 2024-06-07 >/dev/null
exec '$armex' -s '$work/runs/store-'\$\$ report '$work/$format.yaml' -o '$work/runs/report-'\$\$
END
    page=$("$work/run-armex")
    numbers "${page%/index.html}" >"$work/numbers"
    set -- armex "$work/run-armex"
    [ -z "$has_matplotlib" ] || set -- "$@" -- "pandas, matplotlib" "$python" "$here/peers/report_pandas.py" "$work/wide.csv" "$work/long.csv" "$work/o_pandas" $format "$work/aggregates"
    [ -z "$has_ggplot2" ] || set -- "$@" -- "data.table, ggplot2" Rscript "$here/peers/report_ggplot2.R" "$work/wide.csv" "$work/long.csv" "$work/o_r" $format "$work/aggregates"
    echo "A report of 12 charts ($format) and 6 tables as a page, from two files"
    for peer in pandas ggplot2; do
        case $peer in
            pandas) [ -n "$has_matplotlib" ] || continue; $python "$here/peers/report_pandas.py" "$work/wide.csv" "$work/long.csv" "$work/o_pandas" $format "$work/aggregates" >"$work/theirs" ;;
            ggplot2) [ -n "$has_ggplot2" ] || continue; Rscript "$here/peers/report_ggplot2.R" "$work/wide.csv" "$work/long.csv" "$work/o_r" $format "$work/aggregates" >"$work/theirs" ;;
        esac
        cmp -s "$work/numbers" "$work/theirs" || { echo "bench: $peer answers '$(cat "$work/theirs")', armex '$(cat "$work/numbers")'" >&2; exit 1; }
    done
    "$work/compare" -u -n "${ROUNDS:-7}" "$@"
    echo
done

# One chart: the script that armex hands gnuplot, by gnuplot alone, is the floor.
"$armex" -s "$work/s" ingest -q "$work/wide.csv" --vintage 2024-06-07 >/dev/null
"$armex" -s "$work/s" plot line -d worldbank-ms-mil-xprt-kd -e $ten --script "$work/one.gp"
line svg | run armex
echo "exec gnuplot -c '$work/one.gp' '$work/bare.svg'" | run gnuplot
# In turn with gnuplot alone: after a large program whoever comes next waits for its memory, by more than armex's own part.
echo "One chart (svg) of a stored dataset, and its script drawn by gnuplot alone"
"$work/compare" -u -n "${ROUNDS:-7}" armex "$work/run-armex" -- "(gnuplot, the same script)" "$work/run-gnuplot"
echo
if [ -n "$has_matplotlib" ]; then
    echo "One chart (svg) of a stored dataset; matplotlib draws it from the file"
    "$work/compare" -u -n "${ROUNDS:-7}" armex "$work/run-armex" -- \
        matplotlib "$python" "$here/peers/charts_matplotlib.py" "$work/wide.csv" "$work/o_one" svg 1 "$work/aggregates"
    echo
fi

# Thirty-six charts in one process: as files alone, and with the page that shows each in two widths with its figures. What
# gnuplot takes for the same 36 scripts, by one process and by two at a time, is the floor.
bare() { # NAME, NUMBER OF GNUPLOTS: their scripts, dealt out in turn
    for script in "$work"/36/*.gp; do
        echo reset
        sed "s|^OUT = .*|OUT = '${script%.gp}.svg'|" "$script"
    done | awk -v n="$2" -v to="$work/$1-" '/^reset$/ { i++ } { print > (to i % n ".gp") }'
    for i in $(seq 0 $(($2 - 1))); do echo "gnuplot -d '$work/$1-$i.gp' &"; done
    echo wait
}
chosen() { # KIND, WHICH OF TWELVE: what it is drawn of
    case $1 in
        line) echo "entity: \"$ten\", years: $((1960 + $2))-2024" ;;
        rank) echo "entity: all, years: $((2008 + $2))-$((2012 + $2)), window: 5, top: 20" ;;
        bump) echo "entity: all, years: $((1983 + $2))-$((2012 + $2)), top: 10" ;;
    esac
}
for format in ${FORMATS:-svg png}; do
    charts() {
        printf 'title: Charts\nformats: [%s]\nchart-files: [%s]\npng-scale: 1\nsections:\n  - heading: Charts\n    items:\n' $1 $format
        for i in $(seq 12); do
            for kind in line rank bump; do
                echo "      - {chart: $kind, id: $kind-$i, dataset: worldbank-ms-mil-xprt-kd, $(chosen $kind $i)}"
            done
        done
    }
    for made in files html; do
        charts $made >"$work/$made.yaml"
        echo "exec '$armex' -s '$work/s' report '$work/$made.yaml' -o '$work/o_$made'" | run $made
        "$work/run-$made" >/dev/null
    done
    set -- "armex, files" "$work/run-files" -- "armex, and a page" "$work/run-html"
    [ -z "$has_matplotlib" ] || set -- "$@" -- matplotlib "$python" "$here/peers/charts_matplotlib.py" "$work/wide.csv" "$work/o_36" $format 36 "$work/aggregates"
    if [ $format = svg ]; then
        mkdir -p "$work/36"
        for i in $(seq 12); do
            for kind in line rank bump; do
                options=$(chosen $kind $i | tr -d ' "' | tr : = | sed 's/,\([a-z]\)/ --\1/g; s/^/--/')
                # shellcheck disable=SC2086 # one word an option
                "$armex" -s "$work/s" plot $kind -d worldbank-ms-mil-xprt-kd $options --script "$work/36/$kind-$i.gp"
            done
        done
        bare one 1 | run one
        bare two 2 | run two
        set -- "$@" -- "(gnuplot, one)" "$work/run-one" -- "(gnuplot, two at a time)" "$work/run-two"
    fi
    echo "36 charts ($format) of a stored dataset, as files alone, and bound into a page, which draws each for a phone too and holds its figures"
    "$work/compare" -u -n "${ROUNDS:-7}" "$@"
    echo
done
