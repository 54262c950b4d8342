# What every script here shares; each runs in an empty folder of its own.
#
# expect STATUS WORDS COMMAND...: COMMAND ends with STATUS and says exactly WORDS on standard
# error. What it prints stands in the file `out`. The first failure ends the script.
LC_ALL=C
export LC_ALL
newline='
'

fail() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
    exit 1
}

skip() {
    printf 'skipped: %s\n' "$*"
    exit 77
}

need() {
    command -v "$1" >/dev/null 2>&1 || skip "$1 is not installed"
}

expect() {
    status=$1
    words=$2
    shift 2
    got=0
    "$@" >out 2>err || got=$?
    [ "$got" -eq "$status" ] ||
        fail "exit status $got, not $status: $*$newline$(cat err)"
    [ "$(cat err)" = "$words" ] ||
        fail "wrong words of: $*${newline}said:     $(cat err)${newline}expected: $words"
}

# same FILE FILE: byte by byte
same() {
    cmp -s "$1" "$2" || fail "$1 and $2 differ"
}

# as_nobody COMMAND...: without the rights of root, for whom no folder is closed
as_nobody() {
    if [ "$(id -u)" -eq 0 ]; then
        setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
    else
        "$@"
    fi
}

need_nobody() {
    as_nobody "$ARMEX" -s . datasets national-figures >/dev/null 2>&1 ||
        skip "the program or its data cannot be reached without the rights of root"
}

[ -x "$ARMEX" ] || fail "no program at '$ARMEX'"
