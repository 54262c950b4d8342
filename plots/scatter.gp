# Scatter: two counts of the same entities, one across, one up.

plot @FRAME, \
    $grid using 1:2:3:4 with vectors nohead lw 1 lc rgb grid, \
    $base using 1:2:3:4 with vectors nohead lw 1 lc rgb rule, \
    $equal using 1:2 with lines lw 1.2 dt (5,4) lc rgb muted, \
    $yticks using 1:2:3 with labels right font size(11) tc rgb muted, \
    $xticks using 1:2:3 with labels center font size(11) tc rgb muted, \
    $head_up using 1:2:3 with labels left font bold(12) tc rgb ink, \
    $head_across using 1:2:3 with labels right font bold(12) tc rgb ink, \
    $dots using 1:2:(4 * dot) with points pt 7 ps variable lc rgb rule, \
    $hollow using 1:2:(4 * dot) with points pt 7 ps variable lc rgb rule, \
    $hollow using 1:2:(2.4 * dot) with points pt 7 ps variable lc rgb paper, \
    $accent_dots using 1:2:(7 * dot) with points pt 7 ps variable lc rgb paper, \
    $accent_dots using 1:2:(5.4 * dot) with points pt 7 ps variable lc rgb accent, \
    $accent_hollow using 1:2:(5.4 * dot) with points pt 7 ps variable lc rgb accent, \
    $accent_hollow using 1:2:(3.2 * dot) with points pt 7 ps variable lc rgb paper, \
    $names using 1:2:3 with labels center font size(12) tc rgb ink, \
    $subject_names using 1:2:3 with labels center font bold(12) tc rgb accent
