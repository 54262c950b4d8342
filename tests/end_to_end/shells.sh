# Completions are read by their shells, and manual pages by man's own formatter.
. "$(dirname "$0")/common.sh"

for shell in bash zsh fish; do
    "$ARMEX" --completions $shell >c.$shell || fail "no completions for $shell"
    [ -s c.$shell ] || fail "empty completions for $shell"
done
checked=
for shell in bash zsh fish; do
    command -v $shell >/dev/null 2>&1 || continue
    $shell -n c.$shell || fail "$shell cannot read its completions"
    checked="$checked $shell"
done

if command -v bash >/dev/null 2>&1; then
    PATH=$(dirname "$ARMEX"):$PATH bash -c '
        . ./c.bash
        try() { COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=(); _armex
                echo "${COMPREPLY[*]}"; }
        try armex ra
        try armex rank --wind
        try armex -f js
        try armex plot bu
        try armex rank -d nation
        try armex export --as net' >tried || fail "bash completions fail"
    printf '%s\n' rank --window json bump national-figures netcdf >expected
    same tried expected
fi

command -v groff >/dev/null 2>&1 || skip "groff is not installed; shells checked:$checked"
for command in '' $("$ARMEX" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z][a-z-]*\) .*/\1/p'); do
    "$ARMEX" --man $command >page || fail "no manual of '$command'"
    groff -man -ww -z page 2>warnings
    [ ! -s warnings ] || fail "manual of '$command': $(cat warnings)"
done
