# The same question gives the same bytes in another folder, locale, time zone, and later.
. "$(dirname "$0")/common.sh"

printf 'entity,name,year,measure,unit,value\nKOR,South Korea,2021,orders,usd,7250000000\n' >a.csv
mkdir one two
one() { (cd one && LC_ALL=C TZ=UTC "$ARMEX" "$@"); }
two() { (cd two && LC_ALL=C.UTF-8 LANG=ko_KR.UTF-8 TZ=Asia/Seoul "$ARMEX" "$@"); }

for side in one two; do
    $side -s s ingest ../a.csv --dataset mine --vintage 2026-01-02 >/dev/null || fail "ingest"
    for format in text csv json markdown latex; do
        $side rank -d national-figures -m orders --unit usd -y 2023 -f $format \
            -o rank.$format || fail "rank -f $format"
    done
    $side export -d national-figures -e KOR -m orders --as package -o package || fail "package"
    [ $side = two ] || sleep 1.1
done
diff -r one two >diff || fail "$(cat diff)"

command -v gnuplot >/dev/null 2>&1 || skip "gnuplot is not installed; the tables are the same"
for side in one two; do
    for suffix in svg png pdf; do
        for kind in line rank bump; do
            $side plot $kind -d national-figures -m deliveries --unit usd \
                -e FRA,ESP,SWE,CHE,TUR -o $kind.$suffix --script $kind.gp || fail "$kind.$suffix"
        done
    done
    [ $side = two ] || sleep 1.1
done
diff -r one two >diff || fail "$(cat diff)"
