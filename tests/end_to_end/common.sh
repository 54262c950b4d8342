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

# browse OPTIONS... PAGE: a browser without a screen or a network.
browse() {
    timeout 120 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-sync \
        --disable-background-networking --disable-component-update --user-data-dir="$PWD/profile" \
        --allow-file-access-from-files "$@" 2>browser.log
}

# interrupt DATASET ARGUMENTS...: ^C at any moment leaves no part of a file in the store `cut`, and
# what there is of DATASET is whole. (A shell starts what runs beside it with ^C ignored; env
# gives it back.)
interrupt() {
    dataset=$1
    shift
    for pause in 0 0.005 0.01 0.02 0.04 0.08; do
        rm -rf cut
        mkdir cut
        env --default-signal=INT "$ARMEX" -s cut "$@" >out 2>err &
        sleep $pause
        kill -INT $! 2>/dev/null || : # it has ended already
        status=0
        wait $! || status=$?
        [ $status -eq 0 ] || [ $status -eq 130 ] || fail "exit status $status after ^C: $(cat err)"
        [ -z "$(find cut -name '*.part')" ] || fail "left behind: $(find cut)"
        [ -z "$(ls "cut/$dataset" 2>/dev/null)" ] ||
            "$ARMEX" -s cut verify -q "$dataset" >out 2>&1 || fail "half a file: $(cat out)"
    done
}

[ -x "$ARMEX" ] || fail "no program at '$ARMEX'"
