# The unit tests under valgrind: no byte read before it is written, none lost.
. "$(dirname "$0")/lib/build.sh"
need valgrind
[ -z "${SANITIZE:-}" ] || skip "valgrind does not run sanitized programs"

echo "$BINARY_DIR"/tests/unit/* | tr ' ' '\n' | xargs -P 2 -I PROGRAM sh -c '
    folder=$(basename PROGRAM) && mkdir -p "$folder" && cd "$folder" || exit 1
    valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect \
        --errors-for-leak-kinds=definite,indirect PROGRAM >log 2>&1 && exit 0
    echo "PROGRAM:"
    cat log
    exit 1'
