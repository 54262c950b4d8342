# A stored file opens in the tools that others use, with names, units, coordinates and values:
# ncdump, h5dump, xarray, h5py, R's ncdf4 and hdf5r, those of them that are installed.
. "$(dirname "$0")/common.sh"

cat >figures.csv <<'END'
entity,year,value,status
KOR,2021,7.25,final
KOR,2022,17.3,final
KOR,2023,,withheld
FRA,2022,27,preliminary
END
expect 0 "" "$ARMEX" -s s ingest --dataset figures --vintage 2026-01-14 --measure orders --unit usd figures.csv
file=$PWD/s/figures/2026-01-14.h5
[ -f "$file" ] || fail "no file was stored"
python=$(command -v /usr/bin/python3 || command -v python3 || :)
asked=

# tool NAME PROGRAM ARGUMENT...: whether it can be asked.
tool() {
    name=$1
    shift
    "$@" >/dev/null 2>&1 || { echo "not installed, not asked: $name"; return 1; }
    asked="$asked $name"
}
# says WORDS: the tool's answer, in `out`, holds each of them.
says() {
    for word in "$@"; do
        grep -qF -- "$word" out || fail "$name does not say '$word': $(head -40 out)"
    done
}

if tool ncdump command -v ncdump; then
    ncdump "$file" >out 2>&1 || fail "ncdump: $(cat out)"
    says 'year = 3' 'series = 2' 'Conventions = "CF-' 'value:_FillValue = NaN' 'value:units = "usd"' \
        'status:flag_meanings = ' 'entity = "FRA", "KOR"' 'year = 2021, 2022, 2023' \
        '27, 17.3'
    ! grep -q phony_dim out || fail "ncdump sees dimensions without a name"
fi
if tool h5dump command -v h5dump; then
    h5dump -d /value "$file" >out 2>&1 || fail "h5dump: $(cat out)"
    says 'H5T_IEEE_F64LE' '( 3, 2 )' 'DIMENSION_LIST' '"usd"'
fi
if tool xarray "$python" -c 'import xarray, netCDF4'; then
    "$python" - "$file" >out 2>&1 <<'END' || fail "xarray: $(cat out)"
import sys, xarray
d = xarray.open_dataset(sys.argv[1])
v = d["value"]
print(v.dims, v.attrs["units"], list(d["year"].values), [str(x) for x in d["entity"].values])
print(float(v.sel(year=2022).values[1]), int(v.isnull().sum()), d.attrs["Conventions"])
END
    says "('year', 'series') usd [2021, 2022, 2023] ['FRA', 'KOR']" "3" "CF-"
fi
if tool h5py "$python" -c 'import h5py'; then
    "$python" - "$file" >out 2>&1 <<'END' || fail "h5py: $(cat out)"
import sys, h5py
with h5py.File(sys.argv[1], "r") as f:
    print(f["value"].shape, f["value"].dims[0][0].name, [x.decode() for x in f["entity"][:]])
END
    says "(3, 2) /year ['FRA', 'KOR']"
fi
if tool ncdf4 Rscript -e 'library(ncdf4)'; then
    Rscript - "$file" >out 2>&1 <<'END' || fail "ncdf4: $(cat out)"
f <- ncdf4::nc_open(commandArgs(TRUE)[1])
cat(ncdf4::ncvar_get(f, "entity"), ncdf4::ncvar_get(f, "year"), ncdf4::ncatt_get(f, "value", "units")$value, "\n")
cat(sum(is.na(ncdf4::ncvar_get(f, "value"))), dim(ncdf4::ncvar_get(f, "value")), "\n")
END
    says "FRA KOR 2021 2022 2023 usd" "3 2 3"
fi
if tool hdf5r Rscript -e 'library(hdf5r)'; then
    Rscript - "$file" >out 2>&1 <<'END' || fail "hdf5r: $(cat out)"
f <- hdf5r::H5File$new(commandArgs(TRUE)[1], "r")
cat(f[["entity"]][], f[["year"]][], f[["value"]]$dims, "\n")
END
    says "FRA KOR 2021 2022 2023 2 3"
fi
[ -n "$asked" ] || skip "none of the tools is installed"
echo "asked:$asked"
