# Wrong words: status 64, and the nearest right one.
. "$(dirname "$0")/common.sh"

expect 64 "armex: there is no command 'rnak'; did you mean 'rank'?" "$ARMEX" rnak
expect 64 "armex: there is no command 'sing'; there are: ingest, datasets, entities, show, growth, rank, \
share, trend, flows, compare, check, robust, revisions, plot, report, export, fetch, verify, explain
try 'armex --help'" "$ARMEX" sing
expect 64 "armex: there is no command 'help'; did you mean 'armex --help'?" "$ARMEX" help rank
expect 64 "armex: nothing was asked; try 'armex datasets' to see what is there
try 'armex --help'" "$ARMEX"
expect 64 "armex: there is no option '--windwo'; did you mean '--window'?" \
    "$ARMEX" rank --windwo 5
expect 64 "armex: there is no option '-Z'
try 'armex rank --help'" "$ARMEX" rank -Z
expect 64 "armex: option '--entity' needs a value: --entity LIST
try 'armex show --help'" "$ARMEX" show --entity
expect 64 "armex: option '--help' takes no value
try 'armex show --help'" "$ARMEX" show --help=yes
expect 64 "armex: --format: there is no 'jsno'; did you mean 'json'?" \
    "$ARMEX" datasets -f jsno
expect 64 "armex: there is no chart 'lien'; did you mean 'line'?" "$ARMEX" plot lien
expect 64 "armex: --output: 'x.gif' does not end in .svg, .png, .pdf or .tex
try 'armex plot --help'" "$ARMEX" plot line -o x.gif
expect 64 "armex: --highlight: no entity is called 'Soth Korea'; did you mean 'South Korea' or 'North Korea'?" \
    "$ARMEX" plot line -o x.svg --highlight 'Soth Korea'
expect 64 "armex: 'KOR' is one word too many for armex show; did you mean --entity 'KOR'?" \
    "$ARMEX" show KOR
[ ! -s out ] || fail "wrong usage printed data"

# A part of a name, a name in capitals, a name that goes on: each finds the one that was meant.
expect 64 "armex: there is no dataset 'factsheets'; did you mean 'sipri-factsheets'?" "$ARMEX" show -d factsheets
expect 64 "armex: there is no dataset 'natonal'; did you mean 'national-figures'?" "$ARMEX" export -d natonal
expect 64 "armex: --measure: there is no 'ORDERS'; did you mean 'orders'?" "$ARMEX" show -m ORDERS
expect 64 "armex: --as: there is no 'sdmx'; did you mean 'sdmx-csv'?" "$ARMEX" export --as sdmx
expect 64 "armex: --builtin: there is no report 'korea'; did you mean 'south-korea'?" "$ARMEX" report --builtin korea
expect 64 "armex: there is no chart 'heatmap'; did you mean 'heat'?" "$ARMEX" plot heatmap
expect 64 "armex: no publisher is known of 'tiv'; did you mean 'sipri-tiv'?" "$ARMEX" fetch tiv
expect 64 "armex: national-figures holds no scope 'collective' there; did you mean \
'individual-and-collective' or 'collective-licences'?" \
    "$ARMEX" show -d national-figures -e DEU --scope collective
expect 64 "armex: there is no dataset 'xyz'; there are: claims, deflators, exchange-rates, national-figures, \
sipri-factsheets
try 'armex verify --help'" "$ARMEX" verify xyz
expect 64 "armex: sipri-factsheets holds the years 2004 to 2025, not 2050
try 'armex show --help'" "$ARMEX" show -d sipri-factsheets -y 2050

# Claims: the word that is wrong is named, and a currency that nobody knows is no figure's.
expect 64 "armex: claim 'KOR oders 2023 = 14 bn usd': 'oders' is not understood; did you mean 'orders'?; \
write, for example, 'KOR orders 2023 = 14 bn usd'" "$ARMEX" check "KOR oders 2023 = 14 bn usd"
expect 64 "armex: claim 'KOR zzz 2023 = 14 bn usd': 'zzz' is not understood before a year; \
write, for example, 'KOR orders 2023 = 14 bn usd'
try 'armex check --help'" "$ARMEX" check "KOR zzz 2023 = 14 bn usd"
expect 64 "armex: claim 'KOR orders 2023 = 14 bn xyz': 'xyz' is no unit that is known: usd, eur, tiv, ...; \
write, for example, 'KOR orders 2023 = 14 bn usd'
try 'armex check --help'" "$ARMEX" check "KOR orders 2023 = 14 bn xyz"
expect 0 "" "$ARMEX" check "KOR orders 2023 = 14 bn kpw" -o kpw.csv
grep -q 'not_comparable,.*in different currencies; --unit usd sets them in one' kpw.csv ||
    fail "verdict on a currency without a rate: $(cat kpw.csv)"

# The name of a table's file chooses how it is written, as that of a chart does; --format decides.
"$ARMEX" growth -d sipri-factsheets -e KOR -f csv >told.csv
"$ARMEX" growth -d sipri-factsheets -e KOR -o named.csv
same told.csv named.csv
"$ARMEX" growth -d sipri-factsheets -e KOR -f csv -o other.json
same told.csv other.json
"$ARMEX" growth -d sipri-factsheets -e KOR -f markdown >told.md
"$ARMEX" growth -d sipri-factsheets -e KOR -o named.md
same told.md named.md
"$ARMEX" growth -d sipri-factsheets -e KOR >told
"$ARMEX" growth -d sipri-factsheets -e KOR -o named
same told named

# What two publications of a figure differ by is never rounded away.
"$ARMEX" show -d national-figures -e KOR -m orders -y 2022 --publications -o out
grep -q ' 17\.33 ' out && grep -q ' 17\.30 ' out || fail "17.33 and 17.30 look alike: $(cat out)"
