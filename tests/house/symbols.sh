# Whoever links libarmex gets names that begin with armex_ and no others.
. "$(dirname "$0")/lib/common.sh"
need nm

library=$BINARY_DIR/engine/libarmex.a
dynamic=
if [ -f "$BINARY_DIR/engine/libarmex.so" ]; then
    library=$BINARY_DIR/engine/libarmex.so
    dynamic=--dynamic
fi
[ -f "$library" ] || skip "the library is not built"
nm $dynamic --defined-only --extern-only --print-file-name "$library" | awk '
NF < 3 { next }
{ seen++ }
$NF !~ /^(armex_|__odr_asan|__gcov)/ {
    sub(/^.*\//, "", $1)
    sub(/:[0-9a-f]+$/, "", $1)
    print $1 ": " $NF " does not begin with armex_"
    wrong = 1
}
END {
    if (!seen)
        print "no symbol found"
    exit wrong || !seen
}'
