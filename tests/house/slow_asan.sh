# The suite under the address and undefined-behaviour sanitizers; a leak counts too.
. "$(dirname "$0")/lib/build.sh"
export ASAN_OPTIONS=detect_leaks=1:strict_string_checks=1:detect_stack_use_after_return=1
export UBSAN_OPTIONS=print_stacktrace=1
build_preset asan
test_preset asan
