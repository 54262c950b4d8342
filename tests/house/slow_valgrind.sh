# The unit tests under valgrind: no byte read before it is written, none lost.
. "$(dirname "$0")/lib/build.sh"
need valgrind
[ -z "${SANITIZE:-}" ] || skip "valgrind does not run sanitized programs"

printf '%s\0' "$BINARY_DIR"/tests/unit/* | xargs -0 -P 2 -n 1 sh -c '
    folder=${1##*/} && mkdir -p "$folder" && cd "$folder" || exit 1
    valgrind --quiet --error-exitcode=99 --leak-check=full --show-leak-kinds=definite,indirect \
        --errors-for-leak-kinds=definite,indirect "$1" >log 2>&1 && exit 0
    echo "$1:"
    cat log
    exit 1' one_program
