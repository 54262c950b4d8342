# Map: states of the world, coloured by class; what has no figure is outlined only.

part(i) = classes > 1 ? 0.16 + 0.84 * (i - 1) / (classes - 1) : 0.6
edge = dark ? "#12171C" : "#FFFFFF"
empty = dark ? "#3A444E" : "#C9CFD4"

plot @FRAME, \
    $none using 1:2 with lines lw 0.8 lc rgb empty, \
    $land1 using 1:2 with filledcurves closed fc rgb shade(part(1)) fs solid 1 border lc rgb edge lw 0.5, \
    $land2 using 1:2 with filledcurves closed fc rgb shade(part(2)) fs solid 1 border lc rgb edge lw 0.5, \
    $land3 using 1:2 with filledcurves closed fc rgb shade(part(3)) fs solid 1 border lc rgb edge lw 0.5, \
    $land4 using 1:2 with filledcurves closed fc rgb shade(part(4)) fs solid 1 border lc rgb edge lw 0.5, \
    $land5 using 1:2 with filledcurves closed fc rgb shade(part(5)) fs solid 1 border lc rgb edge lw 0.5, \
    $subject using 1:2 with lines lw 2 lc rgb accent, \
    $dots using 1:2:(($3 + 1) * dot) with points pt 7 ps variable lc rgb paper, \
    $dots using 1:2:($3 * dot):(shade($4)) with points pt 7 ps variable lc rgb variable, \
    $subject_dot using 1:2:($3 * dot) with points pt 7 ps variable lc rgb accent, \
    $keys using 1:2:3 with labels left font size(11) tc rgb muted, \
    $halo using 1:2:3 with labels left font bold(13) tc rgb paper, \
    $label using 1:2:3 with labels left font bold(13) tc rgb accent
