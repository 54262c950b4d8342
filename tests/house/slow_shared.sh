# The packagers' build: shared library, shared dependencies, installed and used by others.
. "$(dirname "$0")/lib/build.sh"
build_preset shared
test_preset shared || exit 1
export BINARY_DIR="$BINARY_DIR/shared"
sh "$TESTS/house/symbols.sh" && sh "$TESTS/house/install.sh"
