# What the house tests share: where the tree is, and how to skip with a reason.
# Every one of them also runs by hand, `sh tests/house/NAME.sh`, from anywhere.
: "${SOURCE_DIR:=$(cd "$(dirname "$0")/../.." && pwd)}"
: "${BINARY_DIR:=$SOURCE_DIR/build}"
: "${TESTS:=$SOURCE_DIR/tests}"

# skip REASON
skip()
{
    echo "skipped: $1"
    exit 77
}

# need PROGRAM...: skips where one is not installed.
need()
{
    for program in "$@"; do
        command -v "$program" >/dev/null 2>&1 || skip "$program is not installed"
    done
}

# c_files FOLDER...: the C files below, those that exist, in a fixed order.
c_files()
{
    (cd "$SOURCE_DIR" && find "$@" -name '*.[ch]' 2>/dev/null | LC_ALL=C sort)
}
