# The top level holds only what a newcomer needs; builds and dot files do not count.
. "$(dirname "$0")/lib/common.sh"
cd "$SOURCE_DIR" || exit 1

wrong=0
for entry in *; do
    case $entry in
        engine | datasets | plots | tests | bench) ;;
        CMakeLists.txt | CMakePresets.json | README.md | LICENSE) ;;
        build | build-*) ;; # never committed, see .gitignore
        *) echo "$entry:1: does not belong at the top level" && wrong=1 ;;
    esac
done
exit $wrong
