# The units for the night: what they run is what the program knows, and systemd reads them.
. "$(dirname "$0")/common.sh"
units=$BINARY_DIR/share/armex/units
[ -d "$units" ] || fail "no units at share/armex/units"
for unit in armex-report@.service armex-report@.timer armex.cron ci.yml; do
    same "$units/$unit" "$SOURCE_DIR/engine/report/units/$unit"
done

# Each line that runs armex, with folders of this test in place of the machine's.
need gnuplot
mkdir -p etc state
"$ARMEX" report --init etc/south-korea.yaml
sed -n 's/^ExecStart=\/usr\/bin\/env armex //p' "$units/armex-report@.service" |
    sed 's|%E/armex|etc|; s|%S/armex/reports|state|; s|%i|south-korea|g' >service
sed -n 's/^[0-9].* armex armex //p' "$units/armex.cron" |
    sed 's|/etc/armex|etc|; s|/var/lib/armex|state|' >cron
sed -n 's/.*run: armex //p' "$units/ci.yml" | sed 's|report.yaml|etc/south-korea.yaml|' >ci
for line in service cron ci; do
    [ "$(wc -l <$line)" -eq 1 ] || fail "$line: not one command: $(cat $line)"
    sh -c "\"\$ARMEX\" $(cat $line)" >/dev/null 2>err || fail "$line: $(cat $line): $(cat err)"
done
[ -s state/south-korea/index.html ] || fail "the service made nothing"
[ -s docs/index.html ] || fail "the workflow made nothing"
# The second line of the cron job's hour found nothing to do, and said nothing to the mail.
sh -c "\"\$ARMEX\" $(cat cron)" >mail 2>&1 || fail "cron: $(cat mail)"

need systemd-analyze
cp "$units"/armex-report@.* .
mv armex-report@.service armex-report@x.service
mv armex-report@.timer armex-report@x.timer
systemd-analyze verify --man=no ./armex-report@x.service ./armex-report@x.timer >said 2>&1 ||
    fail "systemd: $(cat said)"
! grep -E 'armex-report@' said || fail "systemd: $(cat said)"
systemd-analyze calendar "$(sed -n 's/^OnCalendar=//p' armex-report@x.timer)" >said 2>&1 ||
    fail "not a calendar: $(cat said)"
