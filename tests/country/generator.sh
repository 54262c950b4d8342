# The tool that writes the table of entities gives the same bytes each time, does without
# catalogues, and refuses what is wrong with the line it is on.
tool=$BINARY_DIR/engine/generate_entities
[ -x "$tool" ] || { echo "skipped: $tool is not built" && exit 77; }
failed=0

fail() {
    echo "$1"
    failed=1
}

mkdir -p iso none locale/xx/LC_MESSAGES
cat > iso/iso_3166-1.json <<'JSON'
{"3166-1": [
  {"alpha_2": "PL", "alpha_3": "POL", "name": "Poland", "numeric": "616"},
  {"alpha_2": "AW", "alpha_3": "ABW", "name": "Aruba", "numeric": "533"}]}
JSON
cat > iso/iso_3166-3.json <<'JSON'
{"3166-3": [{"alpha_2": "SU", "alpha_4": "SUHH", "name": "USSR", "numeric": "810"},
  {"alpha_2": "BU", "alpha_4": "BUMM", "name": "Burma", "numeric": "104"}]}
JSON
header=kind,code,name,m49,first_year,last_year,predecessors,members,names
good='state,POL,Poland,,,,,,Polska
former state,SUHH,Soviet Union,,,1991,,,
group,g,Group,,,,,POL,'

write() {
    printf '%s\n%s\n' "$header" "$good" > field.csv
    [ $# -eq 0 ] || printf '%s\n' "$@" >> field.csv
}

# refuses MESSAGE: the tool fails with exactly that, and writes nothing.
refuses() {
    rm -f out.c
    "$tool" iso locale field.csv out.c 2> words && fail "accepted: $1"
    [ ! -e out.c ] || fail "a table was written although: $1"
    [ "$(cat words)" = "generate_entities: $1" ] || fail "expected: $1
found:    $(cat words)"
}

write
"$tool" iso none field.csv first.c 2> words || fail "$(cat words)"
grep -q '^generate_entities: no catalogues of country names under none;' words ||
    fail "nothing said about missing catalogues"
"$tool" iso none field.csv second.c 2> words
cmp -s first.c second.c || fail "the same input gave other bytes"
grep -q '{"ABW", "Aruba", "AW", ARMEX_TERRITORY, 533, 0, 0, nothing, nothing}' first.c ||
    fail "a country without a row is not a territory"
grep -q BUMM first.c && fail "a state that only changed its name is an entity"

# A catalogue of one entry: Poland is "Lechia" (offsets 28, 36, 44 and 51).
catalogue() {
    printf '\336\022\004\225\0\0\0\0\001\0\0\0\034\0\0\0\044\0\0\0\0\0\0\0\0\0\0\0'
    printf '\006\0\0\0\054\0\0\0%b\0\0\0\063\0\0\0Poland\0Lechia\0' "$1"
}
path=locale/xx/LC_MESSAGES/iso_3166-1.mo
catalogue '\006' > $path
"$tool" iso locale field.csv out.c 2> words || fail "$(cat words)"
grep -q '"lechia"' out.c || fail "a name from a catalogue is missing"

catalogue '\007' > $path
refuses "$path: entry 1 is broken"
catalogue '\006' | head -c 40 > $path
refuses "$path: entry 1 is broken"
printf 'PK' > $path
refuses "$path is not a gettext catalogue"
printf '\336\022\004\225\0\0\0\0\377\377\377\377\034\0\0\0\044\0\0\0' > $path
refuses "$path is not a gettext catalogue"
catalogue '\006' > $path

write 'state,POL,Poland again,,,,,,'
refuses "field.csv:5:1: POL: a code twice, or no such kind"
write 'planet,mars,Mars,,,,,,'
refuses "field.csv:5:1: mars: a code twice, or no such kind"
write 'state,XKX,Kosovo,,,,,,Polska'
refuses "'polska' means two entities"
write 'state,XKX,Kosovo,,,,,,PL'
refuses "'pl' means two entities"
write 'state,XKX,Kosovo,,,,YUCS,,'
refuses "field.csv:5:1: XKX: names a code that nobody has"
write 'group,h,H,,,,,POL;DEU,'
refuses "field.csv:5:1: h: names a code that nobody has"
write 'state,XKX,Kosovo,,2008x,,,,'
refuses "field.csv:5:1: a year or an M49 code is a whole number"
write 'state,XKX,Kosovo,,,,,'
refuses "field.csv:5:1: a row has 9 cells, quotes come in pairs"
write 'state,XKX,Kosovo,,,,,,"Kosova'
refuses "field.csv:5:1: a row has 9 cells, quotes come in pairs"
write 'state,XKX,Kosovo,,,,,,a,b'
refuses "field.csv:5:1: a row has 9 cells, this one has more"
write 'state,,Kosovo,,,,,,'
refuses "field.csv:5:1: a row has a code and a name"
printf 'code,name\n' > field.csv
refuses "field.csv:1:1: the first line does not name the nine columns"
write
printf '{"3166-1": []}' > iso/iso_3166-3.json
refuses "iso/iso_3166-3.json holds no '3166-3'"
exit $failed
