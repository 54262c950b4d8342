# No header includes itself by way of others.
. "$(dirname "$0")/lib/common.sh"
cd "$SOURCE_DIR" || exit 1

# One line an include: place, from, to.
includes=$(c_files engine | grep '\.h$' |
    xargs -r grep -nE '^[[:blank:]]*#[[:blank:]]*include[[:blank:]]*"' /dev/null |
    sed -E 's|^(engine/([^:]*):[0-9]+):[^"]*"([^"]*)".*|\1 \2 \3|')
looped=$(echo "$includes" | cut -d' ' -f2,3 | tsort 2>&1 >/dev/null |
    sed -n 's/^tsort: \(.*\.h\)$/\1/p')
[ -z "$looped" ] && exit 0

printf '%s\n\n%s\n' "$looped" "$includes" | awk '
NF == 1 { in_loop[$1] = 1 }
NF == 3 && ($2 in in_loop) && ($3 in in_loop) { print $1 ": " $3 " leads back here" }'
exit 1
