# Fan: a series and the years to come, with intervals of 95 and 80 per cent.

wide   = dark ? "#3A2A24" : "#FBE9E2"
narrow = dark ? "#5F3D30" : "#F3C9B9"

plot @FRAME, \
    $wide_band using 1:2:3 with filledcurves fc rgb wide fs solid 1 noborder, \
    $narrow_band using 1:2:3 with filledcurves fc rgb narrow fs solid 1 noborder, \
    $grid using 1:2:3:(0) with vectors nohead lw 1 lc rgb grid, \
    $base using 1:2:3:(0) with vectors nohead lw 1 lc rgb rule, \
    $xmarks using 1:2:(0):(5) with vectors nohead lw 1 lc rgb rule, \
    $yticks using 1:2:3 with labels right font size(11) tc rgb muted, \
    $xticks using 1:2:3 with labels center font size(11) tc rgb muted, \
    $leaders using 1:2:3:4 with vectors nohead lw 0.9 lc rgb context, \
    $middle using 1:2 with lines lw 2.4 dt (6,4) lc rgb accent, \
    $accent using 1:2 with lines lw 3.6 lc rgb accent, \
    $accent_dots using 1:2:(4.4 * dot) with points pt 7 ps variable lc rgb accent, \
    $accent_hollow using 1:2:(4.8 * dot) with points pt 7 ps variable lc rgb accent, \
    $accent_hollow using 1:2:(3.0 * dot) with points pt 7 ps variable lc rgb paper, \
    $labels using 1:2:3 with labels left font size(12) tc rgb muted, \
    $middle_label using 1:2:3 with labels left font bold(12.5) tc rgb accent
