# A section that needs a dataset: left out where none is stored, or too little; SIPRI's two tables
# in the world ranking where a register is.
. "$(dirname "$0")/common.sh"
files=$TESTS/ingest/files/sipri-register

cat >spec.yaml <<'Y'
title: Two sections
sections:
  - heading: Of everybody
    id: all
    items:
      - {table: show, id: shown, dataset: sipri-factsheets, entity: KOR, scope: share, years: 2023}
  - heading: From the register
    id: register
    needs: sipri-register
    items:
      - {table: rank, id: exporters, dataset: sipri-register, style: sipri, with: recipients, top: 2}
      - {table: growth, id: grown, dataset: sipri-register, entity: FRA, years: 2003-2004}
Y
left='1 findings, words or exhibits are left out: their figures are missing, or what they say does not hold'

expect 0 "$left" "$ARMEX" report spec.yaml -o without
! grep -q 'From the register' without/index.html || fail "a section on nothing"
grep -q 'spec.yaml:7:5: left out, for what it needs is not stored' without/manifest.json ||
    fail "the manifest does not say why"

# Six years, of which the first five have no ranking that ends in them: the other table stays.
"$ARMEX" -s s1 ingest "$files/good.csv" >out || fail "$(cat out)"
"$ARMEX" -s s1 report spec.yaml -o short >out 2>err || fail "$(cat err)"
grep -q '<h2[^>]*>From the register' short/index.html || fail "no section"
grep -q 'id="grown"' short/index.html || fail "what can be answered is not"
grep -q 'spec.yaml:11:10: left out, for what is stored cannot answer it' short/manifest.json ||
    fail "the manifest does not say why"

# Ten years by hand: France 6 of the world's 8, and all of its 2 before; Sweden none before.
sed '/^SIPRI AT/q; s/2006/2026/' "$files/good.csv" >ten.csv
cat >>ten.csv <<'T'
1,France,Norway,A,ship,Ships,2013,No,1,No,2014,No,New,2,2,2,No
2,France,India,A,ship,Ships,2013,No,1,No,2022,No,New,4,4,4,No
3,France,Norway,A,ship,Ships,2013,No,1,No,2023,No,New,2,2,2,No
4,Sweden,Norway,A,ship,Ships,2013,No,1,No,2023,No,New,2,2,2,No
T
"$ARMEX" -s s2 ingest ten.csv >out || fail "$(cat out)"
"$ARMEX" -s s2 report spec.yaml -o ten >out 2>err || fail "$(cat err)"
grep -q '<h3>The largest exporters of major arms and their main recipients, 2019–23' ten/index.html ||
    fail "no title: $(grep '<h3>' ten/index.html)"
grep ,FRA, ten/tables/exporters.csv | cut -d, -f1,2,6,8,9,16- >row
printf '1,FRA,0.75,1,2,IND,India,0.6666666666666666,NOR,Norway,0.3333333333333333,,,\r\n' |
    tr -d '\r' >expected
tr -d '\r' <row | cmp -s - expected || fail "$(cat row)"

# A word of the question that is wrong is the author's fault all the same.
sed 's/style: sipri/style: sipry/' spec.yaml >wrong.yaml
got=0
"$ARMEX" -s s2 report wrong.yaml -o wrong >out 2>err || got=$?
[ $got -eq 78 ] || fail "status $got for a wrong style: $(cat err)"

need gnuplot
"$ARMEX" -s s2 report --builtin world-ranking -o world >out 2>err || fail "$(cat err)"
grep -q 'id="register-exporters"' world/index.html || fail "no exporters"
grep -q 'importers of major arms and their main suppliers, 2019–23' world/index.html ||
    fail "no importers"
"$ARMEX" -s s1 report --builtin world-ranking -o world >out 2>err || fail "$(cat err)"
"$ARMEX" report --builtin world-ranking -o world >out 2>err || fail "$(cat err)"
! grep -q 'id="register"' world/index.html || fail "the register's tables without a register"
