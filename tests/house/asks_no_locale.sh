# The library reads and writes the same in every locale: nothing of it asks what a letter is or
# how a number is written there, but base/number.c and base/decimal*.c, which put the point back.
. "$(dirname "$0")/lib/common.sh"
cd "$SOURCE_DIR" || exit 1

letters='is(alpha|alnum|digit|space|upper|lower|print|punct|graph|xdigit)|to(lower|upper)'
words='str(n?casecmp|casestr|coll|xfrm|ftime)|setlocale|localeconv|wctomb|mbtowc|mbrtowc'
numbers='strto(d|f|ld)|atof|[a-z]*scanf'
format='%[-+#0]*[0-9*]*([.]([1-9]|[*])[0-9]*)?[eEgGfFaA]([^A-Za-z]|$)'
c_files engine | grep -E -v -e '^engine/cli/' -e '^engine/base/number\.c$' -e '^engine/base/decimal(_shortest)?\.c$' | xargs -r awk \
    -v calls="(^|[^A-Za-z0-9_])($letters|$words|$numbers)[ ]*[(]" -v format="$format" '
/^[ ]*(\/\*|\*|\/\/)/ { next }
{ line = $0; gsub(/%%/, "", line); sub(/\/\/.*/, "", line) }
line ~ calls { print FILENAME ":" FNR ": asks the locale; see base/ascii.h and base/number.h: " $0; wrong = 1 }
line ~ /"/ && line ~ format && line !~ /\.0f/ {
    print FILENAME ":" FNR ": prints the point of the locale; see base/number.h: " $0; wrong = 1 }
END { exit wrong }'
