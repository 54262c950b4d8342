# Whatever ends a run, what is published is whole: the old report or the new one, to the byte;
# and the next run is good. Killed at fifty moments, disks of ten sizes, gnuplot killed, two at
# once.
. "$(dirname "$0")/common.sh"
need gnuplot

# Two reports that differ in every file, so that a mixture of both would be seen.
for name in old new; do
    cat >$name.yaml <<END
title: The $name one
sections:
  - heading: Orders
    items:
      - {chart: line, id: a, dataset: national-figures, entity: KOR, measure: orders, title: $name a}
      - {table: show, id: b, dataset: national-figures, entity: KOR, measure: orders, years: $(
        [ $name = old ] && echo 2010-2015 || echo 2016-2024)}
END
    expect 0 "" "$ARMEX" report $name.yaml -o $name
done
# The page and the manifest hold the command, which is the same for both below.
report() {
    "$ARMEX" report spec.yaml -o pub
}
for name in old new; do
    cp $name.yaml spec.yaml
    report >/dev/null || fail "the $name one is not made"
    rm -r $name && mv pub $name
done

# whole WHEN: pub is one of the two.
whole() {
    for name in old new; do
        if diff -rq pub $name >/dev/null 2>&1; then
            is=$name
            return
        fi
    done
    fail "$1: what is published is neither: $(diff -rq pub new | head -3)"
}

# good WHEN: the next run makes the new one, and leaves nothing beside it.
good() {
    cp new.yaml spec.yaml
    report >/dev/null 2>err || fail "$1: the next run failed: $(cat err)"
    diff -rq pub new || fail "$1: the next run is not good"
    left=$(find . -maxdepth 1 -name '.pub*')
    [ -z "$left" ] || fail "$1: left behind: $left"
}

# Killed. The moments are drawn once and for all, as parts of the time that a run takes.
cp -r old pub
start=$(date +%s%N)
cp new.yaml spec.yaml
report >/dev/null
took=$(($(date +%s%N) - start))
awk 'BEGIN {
    srand(1950)
    for (i = 0; i < 50; i++)
        printf "%.4f\n", rand()
}' >moments
killed=0
for moment in $(cat moments); do
    whole before
    if [ $is = old ]; then cp new.yaml spec.yaml; else cp old.yaml spec.yaml; fi
    "$ARMEX" report spec.yaml -o pub >/dev/null 2>&1 &
    run=$!
    sleep "$(awk -v part=$moment -v took=$took 'BEGIN { printf "%.4f", part * took / 1e9 }')"
    kill -9 $run 2>/dev/null || :
    got=0
    wait $run 2>/dev/null || got=$?
    if [ $got -eq 137 ]; then
        killed=$((killed + 1))
    else
        took=$((took * 9 / 10)) # it was quicker than the run that was timed
    fi
    whole "killed after $moment of a run"
done
[ $killed -ge 20 ] || fail "only $killed of fifty runs were killed before their end"
good "killed"

# gnuplot: killed at once, killed at work, silent and content, and none of that is published.
mkdir bin
real=$(command -v gnuplot)
for manner in 'kill -9 $$' "$real \"\$@\" & sleep 0.05; kill -9 \$!; kill -9 \$\$" \
    'cat >/dev/null; exit 0' 'cat >/dev/null; exit 1'; do
    printf '#!/bin/sh\n%s\n' "$manner" >bin/gnuplot
    chmod +x bin/gnuplot
    rm -rf pub && cp -r old pub
    cp new.yaml spec.yaml
    got=0
    PATH="$PWD/bin:$PATH" "$ARMEX" report spec.yaml -o pub >/dev/null 2>err || got=$?
    [ $got -eq 74 ] || fail "gnuplot does '$manner': status $got, not 74: $(cat err)"
    whole "gnuplot does '$manner'"
    [ $is = old ] || fail "a report without its charts was published"
    good "gnuplot does '$manner'"
done

# Two at once: while the first one draws, the second is told to try again.
rm -rf pub && cp -r old pub
printf '#!/bin/sh\ntouch drawing\nwhile [ ! -e go ]; do sleep 0.05; done\nexec %s "$@"\n' \
    "$real" >bin/gnuplot
PATH="$PWD/bin:$PATH" "$ARMEX" report spec.yaml -o pub >/dev/null 2>first_err &
first=$!
until [ -e drawing ]; do sleep 0.05; done
got=0
"$ARMEX" report spec.yaml -o pub >/dev/null 2>err || got=$?
[ $got -eq 75 ] || fail "the second of two: status $got, not 75: $(cat err)"
whole "two at once"
[ $is = old ] || fail "the second of two published something"
touch go
wait $first || fail "the first of two failed: $(cat first_err)"
whole "two at once, ended"
[ $is = new ] || fail "the first of two published nothing"
good "two at once"

# Disks of ten sizes, from one that has room for no byte more to one with almost enough.
[ "$(id -u)" -eq 0 ] || { echo "the full disk is left out: only root can mount one"; exit 0; }
mkdir disk
full=0
need_kib=$(du -sk --apparent-size new | cut -f1)
for tenth in 0 1 2 3 4 5 6 7 8 9; do
    mount -t tmpfs -o size=64m tmpfs disk 2>/dev/null ||
        { echo "the full disk is left out: no right to mount"; exit 0; }
    trap 'umount disk 2>/dev/null' EXIT
    cp -r old disk/pub
    used=$(df -k --output=used disk | tail -1)
    mount -o remount,size=$((used + need_kib * tenth / 9 + 1))k disk
    cp new.yaml spec.yaml
    got=0
    "$ARMEX" report spec.yaml -o disk/pub >/dev/null 2>err || got=$?
    case $got in
        0) diff -rq disk/pub new || fail "disk $tenth/9: done, and not whole" ;;
        73 | 74)
            full=$((full + 1))
            grep -q 'No space left on device' err || fail "disk $tenth/9: $(cat err)"
            diff -rq disk/pub old || fail "disk $tenth/9: the old report is gone" ;;
        *) fail "disk $tenth/9: status $got: $(cat err)" ;;
    esac
    [ "$(ls -A disk)" = pub ] || fail "disk $tenth/9: left behind: $(ls -A disk)"
    mount -o remount,size=64m disk
    "$ARMEX" report spec.yaml -o disk/pub >/dev/null 2>err || fail "disk $tenth/9: $(cat err)"
    diff -rq disk/pub new || fail "disk $tenth/9: the next run is not good"
    umount disk
done
[ $full -ge 8 ] || fail "only $full of ten disks were full"
