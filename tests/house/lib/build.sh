# For the slow tests: builds of the same sources by other presets, inside the build folder.
. "$(dirname "$0")/lib/common.sh"
need cmake ninja ctest
[ -d "$BINARY_DIR/tests/unit" ] || skip "there are no unit tests"

# build_preset PRESET: into $BINARY_DIR/PRESET; prints what went wrong, if anything did.
build_preset()
{
    log=$BINARY_DIR/$1.log
    if ! cmake --preset "$1" -S "$SOURCE_DIR" -B "$BINARY_DIR/$1" >"$log" 2>&1 ||
        ! cmake --build "$BINARY_DIR/$1" -j "$(nproc)" >>"$log" 2>&1; then
        tail -n 60 "$log"
        exit 1
    fi
}

# test_preset PRESET: its tests, but for those of the house, which look at the sources.
test_preset()
{
    ctest --test-dir "$BINARY_DIR/$1" --output-on-failure -j 2 -LE 'slow|house'
}
