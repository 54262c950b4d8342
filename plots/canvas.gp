# Canvas: one unit is one pixel, y grows downwards.
#
# The engine sets, before this is read: OUT, format ("svg", "pdf"), zoom, face, W, H, tagged; title_px, foot_px and the
# blocks $title, $subtitle, $foot, which the frame draws.

if (format eq "svg") {
    set terminal svg size W,H noenhanced font face.",12" background rgb paper
    dot = 1 / 4.5
}
if (format eq "pdf") {
    set terminal pdfcairo size W * zoom / 96.0,H * zoom / 96.0 noenhanced \
        font face.",12" fontscale 0.5625 * zoom linewidth 1.5 * zoom \
        pointscale zoom dashlength zoom background rgb paper
    dot = 1 / 4.2
}
set output OUT
set datafile separator "\t"
set datafile commentschars ""
set lmargin at screen 0; set rmargin at screen 1
set bmargin at screen 0; set tmargin at screen 1
set xrange [0:W]; set yrange [H:0]
unset key; unset border; unset tics
if (tagged) { set object 1 rectangle from 20,0 to 64,6 fc rgb accent fs solid 1 noborder }
