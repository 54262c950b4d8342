# A chart for a paper: LaTeX sets every kind, alone and inside a document, without an error;
# words are those that were given, and nothing in them is a command.
. "$(dirname "$0")/common.sh"
need gnuplot
need pdflatex
need pdftotext
printf '%s\n' '\documentclass{article}\usepackage[T1]{fontenc}\usepackage{tikz}\usepackage{geometry}' \
    '\begin{document}x\end{document}' >try.tex
pdflatex -interaction=batchmode try.tex >/dev/null 2>&1 || skip "LaTeX has no TikZ here"

set_alone() { # FILE: the picture makes one page of its own size
    pdflatex -interaction=nonstopmode -halt-on-error "$1.tex" >said 2>&1 ||
        fail "$1: $(grep -a -A3 '^!' said)"
    pdfinfo "$1.pdf" | grep -q '^Pages: *1$' || fail "$1: $(pdfinfo "$1.pdf" | grep Pages)"
    ! grep -aq '^!' said || fail "$1: $(grep -a -A3 '^!' said)"
}

register=$SOURCE_DIR/engine/chart/gallery/made-up-register.csv
awk -F, -v OFS=, '$1 ~ /^[0-9]+$/ { $15 = $16 = sprintf("%.1f", $15 * (1 + $1 % 10 / 15)) } { print }' \
    "$register" >second.csv
"$ARMEX" -s store ingest "$register" --dataset made-up-register >/dev/null 2>&1 || fail "no register"
"$ARMEX" -s store ingest second.csv --dataset second-count >/dev/null 2>&1 || fail "no second count"
printf '%s\n' '\documentclass[twocolumn]{article}\usepackage[T1]{fontenc}\usepackage{tikz}' \
    '\begin{document}' >paper.tex
grep -v '^#' "$SOURCE_DIR/engine/chart/gallery/charts.txt" >charts
while read -r line; do
    eval "set -- $line"
    "$ARMEX" -q -s store plot "$@" -o "$1.tex" || fail "no $1.tex"
    set_alone "$1"
    printf '%s\n' "\\begin{figure}\\resizebox{\\linewidth}{!}{\\input{$1}}\\end{figure}" >>paper.tex
done <charts
for kind in $("$ARMEX" plot --list-kinds); do
    [ -s "$kind.pdf" ] || fail "no $kind was set"
done
printf '%s\n' '\end{document}' >>paper.tex
pdflatex -interaction=nonstopmode -halt-on-error paper.tex >said 2>&1 ||
    fail "in a paper: $(grep -a -A3 '^!' said)"
grep -q '^%.*, style paper$' line.tex || fail "not for paper: $(head -5 line.tex)"
pdfinfo line.pdf | grep -q '^Page size: *453\.[0-9]* x' || fail "not 160 mm: $(pdfinfo line.pdf)"

# What LaTeX would act on, and what it has no glyph of.
words='50% of #1 & $2 {x} a_b c^d ~e \input{gone} <f> "g" [h] Türkiye 2 − 1'
"$ARMEX" plot line -d national-figures -e KOR -m orders --title "$words" --note '大韓 \end{document}' \
    --subtitle '% \par } \fi' -o hostile.tex || fail "no chart"
set_alone hostile
grep -q 'a character of the chart is in no font' hostile.log || fail "no warning"
pdftotext -layout hostile.pdf hostile.txt
for word in '50% of #1 & $2 {x} a_b' 'input{gone} <f>' '\[h\] Türkiye 2 − 1' 'end{document}' '% par } fi'; do
    grep -q -- "$word" hostile.txt || fail "'$word' is not to the letter: $(cat hostile.txt)"
done

# A language of babel's that makes characters commands.
printf '%s\n' '\documentclass{article}\usepackage[T1]{fontenc}\usepackage{tikz}\begin{document}' \
    '\catcode59=13 \def;{\undefined}\catcode58=13 \def:{\undefined}\catcode61 13 \def={\undefined}' \
    '\input{hostile}\end{document}' >babel.tex
set_alone babel

# Another style is the one that is named; its script draws what is set.
"$ARMEX" plot line -d national-figures -e KOR -m orders --style web --dark -o web.tex --script web.gp
! grep -q 'style paper' web.tex || fail "style"
grep -q 'HTML}{12171C}' web.tex || fail "not dark"
set_alone web
gnuplot web.gp 2>said && [ -s chart.svg ] || fail "the script: $(cat said)"
