# Wrong words: status 64, and the nearest right one.
. "$(dirname "$0")/common.sh"

expect 64 "armex: there is no command 'rnak'; did you mean 'rank'?" "$ARMEX" rnak
expect 64 "armex: there is no command 'sing'
try 'armex --help'" "$ARMEX" sing
expect 64 "armex: nothing was asked; try 'armex datasets' to see what is there
try 'armex --help'" "$ARMEX"
expect 64 "armex: there is no option '--windwo'; did you mean '--window'?" \
    "$ARMEX" rank --windwo 5
expect 64 "armex: there is no option '-Z'
try 'armex rank --help'" "$ARMEX" rank -Z
expect 64 "armex: option '--entity' needs a value: --entity LIST
try 'armex show --help'" "$ARMEX" show --entity
expect 64 "armex: option '--help' takes no value
try 'armex show --help'" "$ARMEX" show --help=yes
expect 64 "armex: --format: 'jsno' is not text, csv, json, markdown or latex; did you mean 'json'?" \
    "$ARMEX" datasets -f jsno
expect 64 "armex: there is no chart 'lien'; did you mean 'line'?" "$ARMEX" plot lien
expect 64 "armex: --output: 'x.gif' does not end in .svg, .png, .pdf or .tex
try 'armex plot --help'" "$ARMEX" plot line -o x.gif
expect 64 "armex: --highlight: no entity is called 'Soth Korea'; did you mean 'South Korea' or 'North Korea'?" \
    "$ARMEX" plot line -o x.svg --highlight 'Soth Korea'
expect 64 "armex: 'KOR' is one word too many for armex show; did you mean --entity 'KOR'?" \
    "$ARMEX" show KOR
[ ! -s out ] || fail "wrong usage printed data"
