# Every file says where it comes from, and the command that it names makes the same bytes.
. "$(dirname "$0")/common.sh"
need gnuplot

vintage=$("$ARMEX" show -d national-figures -e KOR -m orders -y 2023 -f json |
    sed -n 's/.*"dataset": "national-figures", "vintage": "\([^"]*\)".*/\1/p')
hash=$("$ARMEX" show -d national-figures -e KOR -m orders -y 2023 -f json |
    sed -n 's/.*"dataset": "national-figures".*"sha256": "\([^"]*\)".*/\1/p')
[ ${#hash} -eq 64 ] || fail "no hash: $hash"

for suffix in svg png pdf tex; do
    "$ARMEX" plot line -d national-figures -e KOR -m orders --title "Süd & <Korea> 大韓 𝔸'" \
        -o chart.$suffix || fail "no chart"
    "$ARMEX" explain chart.$suffix -f csv >explained || fail "$suffix is not explained"
    sed 1d explained | cut -d, -f1-4 >facts
    [ "$(cat facts)" = "chart.$suffix,national-figures,$vintage,$hash" ] ||
        fail "$suffix: $(cat facts)"
    command=$(sed -n '2s/^[^,]*,[^,]*,[^,]*,[^,]*,//p' explained | sed 's/^"//; s/"$//; s/""/"/g')
    case $command in "armex plot line "*"大韓 𝔸"*) ;; *) fail "$suffix: made by $command" ;; esac
    sh -c "\"\$ARMEX\" ${command#armex } -o again.$suffix" || fail "$suffix: $command"
    same chart.$suffix again.$suffix
done

"$ARMEX" report --builtin country-profile -e KOR -o report >/dev/null 2>err || fail "$(cat err)"
for file in index.html manifest.json charts/orders.png tables/orders.csv; do
    "$ARMEX" explain report/$file >explained || fail "$file is not explained"
    grep -q 'made by: armex report --builtin country-profile --entity KOR' explained ||
        fail "$file: no command: $(cat explained)"
    grep -q "national-figures *$vintage *$hash" explained || fail "$file: $(cat explained)"
done
(cd report/tables && "$ARMEX" explain orders.csv >/dev/null) || fail "from its own folder"
"$ARMEX" rank -d national-figures -m orders -y 2023 --unit usd -f json -o ranks.json
"$ARMEX" explain ranks.json -f csv | grep -q '^ranks.json,exchange-rates,' ||
    fail "a json of two sources"

# What says nothing is answered so; a csv that was altered is not the report's any more.
says_nothing='says nothing of where it comes from; pictures, pages and json of armex do, and a csv'
says_nothing="$says_nothing of a report while the report's manifest.json is there"
echo ' ' >>report/tables/orders.csv
: >empty
printf '\211PNG\r\n\032\n\377\377\377\377iTXtSource' >broken.png
printf '%%PDF-1.5\n/Keywords <FEFFD83' >broken.pdf
printf '{"command": 1, "sources": [1, {}]}' >broken.json
printf '<svg><metadata><dc:source>' >broken.svg
printf '%%%% A picture\n%%%% Sources: national-figures' >broken.tex
for file in report/tables/orders.csv empty broken.png broken.pdf broken.json broken.svg broken.tex; do
    expect 65 "armex: $file: $says_nothing" "$ARMEX" explain $file
done
expect 66 "armex: absent.svg: there is no such file" "$ARMEX" explain absent.svg
