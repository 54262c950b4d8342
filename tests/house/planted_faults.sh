# The other tests of the house can fail: each finds the fault that is planted for it here, and
# says where, and finds none where nothing is wrong.
. "$(dirname "$0")/lib/common.sh"
set -u
house=$TESTS/house
garden=$(mktemp -d)
trap 'rm -rf "$garden"' EXIT
failed=0

# A tree as it should be: two rooms, one header and one source each.
sound_tree()
{
    rm -rf "$garden" && mkdir -p "$garden/engine/base" "$garden/engine/model" "$garden/engine/cmake"
    cp "$SOURCE_DIR/.clang-format" "$garden/"
    cd "$garden" || exit 1
    echo 'int armex_base(void);' >engine/base/base.h
    printf '#include "base/base.h"\n' >engine/model/model.h
    printf '#include "model/model.h"\n' >engine/model/model.c
    echo 'armex_depends_on(gsl LIBRARIES gsl)' >engine/cmake/dependencies.cmake
    printf 'build_packages="gcc\n    libgsl-dev"\n' >engine/setup.sh
    echo 'gcc, gsl and libgsl-dev.' >README.md
}

# expect CHECK WORDS: it fails and its words hold WORDS; no WORDS: it passes in silence.
expect()
{
    found=$(SOURCE_DIR=$garden BINARY_DIR=$garden sh "$house/$1.sh" 2>&1)
    status=$?
    if [ -z "$2" ] && { [ $status -eq 77 ] || [ "$status$found" = 0 ]; }; then
        return
    fi
    if [ -n "$2" ] && { [ $status -eq 77 ] || { [ $status -ne 0 ] && has "$found" "$2"; }; }; then
        return
    fi
    printf '%s: exit %d, expected "%s", said:\n%s\n' "$1" $status "$2" "$found"
    failed=1
}

has()
{
    case $1 in *"$2"*) return 0 ;; esac
    return 1
}

sound_tree
for check in asks_no_locale headers_compile_alone includes_have_no_loops includes_point_down \
    layout no_machine_paths readme_names_dependencies top_level; do
    expect $check ""
done

echo '#include "model/model.h"' >engine/base/base.c
expect includes_point_down 'engine/base/base.c:1: base must not know model/model.h'
sound_tree
printf '\n#include "base.h"\n' >engine/base/base.c
expect includes_point_down 'engine/base/base.c:2: "base.h" is not written as room/file.h'
sound_tree
echo '#include "base/gone.h"' >engine/base/base.c
expect includes_point_down 'engine/base/base.c:1: there is no engine/base/gone.h'
sound_tree
mkdir engine/misc && echo 'int x;' >engine/misc/x.c
expect includes_point_down 'engine/misc/x.c:1: "misc" is not one of the rooms'

sound_tree
echo '#include "model/model.h"' >>engine/base/base.h
expect includes_have_no_loops 'engine/base/base.h:2: model/model.h leads back here'
expect includes_have_no_loops 'engine/model/model.h:1: base/base.h leads back here'

sound_tree
echo 'size_t armex_size(void);' >>engine/base/base.h
expect headers_compile_alone "unknown type name 'size_t'"
sound_tree
echo 'struct twice { int x; };' >>engine/base/base.h
expect headers_compile_alone 'redefinition of'

sound_tree
echo 'int   wide;' >engine/base/base.c
expect layout 'engine/base/base.c:1:4: error: code should be clang-formatted'

sound_tree
echo 'armex_depends_on(zlib LIBRARIES z ARCHIVES other)' >>engine/cmake/dependencies.cmake
expect readme_names_dependencies 'engine/cmake/dependencies.cmake:2: README.md does not name other'
sound_tree
printf 'test_packages="valgrind"\n' >>engine/setup.sh
expect readme_names_dependencies 'engine/setup.sh:3: README.md does not name valgrind'

sound_tree
touch notes.txt
expect top_level 'notes.txt:1: does not belong at the top level'

sound_tree
printf '\n/* see /%s/somebody/notes */\n' home >engine/base/base.c
expect no_machine_paths 'engine/base/base.c:2: a path of one machine'

sound_tree
printf 'int lower(int c)\n{\n    return tolower(c); // a letter\n}\n' >engine/base/base.c
expect asks_no_locale 'engine/base/base.c:3: asks the locale'
printf 'void say(void)\n{\n    printf("%%d %%.3f", 1, 2.0);\n}\n' >engine/base/base.c
expect asks_no_locale 'engine/base/base.c:3: prints the point of the locale'

sound_tree
mkdir -p engine && echo 'int stray(void); int stray(void) { return 0; }' >stray.c
cc -c stray.c -o stray.o && ar rc engine/libarmex.a stray.o
expect symbols 'libarmex.a:stray.o: stray does not begin with armex_'

exit $failed
