# The other compiler finds nothing to warn of, and its program passes the suite.
. "$(dirname "$0")/lib/build.sh"
need clang
build_preset clang
test_preset clang
