# Kinds that draw more than one analysis: the table, the script that runs alone, the report.
. "$(dirname "$0")/common.sh"
need gnuplot

spain() { # KIND OPTIONS...: a chart of Spain's exports, its table and its script
    kind=$1
    shift
    expect 0 "" "$ARMEX" plot "$kind" -d national-figures -m deliveries -e ESP "$@" \
        -o "$kind.svg" --data "$kind.csv" --script "$kind.gp"
    [ -s "$kind.svg" ] || fail "$kind drew nothing"
    (mkdir -p "alone_$kind" && cd "alone_$kind" && gnuplot "../$kind.gp" >drawn 2>err) ||
        fail "the script of $kind: $(cat "alone_$kind/err")"
    [ -n "$(ls "alone_$kind" | grep -v "^drawn$\|^err$")" ] || [ -s "alone_$kind/drawn" ] ||
        fail "the script of $kind drew nothing"
}

rows() { # FILE FIT: rows of that fit
    awk -F, -v fit="$2" 'NR == 1 { for (i = 1; i <= NF; i++) if ($i == "fit") at = i; next }
        $at == fit { n++ } END { print n + 0 }' "$1"
}

# The figures are there as `show` has them, and the years to come beneath.
spain fan --forecast 7
"$ARMEX" show -d national-figures -m deliveries -e ESP -f csv >show.csv
[ "$(rows fan.csv forecast)" -eq 7 ] || fail "years to come: $(rows fan.csv forecast)"
[ "$(rows fan.csv '')" -eq "$(($(wc -l <show.csv) - 1))" ] || fail "figures: $(cat fan.csv)"

# Three breaks in level, as `trend` finds them.
spain breaks
[ "$(rows breaks.csv steps)" -eq 3 ] || fail "breaks: $(cat breaks.csv)"
spain breaks --fit breaks
[ "$(rows breaks.csv breaks)" -ge 1 ] || fail "sloped breaks: $(cat breaks.csv)"
spain area

# A line draws what `trend` fits, and says so; a window alone is one of means.
fitted() { # FILE: year and fitted value of each row that has one
    awk -F, 'NR == 1 { for (i = 1; i <= NF; i++) at[$i] = i; next }
        $at["fitted"] != "" { print $at["year"], $at["fitted"] }' "$1"
}
for fit in "--fit mean --window 5" "--fit mean --window 5 --at-least 2" "--fit median" \
    "--fit spline" "--fit hp --levels" "--fit local"; do
    spain line $fit
    "$ARMEX" trend -d national-figures -m deliveries -e ESP $fit -f csv >trend.csv
    fitted trend.csv >wanted
    fitted line.csv | cmp - wanted || fail "the line of $fit is not that of trend"
    [ -s wanted ] || fail "trend fits nothing by $fit"
    [ "$(rows line.csv '')" -eq "$(($(wc -l <show.csv) - 1))" ] || fail "figures: $(cat line.csv)"
done
spain line --fit mean --window 5
mv line.svg mean.svg
spain line --window 5
sed 's/ --fit mean//; s/mean\.svg/line.svg/' mean.svg | cmp - line.svg || fail "a window is of means"
grep -q '>Spain, five-year mean, 2023: ' line.svg || fail "a mean says nothing"
grep -q 'five-year means, trailing; dots: the figures' line.svg || fail "the subtitle of a line"
for many in 1 2; do
    "$ARMEX" plot line -d national-figures -m deliveries --unit usd -e ESP,TUR --fit local \
        --threads $many -o threads.svg
    mv threads.svg threads_$many.svg
done
sed 's/threads 2/threads 1/' threads_2.svg | cmp - threads_1.svg || fail "two threads draw another line"

for kind in slope concentration; do
    expect 0 "" "$ARMEX" plot $kind -d sipri-factsheets -o $kind.svg --data $kind.csv
    [ -s $kind.svg ] && [ -s $kind.csv ] || fail "$kind drew nothing"
done
expect 0 "" "$ARMEX" plot waterfall -d national-figures -m deliveries --unit usd -y 2021 \
    -o waterfall.svg

# Every year that is asked has a rank in the picture, and a narrow one says what is not.
set -- -d national-figures -m deliveries --unit usd -e CHE,ESP,SWE,TUR -y 1985-2023 --highlight ESP
expect 0 "" "$ARMEX" plot bump "$@" -o bump.svg --data bump.csv
for year in $(seq 2000 2023); do
    grep -q ">Spain, $year: rank " bump.svg || fail "no rank of Spain in $year"
done
expect 0 "" "$ARMEX" plot bump "$@" --width 280 -o narrow.svg
grep -q '>Years from 1995 to 2000 are not shown: ' narrow.svg || fail "who says what is left out"
grep -q '>Spain, 2001: rank ' narrow.svg || fail "fewer years than fit"
grep -q '>Spain, 2000: rank ' narrow.svg && fail "what is not shown has a rank"

