# Breaks: a series, where it changed its course, and what it was in between.

shaded = dark ? "#20272E" : "#F0F2F4"

plot @FRAME, \
    $intervals using 1:3:1:2:3:4 with boxxyerror fc rgb shaded fs solid 1 noborder, \
    $grid using 1:2:3:(0) with vectors nohead lw 1 lc rgb grid, \
    $base using 1:2:3:(0) with vectors nohead lw 1 lc rgb rule, \
    $xmarks using 1:2:(0):(5) with vectors nohead lw 1 lc rgb rule, \
    $breaks using 1:2:(0):3 with vectors nohead lw 1 dt (4,3) lc rgb muted, \
    $break_years using 1:2:3 with labels center font bold(11.5) tc rgb ink, \
    $yticks using 1:2:3 with labels right font size(11) tc rgb muted, \
    $xticks using 1:2:3 with labels center font size(11) tc rgb muted, \
    $context using 1:2 with lines lw 1.8 lc rgb context, \
    $dots using 1:2:(2.6 * dot) with points pt 7 ps variable lc rgb context, \
    $plates using 1:3:1:2:3:4 with boxxyerror fc rgb paper fs solid 1 noborder, \
    $accent using 1:2 with lines lw 7 lc rgb paper, \
    $accent using 1:2 with lines lw 4 lc rgb accent, \
    $hollow using 1:2:(3.2 * dot) with points pt 7 ps variable lc rgb context, \
    $hollow using 1:2:(1.9 * dot) with points pt 7 ps variable lc rgb paper, \
    $levels using 1:2:3 with labels left font bold(12.5) tc rgb accent
