# A folder that is closed to the writer: status 73, and nothing in it.
. "$(dirname "$0")/common.sh"
[ "$(id -u)" -ne 0 ] || need setpriv
need_nobody

mkdir -m 555 closed
expect 73 "armex: closed/x.csv: cannot be created: Permission denied" \
    as_nobody "$ARMEX" entities nato -o closed/x.csv
expect 73 "armex: closed/p: cannot be created: Permission denied" \
    as_nobody "$ARMEX" -s . export -d national-figures -e KOR -m orders --as package -o closed/p
[ -z "$(ls -A closed)" ] || fail "left behind: $(ls -A closed)"
