# What README.md shows a command to print, it prints: every line shown below a command stands in its
# output.
. "$(dirname "$0")/common.sh"
readme=$(dirname "$0")/../../README.md

shown=0
line_of() {
    # `build/armex` is the program under test
    eval "\"\$ARMEX\" -s none ${1#*build/armex }" >said 2>&1 || : # a refusal is an answer as well
}
while IFS= read -r line; do
    case $line in
    '    $ build/armex '*) command=$line ;;
    '    # '* | '    $ '* | '    sh '* | '    build/'*) command= ;;
    '    '*)
        [ -n "$command" ] || continue
        line_of "$command"
        grep -qxF -- "${line#    }" said || fail "README shows '$line' of '$command', which prints:$newline$(cat said)"
        shown=$((shown + 1))
        ;;
    *) command= ;;
    esac
done <"$readme"
[ "$shown" -ge 4 ] || fail "only $shown lines of README are shown to be printed"