# Of a group, or of all, the largest is the subject; of a list, the first.
for who in USA:nato USA:g7,KOR USA:all KOR:KOR,USA; do
    expect 0 "" "$ARMEX" plot heat -d sipri-factsheets --scope share -e "${who#*:}" -o who.svg
    expect 0 "" "$ARMEX" plot heat -d sipri-factsheets --scope share -e "${who#*:}" \
        --highlight "${who%%:*}" -o named.svg
    for picture in who named; do
        grep -v '<metadata' $picture.svg >$picture.marks # but for the command
    done
    cmp who.marks named.marks || fail "the subject of ${who#*:} is not ${who%%:*}"
done

# And so in a report.
cat >groups.yaml <<'END'
title: Groups
formats: [files]
chart-files: [svg]
sections:
  - heading: One
    items:
      - {chart: heat, id: group, dataset: sipri-factsheets, scope: share, entity: g7}
      - {chart: heat, id: list, dataset: sipri-factsheets, scope: share, entity: "KOR,USA"}
END
expect 0 "" "$ARMEX" report groups.yaml -o groups
for chart in group:g7 list:KOR,USA; do
    expect 0 "" "$ARMEX" plot heat -d sipri-factsheets --scope share -e "${chart#*:}" -o who.svg
    grep -v '<metadata' who.svg >who.marks
    grep -v '<metadata' "groups/charts/${chart%%:*}.svg" >named.marks
    cmp who.marks named.marks || fail "a report has another subject for ${chart#*:}"
done

# A gap says what it is where the word meets no label of the line's ends.
expect 0 "" "$ARMEX" plot index -d national-figures -m orders -e FRA -o close.svg
grep -q '>no figure<' close.svg && fail "the word of a gap lies on the first label"
expect 0 "" "$ARMEX" plot line -d national-figures -m orders -e TUR -o far.svg
grep -q '>no figure<' far.svg || fail "a wide gap says nothing"

# Flows keep those that are not named together, and their table is whole.
"$ARMEX" -s flows ingest "$SOURCE_DIR/engine/chart/gallery/made-up-register.csv" >/dev/null 2>&1
expect 0 "" "$ARMEX" -s flows plot flow -d sipri-register --top 4 -o flow.svg --data flow.csv
grep -q '>others (9)' flow.svg && grep -q '>others (15)' flow.svg || fail "who is left over"
[ "$(wc -l <flow.csv)" -gt 30 ] || fail "the table of flows: $(cat flow.csv)"
expect 64 "armex: --top: '11' is not a number from 1 to 10, as many as a flow chart names of either side
try 'armex plot --help'" "$ARMEX" -s flows plot flow -d sipri-register --top 11 -o x.svg

# An option that the kind has no use for is no silent wish.
expect 64 "armex: --forecast: a line chart shows no years to come; 'fan' does
try 'armex plot --help'" "$ARMEX" plot line -d national-figures -e ESP --forecast 3 -o x.svg
expect 64 "armex: --fit: 'breaks' is no line from year to year; mean, median, spline, hp and local \
are, and 'armex plot breaks' draws it
try 'armex plot --help'" "$ARMEX" plot line -d national-figures -e ESP --fit breaks -o x.svg
expect 64 "armex: --fit: 'cusum' is no line from year to year; mean, median, spline, hp and local are
try 'armex plot --help'" "$ARMEX" plot line -d national-figures -e ESP --fit cusum -o x.svg
expect 64 "armex: --levels goes with --fit spline, hp or local
try 'armex plot --help'" "$ARMEX" plot line -d national-figures -e ESP --levels -o x.svg
expect 64 "armex: --levels: a chart of breaks is drawn of logarithms
try 'armex plot --help'" "$ARMEX" plot breaks -d national-figures -e ESP --levels -o x.svg
expect 64 "armex: --fit: a fan chart fits nothing; 'line' and 'breaks' do
try 'armex plot --help'" "$ARMEX" plot fan -d national-figures -e ESP --fit steps -o x.svg
expect 64 "armex: --fit: 'spline' has no breaks to draw; 'steps' and 'breaks' have
try 'armex plot --help'" "$ARMEX" plot breaks -d national-figures -e ESP --fit spline -o x.svg
expect 64 "armex: --share: a line chart has no whole; 'armex plot area' has
try 'armex plot --help'" "$ARMEX" plot line -d national-figures -e ESP --share -o x.svg

# A report draws them too.
cat >report.yaml <<'Y'
title: Outlook
sections:
  - heading: Next
    items:
      - chart: fan
        dataset: national-figures
        measure: deliveries
        entity: ESP
      - chart: breaks
        dataset: national-figures
        measure: deliveries
        entity: ESP
      - chart: line
        dataset: national-figures
        measure: deliveries
        entity: ESP
        fit: mean
        window: 5
Y
"$ARMEX" report report.yaml -o report --formats html >out 2>err || fail "report: $(cat err)"
grep -q '80% likely between' report/index.html || fail "the report has no fan"
grep -q 'changed level in 2003, 2006 and 2011' report/index.html || fail "no breaks"
grep -q 'averaged €3.8 billion a year in 2019–23' report/index.html || fail "no means"
sed 's/fit: mean/fit: cusum/' report.yaml >cusum.yaml
expect 78 "cusum.yaml:13:9: --fit: 'cusum' is no line from year to year; mean, median, \
spline, hp and local are" "$ARMEX" report cusum.yaml -o cusum --formats html
