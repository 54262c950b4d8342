# What export writes, ingest reads back to the same figures.
. "$(dirname "$0")/common.sh"

again() { # again DATASET OPTIONS...
    dataset=$1
    shift
    rm -rf s
    expect 0 "" "$ARMEX" export -d "$dataset" "$@" -o first.csv
    [ "$(wc -l <first.csv)" -ge 3 ] || fail "nothing was exported"
    expect 0 "" "$ARMEX" -s s ingest first.csv --dataset again --vintage 2026-11-23
    expect 0 "" "$ARMEX" -s s export -d again --scope all -o second.csv
    same first.csv second.csv
}
again national-figures --scope all
again sipri-factsheets --scope all
again deflators --scope all
again national-figures -e KOR -m orders

# json has the same figures, and it is json.
"$ARMEX" export -d national-figures -e KOR -m orders -f json >x.json || fail "json"
"$ARMEX" export -d national-figures -e KOR -m orders -o x.csv || fail "csv"
if command -v python3 >/dev/null 2>&1; then
    python3 - <<'P' || fail "json and csv differ"
import csv, json
rows = json.load(open('x.json'))['rows']
cells = list(csv.DictReader(open('x.csv')))
assert len(rows) == len(cells) > 10
for row, cell in zip(rows, cells):
    for name, text in cell.items():
        value = row[name]
        assert (value is None and text == '') or value == text or float(text) == value, (name, row, cell)
P
fi

# A package says the hash and size of its csv.
expect 0 "" "$ARMEX" export -d national-figures -e KOR -m orders --as package -o package
same package/observations.csv x.csv
grep -q "\"sha256:$(sha256sum <x.csv | cut -d' ' -f1)\"" package/datapackage.json ||
    fail "wrong hash in the package"
grep -q "\"bytes\": $(wc -c <x.csv)," package/datapackage.json || fail "wrong size"
expect 73 "armex: package: cannot be created: there is something already" \
    "$ARMEX" export -d national-figures -e KOR -m orders --as package -o package
[ "$(ls -A package | tr '\n' ' ')" = "datapackage.json observations.csv " ] || fail "left behind"
[ -z "$(ls -d package.* 2>/dev/null)" ] || fail "left behind: $(ls)"

# netCDF: the stored file as it is, or a selection that is whole.
expect 0 "" "$ARMEX" export -d national-figures -o all.nc
same all.nc "$(dirname "$ARMEX")"/share/armex/datasets/national-figures/*.h5
expect 0 "" "$ARMEX" export -d national-figures -e KOR -m orders -o some.nc
mkdir -p t/some && cp some.nc t/some/2026-11-23.h5
expect 0 "" "$ARMEX" -s t verify some
expect 0 "" "$ARMEX" -s t export -d some -o back.csv
same back.csv x.csv

# SDMX-CSV: one row an observation, no key twice.
expect 0 "" "$ARMEX" export -d national-figures --scope all --as sdmx-csv -o x.sdmx
[ "$(sed 1d x.sdmx | cut -d, -f1-8 | sort | uniq -d | wc -l)" -eq 0 ] || fail "a key twice"
grep -q '^ARMEX:NATIONAL_FIGURES(2026.11.23),A,KOR,ORDERS,EXPORTS,NATIONAL,USD,2021,7250000000,0,[ABPE]$' \
    x.sdmx || fail "$(grep 'KOR,ORDERS.*2021' x.sdmx)"
