# clang-tidy finds nothing to warn of; .clang-tidy says what it looks for. A file at a time: the
# analyser of va_list forgets nothing between files of one run and then sees ghosts.
. "$(dirname "$0")/lib/common.sh"
need clang-tidy
[ -f "$BINARY_DIR/compile_commands.json" ] || skip "nothing was compiled"
cd "$SOURCE_DIR" || exit 1

# Only what this build compiles: the rest has no command to be read with.
c_files engine | grep '\.c$' | while read -r file; do
    grep -qF "$SOURCE_DIR/$file\"" "$BINARY_DIR/compile_commands.json" && echo "$file"
done | xargs -r -P 2 -n 1 clang-tidy --quiet -p "$BINARY_DIR" --extra-arg=-Wno-unknown-warning-option
