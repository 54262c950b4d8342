# Every C file is laid out as .clang-format says; versions of clang-format differ, 14 decides.
. "$(dirname "$0")/lib/common.sh"
cd "$SOURCE_DIR" || exit 1

formatter=clang-format-14
command -v $formatter >/dev/null 2>&1 || formatter=clang-format
need $formatter
$formatter --version | grep -q 'version 14\.' || skip "clang-format is not version 14"
c_files engine tests bench | xargs -r $formatter --dry-run -Werror
