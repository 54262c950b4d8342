# Reports on any country: its figures, its guards, and a wrong word answered.
. "$(dirname "$0")/common.sh"
need gnuplot

# make NAME FOLDER [SETTING]...: a built-in report, which may leave things out and say so
make() {
    name=$1
    folder=$2
    shift 2
    "$ARMEX" report --builtin "$name" -o "$folder" "$@" >/dev/null 2>err ||
        fail "$name $*: $(cat err)"
}

make country-profile france --entity France
grep -q '<h1>France: arms exports in figures</h1>' france/index.html || fail "no title"
grep -q 'Orders of 2024 are €21.6 billion, 20% below the highest figure at hand' france/index.html ||
    fail "no finding on orders"
[ -s france/charts/orders.svg ] || fail "no chart of orders"
grep -q '"entity": "FRA"' france/manifest.json || fail "the manifest names no country"
grep -q 'country-profile --entity France' france/manifest.json || fail "no command"

# The same country by another name is the same data; by --set it is the same country.
make country-profile again --set entity=fra
same france/tables/orders.csv again/tables/orders.csv

# SIPRI's list has Iran, and no government of its own counts.
make country-profile iran -e Iran
[ -s iran/charts/volume.svg ] || fail "no chart of SIPRI's shares"
[ ! -e iran/charts/orders.svg ] || fail "a chart of orders that nobody published"
! grep -q 'id="section-orders"' iran/index.html || fail "a section with nothing in it"

# Of Japan nothing is known here, and the page says so and no more.
make country-profile japan -e Japan
grep -q 'hold no figure of arms exports of Japan' japan/index.html || fail "no word of it"
! grep -q 'Key findings' japan/index.html || fail "findings on nothing"
[ ! -e japan/charts ] || fail "charts of nothing"

# Others, each with measures, units and gaps of its own: none fails.
for entity in USA RUS CHN DEU ITA GBR ISR TUR UKR CHE ZAF IND; do
    make country-profile any -e $entity
done

make world-ranking world
make world-ranking of_2018 --set year=2018,top=10 -e Netherlands
grep -q 'delivered 34% of the world’s major arms' of_2018/index.html || fail "not of 2018"
grep -q 'SIPRI’s place for the Netherlands in the five years to 2018' of_2018/index.html || fail "nobody set off"
# Kazakhstan has no place to be set off in, which is no fault.
make world-ranking without -e Kazakhstan
grep -q 'nothing is set off, for KAZ is not in it' without/manifest.json ||
    fail "not said that nothing is set off"

expect 64 "armex: this report needs --set entity=COUNTRY: the country whose profile it is
try 'armex report --help'" "$ARMEX" report --builtin country-profile -o none
expect 64 "armex: entity: no country is called 'Frence'; did you mean 'France' or 'Greece'?" "$ARMEX" report --builtin country-profile -e Frence -o none
expect 64 "armex: --set: 'entity' is not NAME=VALUE
try 'armex report --help'" "$ARMEX" report --builtin country-profile --set entity -o none
expect 64 "armex: year: '0' is not a number from 1 to 1000000
try 'armex report --help'" "$ARMEX" report --builtin world-ranking --set year=0 -o none
"$ARMEX" report --builtin south-korea -e KOR -o none 2>err && fail "a country nobody asks for"
grep -q "takes no 'entity'" err || fail "wrong words: $(cat err)"
[ ! -e none ] || fail "a folder was made from wrong words"

# A country's name in a sentence has its article, and a ranking speaks of its own years alone.
grep -q 'The United States delivered 34% of the world’s major arms' of_2018/index.html ||
    fail "the United States begin without an article"
make country-profile states -e USA
grep -q 'SIPRI ranks the United States first' states/index.html || fail "no article within"
sed -n '/id="findings"/,/<\/section>/p' of_2018/index.html >findings
grep -q 'in the five years to 2018' findings || fail "no findings of 2018"
! grep -oE 'label">[^<]*20(19|2[0-9])' findings || fail "a finding of other years"
cat >world.yaml <<'END'
title: World
figures:
  year: {analysis: rank, dataset: sipri-factsheets, scope: share, pick: first, column: year}
  early: {analysis: show, dataset: sipri-factsheets, scope: change, where: {entity: WLD}, year-of: late, pick: first, column: value}
  late: {analysis: show, dataset: sipri-factsheets, scope: change, where: {entity: WLD}, year-of: year, pick: first, column: value}
sections:
  - heading: World
    words: "{late}"
END
expect 78 "world.yaml:4:100: the figure 'late' must stand above what is made from it" \
    "$ARMEX" report world.yaml -o wrong
