# A disk that is full: status 74, and nothing left but what was there.
. "$(dirname "$0")/common.sh"
[ "$(id -u)" -eq 0 ] || skip "only root can mount a small disk"
mkdir disk
mount -t tmpfs -o size=16k,nr_inodes=64 tmpfs disk 2>/dev/null || skip "no right to mount"
trap 'umount disk' EXIT

echo old >disk/x.csv
expect 74 "armex: $PWD/disk/x.csv: cannot be written: No space left on device" \
    "$ARMEX" entities -f csv -o "$PWD/disk/x.csv"
[ "$(cat disk/x.csv)" = old ] || fail "a failure changed the output"
expect 74 "armex: disk/p/observations.csv: cannot be written: No space left on device" \
    "$ARMEX" export -d national-figures --scope all --as package -o disk/p
[ "$(ls -A disk)" = x.csv ] || fail "left behind: $(ls -A disk)"
