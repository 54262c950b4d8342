# A store that cannot be read: status 74, naming it.
. "$(dirname "$0")/common.sh"
[ "$(id -u)" -ne 0 ] || need setpriv
need_nobody

mkdir -m 700 closed
[ "$(id -u)" -eq 0 ] || chmod 0 closed
got=0
as_nobody "$ARMEX" -s closed datasets >out 2>err || got=$?
chmod 700 closed
[ $got -eq 74 ] || fail "status $got, not 74: $(cat err)"
[ "$(cat err)" = "armex: closed: cannot be listed: Permission denied" ] || fail "said: $(cat err)"

echo no folder >file
got=0
"$ARMEX" -s file datasets >out 2>err || got=$?
[ $got -eq 74 ] || fail "status $got, not 74: $(cat err)"
[ "$(cat err)" = "armex: file: cannot be listed: Not a directory" ] || fail "said: $(cat err)"
