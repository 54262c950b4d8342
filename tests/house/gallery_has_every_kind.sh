# The gallery draws every kind of chart that the program has.
. "$(dirname "$0")/lib/common.sh"

charts=$SOURCE_DIR/engine/chart/gallery/charts.txt
"${ARMEX:-$BINARY_DIR/armex}" plot --list-kinds >kinds || exit 1
[ -s kinds ] || exit 1
missing=0
while read -r kind; do
    grep -q "^$kind -" "$charts" && continue
    echo "$kind has no line in engine/chart/gallery/charts.txt"
    missing=1
done <kinds
exit $missing
