# What is installed is complete: it is moved, then used by programs of somebody else's, which
# find it by CMake and by pkg-config, and it brings data, manuals and completions.
. "$(dirname "$0")/lib/common.sh"
need cmake ninja pkg-config cc
[ -f "$SOURCE_DIR/engine/include/armex.h" ] || skip "there is no engine/include/armex.h"
set -eu

fail()
{
    echo "install: $1"
    exit 1
}

here=$(mktemp -d)
trap 'rm -rf "$here"' EXIT
cmake --install "$BINARY_DIR" --prefix "$here/at first" >"$here/log" || fail "$(cat "$here/log")"
mv "$here/at first" "$here/moved"
prefix=$here/moved
DESTDIR=$here/staged cmake --install "$BINARY_DIR" --prefix /usr >"$here/log"
diff -r "$prefix/include" "$here/staged/usr/include" || fail "DESTDIR is not honoured"
[ "$(ls "$here/staged")" = usr ] || fail "DESTDIR holds more than the prefix"

cmake -G Ninja -S "$TESTS/house/consumer" -B "$here/by_cmake" \
    -D CMAKE_PREFIX_PATH="$prefix" >"$here/log" 2>&1 || fail "$(cat "$here/log")"
cmake --build "$here/by_cmake" >"$here/log" 2>&1 || fail "$(cat "$here/log")"
"$here/by_cmake/consumer" || fail "the program that found armex by CMake does not run"

package=$(find "$prefix" -name armex.pc)
export PKG_CONFIG_PATH="${package%/*}"
cc -std=c17 -Wall -Wextra -Werror "$TESTS/house/consumer/consumer.c" -o "$here/by_pkg_config" \
    $(pkg-config --cflags armex) \
    -Wl,--whole-archive $(pkg-config --libs-only-L armex) -larmex -Wl,--no-whole-archive \
    $(pkg-config --libs armex) || fail "pkg-config does not lead to a program"
LD_LIBRARY_PATH=$(pkg-config --variable=libdir armex) "$here/by_pkg_config" ||
    fail "the program that found armex by pkg-config does not run"

[ -x "$prefix/bin/armex" ] || exit 0 # a build without the program
"$prefix/bin/armex" --version >"$here/log" || fail "armex --version: exit $?"
find "$prefix/include" -name '*.h' | grep -q /cli/ && fail "a header of cli/ is not for others"
for folder in datasets plots; do
    if [ -d "$BINARY_DIR/share/armex/$folder" ]; then
        diff -r "$BINARY_DIR/share/armex/$folder" "$prefix/share/armex/$folder"
    fi
done
[ ! -d "$BINARY_DIR/libexec" ] || diff -r "$BINARY_DIR/libexec" "$prefix/libexec"
for made in "--man man/man1/armex.1" "--completions:bash bash-completion/completions/armex" \
    "--completions:zsh zsh/site-functions/_armex" \
    "--completions:fish fish/vendor_completions.d/armex.fish"; do
    ask=$(echo "${made% *}" | tr : ' ')
    if "$prefix/bin/armex" $ask >"$here/printed" 2>/dev/null; then
        diff "$here/printed" "$prefix/share/${made#* }" || fail "armex $ask: not what is installed"
    fi
done
