# Revisions: what was said of each year, in order of publication.

plot @FRAME, \
    $grid using 1:2:3:(0) with vectors nohead lw 1 lc rgb grid, \
    $base using 1:2:3:(0) with vectors nohead lw 1 lc rgb rule, \
    $yticks using 1:2:3 with labels right font size(11) tc rgb muted, \
    $years using 1:2:3 with labels center font size(11) tc rgb muted, \
    $keys using 1:2:3 with labels left font size(12) tc rgb ink, \
    $paths using 1:2 with lines lw 1.2 lc rgb rule, \
    $aside using 1:2:(3.6 * dot) with points pt 7 ps variable lc rgb context, \
    $targets using ($1 - 6):2:(12):(0) with vectors nohead lw 3 lc rgb negative, \
    $firm using 1:2:(4.4 * dot) with points pt 7 ps variable lc rgb accent, \
    $hollow using 1:2:(4.4 * dot) with points pt 7 ps variable lc rgb accent, \
    $hollow using 1:2:(2.9 * dot) with points pt 7 ps variable lc rgb paper, \
    $values using 1:2:3 with labels center font bold(12) tc rgb ink
