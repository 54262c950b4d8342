# A room includes only its own headers and those of rooms above it in the list of rooms.
. "$(dirname "$0")/lib/common.sh"
cd "$SOURCE_DIR" || exit 1

c_files engine | xargs -r awk '
BEGIN {
    n = split("base country model ingest store analysis render chart report cli", names, " ")
    for (i = 1; i <= n; i++)
        rank[names[i]] = i
    rank["include"] = rank["report"] # armex.h may show every room but cli
}
function complain(words) { printf "%s:%d: %s\n", FILENAME, FNR, words; wrong = 1 }
FNR == 1 {
    split(FILENAME, path, "/")
    room = path[2]
    if (!(room in rank))
        complain("\"" room "\" is not one of the rooms")
}
/^[ \t]*#[ \t]*include[ \t]*"/ {
    split($0, quoted, "\"")
    header = quoted[2]
    target = header
    sub("/.*", "", target)
    if (!(target in rank))
        complain("\"" header "\" is not written as room/file.h")
    else if ((getline line < ("engine/" header)) < 0)
        complain("there is no engine/" header)
    else if (rank[target] > rank[room])
        complain(room " must not know " header)
    close("engine/" header)
}
END { exit wrong }'
