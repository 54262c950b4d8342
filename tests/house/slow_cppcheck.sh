# cppcheck finds nothing to warn of.
. "$(dirname "$0")/lib/common.sh"
need cppcheck
[ -f "$BINARY_DIR/compile_commands.json" ] || skip "nothing was compiled"

mkdir -p "$BINARY_DIR/cppcheck"
cppcheck --project="$BINARY_DIR/compile_commands.json" --cppcheck-build-dir="$BINARY_DIR/cppcheck" \
    --file-filter="$SOURCE_DIR/engine/*" -j 2 --quiet --inline-suppr --error-exitcode=1 \
    --enable=warning,performance,portability --suppress='*:/usr/*' \
    --suppress=missingIncludeSystem --template='{file}:{line}: {severity}: {message} [{id}]'
