# A state by any of its names gives the same answer.
. "$(dirname "$0")/common.sh"

for command in 'show -m orders' 'growth -m orders -y 2021-2023 --method cagr'; do
    expect 0 "" "$ARMEX" $command -d national-figures -e KOR -f csv
    mv out first
    [ "$(wc -l <first)" -ge 2 ] || fail "$command: no answer"
    for name in kor KR 'South Korea' 'Republic of Korea' 'Korea, Republic of' 대한민국; do
        expect 0 "" "$ARMEX" $command -d national-figures -e "$name" -f csv
        same first out
    done
done
expect 64 "armex: no country or group is called 'Soth Korea'; did you mean 'South Korea' or 'North Korea'?" \
    "$ARMEX" show -d national-figures -e 'Soth Korea'
expect 64 "armex: there is no dataset 'national-figurs'; did you mean 'national-figures'?" \
    "$ARMEX" show -d national-figurs
