# Every example of the help does what it says.
. "$(dirname "$0")/common.sh"
need gnuplot

PATH=$(dirname "$ARMEX"):$PATH
n=0
for command in '' $("$ARMEX" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z-]*\) .*/\1/p'); do
    "$ARMEX" $command --help >help || fail "no help of $command"
    sed -n '/^Examples:/,/^$/s/^  armex/armex/p' help >examples
    [ "$(wc -l <examples)" -ge 2 ] || fail "$command has $(wc -l <examples) examples"
    while IFS= read -r line; do
        rm -rf run && mkdir run
        cp "$TESTS/ingest/files/sipri-register/good.csv" run/register.csv
        (cd run && sh -c "$line") >out 2>err </dev/null ||
            fail "status $?: $line$newline$(cat err)"
        [ -s out ] || [ "$(ls run)" != register.csv ] || fail "nothing came out of: $line"
        # a report says what it had to leave out
        grep -v 'are left out: their figures are missing' err >said || :
        [ ! -s said ] || fail "said: $line$newline$(cat err)"
        n=$((n + 1))
    done <examples
done
[ $n -ge 20 ] || fail "only $n examples"
