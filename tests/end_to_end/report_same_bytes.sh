# The same run gives the same bytes in every artefact: in another folder, locale, time zone,
# umask, number of threads, with other rubbish in the environment, and a moment later.
. "$(dirname "$0")/common.sh"
need gnuplot

mkdir -p here 'there/with blanks and é' home
(cd here && "$ARMEX" report --builtin country-profile -e KOR -o report >/dev/null 2>err) ||
    fail "$(cat here/err)"
sleep 1.1 # a clock in seconds would show
other=C.UTF-8
for locale in tr_TR.utf8 de_DE.utf8 fr_FR.utf8; do
    locale -a 2>/dev/null | grep -qx $locale && other=$locale && break
done
(
    cd 'there/with blanks and é' && umask 077 &&
        env LC_ALL=$other LANGUAGE=tr TZ=Pacific/Kiritimati HOME="$PWD/../../home" COLUMNS=40 \
            GNUTERM=x11 GNUPLOT_LIB=/nowhere GDFONTPATH=/nowhere SOURCE_DATE_EPOCH=1 \
            TERM=dumb LINES=7 MALLOC_PERTURB_=165 \
            "$ARMEX" report --builtin country-profile -e KOR -o report >/dev/null 2>err
) || fail "$(cat 'there/with blanks and é/err')"

one=here/report
two='there/with blanks and é/report'
(cd $one && find . -type f | LC_ALL=C sort) >one_list
(cd "$two" && find . -type f | LC_ALL=C sort) >two_list
same one_list two_list
for suffix in html csv svg png pdf json; do
    grep -q "\.$suffix$" one_list || fail "no $suffix among the artefacts"
done
while read -r file; do
    same "$one/$file" "$two/$file"
done <one_list

# Over a report that stands there, once and once more, nothing changes either.
before=$(cd $one && cat $(cat ../../one_list) | sha256sum)
(cd here && "$ARMEX" report --builtin country-profile -e KOR -o report >/dev/null 2>err) ||
    fail "$(cat here/err)"
[ "$(cd $one && cat $(cat ../../one_list) | sha256sum)" = "$before" ] ||
    fail "made again over itself it is another"

# No artefact knows where or when it was made.
! grep -rqF -e "$PWD" here/report || fail "a place in it"
year=$(date +%Y-%m-%dT)
! grep -rqF "$year" here/report || fail "a clock in it"
