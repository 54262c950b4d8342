#!/bin/sh
# bench/run.sh: builds what measures, makes the inputs, prints the tables.
#   BUILD=folder of a release build (default: build beside this folder)
#   ROUNDS=21; BIG=1 adds the panel of a million series (12 GB of memory, ten minutes); peers not installed are left out.
set -e
here=$(cd "$(dirname "$0")" && pwd)
build=${BUILD:-$here/../build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
[ -f "$build/engine/libarmex.a" ] || { echo "bench: no libarmex.a in $build/engine; build first, or set BUILD" >&2; exit 66; }

# Archives, as in the released program: every shared library is paid at each start.

flags="-std=c17 -D_GNU_SOURCE -O2 -Wall -Wextra -I$here/../engine -I$here $(pkg-config --cflags hdf5)"
hdf5_libraries="$(pkg-config --libs-only-L hdf5) -l:libhdf5_hl.a -l:libhdf5.a -l:libsz.a -l:libaec.a -l:libz.a -lm -ldl -pthread"
libraries="$build/engine/libarmex.a $hdf5_libraries -l:libutf8proc.a -l:libnettle.a"
cc=${CC:-cc}
$cc $flags "$here/compare.c" -o "$work/compare"
$cc $flags "$here/small_store.c" "$here/synthetic.c" $libraries -o "$work/small_store"
$cc $flags "$here/rates.c" "$here/synthetic.c" $libraries -o "$work/rates"
$cc $flags "$here/files.c" $libraries -o "$work/files"
$cc $flags "$here/w3_panel.c" "$build/engine/libarmex.a" -l:libutf8proc.a -lm -pthread -o "$work/w3_panel"
$cc $flags "$here/w4_intervals.c" "$build/engine/libarmex.a" -l:libutf8proc.a -lm -pthread -o "$work/w4_intervals"
$cc $flags "$here/floor/empty.c" -o "$work/empty"
$cc $flags "$here/floor/open_hdf5.c" $hdf5_libraries -o "$work/open_hdf5"

"$work/small_store" write "$work/store"
python=$(command -v /usr/bin/python3 || command -v python3 || true)
set -- armex "$work/small_store" read "$work/store"
peer() { # NAME, what must work if it is installed
    eval "$2" >/dev/null 2>&1 || { echo "$1: not installed, left out"; return 1; }
}
echo "Opening and reading a small store, whole process (266 x 65 and 180 x 34)"
peer h5py "$python -c 'import h5py'" && set -- "$@" -- h5py "$python" "$here/read_h5py.py" "$work/store"
peer "pandas, xarray" "$python -c 'import pandas, xarray'" && set -- "$@" -- pandas "$python" "$here/read_pandas.py" "$work/store"
peer hdf5r "Rscript -e 'library(hdf5r)'" && set -- "$@" -- hdf5r Rscript "$here/read_hdf5r.R" "$work/store"
peer h5ls "command -v h5ls" && set -- "$@" -- "(h5ls -r, one file)" h5ls -r "$work/store/wide/2026-03-09.h5"
"$work/compare" -n "${ROUNDS:-21}" "$@" -- "(floor: empty program)" "$work/empty" -- "(floor: HDF5 opened)" "$work/open_hdf5"
echo
echo "A panel to disk and back, in one process, beside write(2) and read(2)"
"$work/rates" 10000 70 "${ROUNDS:-21}" "$work/panel.h5"
[ -z "$BIG" ] || "$work/rates" 1000000 70 5 "$work/panel.h5"
echo
sh "$here/ingest.sh" "$work"
sh "$here/report.sh" "$work"
unset OPENBLAS_CORETYPE
for series in 200 10000; do
    echo
    sh "$here/analytics.sh" "$work" "$series" 9
done
[ -z "$BIG" ] || { echo; sh "$here/analytics.sh" "$work" 1000000 2; }
rm -f "$work"/panel-*

echo
echo "Rank intervals, 10,000 resamples of 200 series x 5 years: least, median, most s"
"$work/w4_intervals" make "$work/window.bin"
for turn in 1 2; do
    "$work/w4_intervals" time "$work/window.bin" 10000 15
    if peer numba "$python -c 'import numba'"; then $python "$here/w4_numba.py" "$work/window.bin" 10000 5; fi
    if peer numpy "$python -c 'import numpy'"; then $python "$here/w4_numpy.py" "$work/window.bin" 10000 3; fi
done
