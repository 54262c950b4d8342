# README.md names every library that is linked and every package that is installed.
. "$(dirname "$0")/lib/common.sh"
cd "$SOURCE_DIR" || exit 1

# Lines "place name".
libraries()
{
    awk '/^armex_depends_on\(/ {
        gsub(/armex_depends_on\(|LIBRARIES|ARCHIVES|\)/, " ")
        for (i = 1; i <= NF; i++)
            print FILENAME ":" FNR, $i
    }' engine/cmake/dependencies.cmake
}

packages()
{
    awk '/^[a-z]+_packages="/ { inside = 1 }
    inside {
        line = $0
        sub(/.*="/, "", line)
        n = split(line, words, /[ "]+/)
        for (i = 1; i <= n; i++)
            if (words[i] != "")
                print FILENAME ":" FNR, words[i]
    }
    inside && /"$/ && !/="$/ { inside = 0 }' engine/setup.sh
}

{
    tr -c 'A-Za-z0-9_.+-' '\n' <README.md | sed 's/[.]*$//'
    libraries
    packages
} | awk '
NF == 1 { known[$1] = 1; next }
NF == 2 { named++ }
NF == 2 && !($2 in known) { print $1 ": README.md does not name " $2; wrong = 1 }
END {
    if (!named)
        print "engine/setup.sh:1: no packages found"
    exit wrong || !named
}'
