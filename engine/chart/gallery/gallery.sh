#!/bin/sh
# engine/chart/gallery/gallery.sh PROGRAM FOLDER: every kind of chart in every format, and one page
# that shows them: FOLDER/index.html. What is drawn stands in charts.txt.
set -eu
program=$1
folder=$2
here=$(cd "$(dirname "$0")" && pwd)
plots=$here/../../../plots

rm -rf "$folder"
mkdir -p "$folder/store"
# keep FILE DATASET: an invented file in the layout of a register, and nobody's figures
keep()
{
    "$program" -q -s "$folder/store" ingest "$1" --dataset "$2" \
        --publisher 'invented for this page' >/dev/null
}

# A second count of the same deliveries, for charts of two: each its own part of the first.
recount()
{
    awk -F, -v OFS=, '$1 ~ /^[0-9]+$/ { $15 = $16 = sprintf("%.1f", $15 * (0.7 + $1 * 7 % 10 / 15)) }
        { print }' "$here/made-up-register.csv"
}

keep "$here/made-up-register.csv" made-up-register
recount >"$folder/store/second-count.csv"
keep "$folder/store/second-count.csv" second-count

# draw ARGUMENT...: one picture of the register and of the data that ship with the program
draw()
{
    "$program" -q -s "$folder/store" plot "$@"
}

# escaped: words as they may stand in HTML
escaped()
{
    sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/"/\&quot;/g'
}

# what KIND is for: the first line of its template
purpose()
{
    sed -n '1s/^# [A-Z][a-z]*: //p' "$plots/$1.gp" | escaped
}

# picture CLASS FILE: an SVG within the page
picture()
{
    printf '<div class="%s">\n' "$1"
    sed '/^<metadata/d' "$2"
    printf '</div>\n'
}

# chart NUMBER KIND ARGUMENT...: its pictures, and its part of the page
chart()
{
    name=$(printf '%02d-%s' "$1" "$2")
    shift
    draw "$@" -o "$folder/$name.svg"
    draw "$@" --dark -o "$folder/$name-dark.svg"
    draw "$@" --width 328 -o "$folder/$name-narrow.svg"
    draw "$@" -o "$folder/$name.png"
    draw "$@" --scale 2 -o "$folder/$name@2x.png"
    draw "$@" -o "$folder/$name.pdf"
    printf '<section id="%s">\n<h2>%s</h2>\n<p>%s</p>\n' "$name" "$1" "$(purpose "$1")"
    picture light "$folder/$name.svg"
    picture dark "$folder/$name-dark.svg"
    picture narrow "$folder/$name-narrow.svg"
    printf '<p class="files">'
    for file in "$name.svg" "$name-dark.svg" "$name-narrow.svg" "$name.png" "$name@2x.png" \
        "$name.pdf"; do
        printf '<a href="%s">%s</a> ' "$file" "${file#*-}"
    done
    printf '</p>\n<pre tabindex="0">armex plot %s</pre>\n</section>\n' \
        "$(printf '%s\n' "$line" | escaped)"
}

number=0
{
    cat "$here/head.html"
    while IFS= read -r line; do
        case $line in '' | '#'*) continue ;; esac
        number=$((number + 1))
        eval "chart $number $line"
    done <"$here/charts.txt"
    printf '</main>\n</body>\n</html>\n'
} >"$folder/index.html.part"
mv "$folder/index.html.part" "$folder/index.html"
rm -rf "$folder/store"
