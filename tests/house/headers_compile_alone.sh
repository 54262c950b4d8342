# Every header compiles on its own, and twice, with each compiler that is here.
. "$(dirname "$0")/lib/common.sh"
need pkg-config
cd "$SOURCE_DIR" || exit 1

headers=$(c_files engine | grep '\.h$')
pkg-config --exists pangocairo || headers=$(echo "$headers" | grep -v '/report/press/\|/chart/paint/')
[ -n "$headers" ] || skip "there are no headers"
flags="-std=c17 -D_GNU_SOURCE -Wall -Wextra -Werror -Iengine -Iengine/include
    $(pkg-config --cflags hdf5 gsl jansson libfyaml libutf8proc nettle freetype2 expat minizip libzstd zlib)
    $(pkg-config --silence-errors --cflags pangocairo)"

failed=0
for compiler in gcc clang; do
    command -v "$compiler" >/dev/null 2>&1 || continue
    echo "$headers" | xargs -P 2 -I HEADER sh -c \
        "printf '#include \"%s\"\n#include \"%s\"\n' HEADER HEADER |
         $compiler $(echo $flags) -I. -fsyntax-only -x c -" || failed=1
done
exit $failed
