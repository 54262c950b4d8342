# The project speaks only of itself: no path of the machine that it was written on.
. "$(dirname "$0")/lib/common.sh"
cd "$SOURCE_DIR" || exit 1

# An address may hold such a folder, so what stands before it must not be part of one.
folders='(^|[^A-Za-z0-9._~/%-])/(home|root|Users|work)/'
find . \( -name .git -o -name build -o -name 'build-*' \) -prune -o -type f -print |
    LC_ALL=C sort | sed 's|^\./||' | tr '\n' '\0' |
    xargs -0 grep -nIE "$folders|$SOURCE_DIR" /dev/null |
    sed -E 's/^([^:]*:[0-9]+):(.*)/\1: a path of one machine: \2/' | cut -c1-200 | grep . && exit 1
exit 0
