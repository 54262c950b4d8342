# Every fuzz target from its seeds, for FUZZ_SECONDS each (8 unless named), with nothing found.
#     FUZZ_SECONDS=600 sh tests/fuzz/slow_fuzz.sh [NAME...]      for an evening
. "$(dirname "$0")/../house/lib/common.sh"
need clang cmake ninja
build=$BINARY_DIR/fuzz
log=$BINARY_DIR/fuzz.log
seconds=${FUZZ_SECONDS:-8}

# Without libFuzzer's runtime there is nothing to link: say so rather than fail.
echo 'int LLVMFuzzerTestOneInput(const unsigned char *d, unsigned long n) { return (void)d, (void)n, 0; }' >one.c
clang -fsanitize=fuzzer one.c -o one 2>one.log || skip "clang has no fuzzer here (libclang-rt-14-dev)"

if ! cmake -S "$SOURCE_DIR" -B "$build" -G Ninja -DCMAKE_C_COMPILER=clang -DARMEX_TESTS=OFF \
    -DARMEX_RUN_PROGRAM=OFF -DARMEX_SANITIZE=address,undefined,fuzzer-no-link \
    '-DCMAKE_C_FLAGS_RELEASE=-O1 -g' >"$log" 2>&1 ||
    ! cmake --build "$build" -j "$(nproc)" --target libarmex >>"$log" 2>&1; then
    tail -n 40 "$log"
    exit 1
fi

archives='-l:libexpat.a -l:libminizip.a -l:libzstd.a -l:libz.a -l:libjansson.a -l:libutf8proc.a -l:libnettle.a'
[ $# -gt 0 ] || set -- $(cd "$TESTS/fuzz" && ls fuzz_*.c | sed 's/^fuzz_//; s/\.c$//')
status=0
for name in "$@"; do
    clang -std=c17 -D_GNU_SOURCE -g -O1 -fsanitize=fuzzer,address,undefined -I"$SOURCE_DIR/engine" \
        -I"$TESTS" -I"$TESTS/fuzz" $(pkg-config --cflags hdf5) "$TESTS/fuzz/fuzz_$name.c" \
        "$build/engine/libarmex.a" $archives -lm -lpthread -ldl -o "fuzz_$name" || exit 1
    mkdir -p "corpus_$name"
    if "./fuzz_$name" -max_total_time="$seconds" -timeout=20 -rss_limit_mb=3000 -print_final_stats=1 \
        "corpus_$name" "$TESTS/fuzz/corpus/$name" >"fuzz_$name.log" 2>&1; then
        echo "$name: $(awk '/number_of_executed_units/ { print $2 }' "fuzz_$name.log") inputs, nothing found"
    else
        echo "$name: something was found"
        tail -n 30 "fuzz_$name.log"
        status=1
    fi
done
exit $status
