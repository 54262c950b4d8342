# Slope: two years or windows side by side, a line from what was to what is.

plot @FRAME, \
    $rules using 1:2:(0):3 with vectors nohead lw 1 lc rgb grid, \
    $leaders using 1:2:3:4 with vectors nohead lw 0.9 lc rgb context, \
    $context using 1:2 with lines lw 2 lc rgb context, \
    $accent using 1:2 with lines lw 8 lc rgb paper, \
    $accent using 1:2 with lines lw 4 lc rgb accent, \
    $dots using 1:2:(3.6 * dot) with points pt 7 ps variable lc rgb context, \
    $accent_dots using 1:2:(5.4 * dot) with points pt 7 ps variable lc rgb accent, \
    $head_before using 1:2:3 with labels center font size(11.5) tc rgb muted, \
    $head_now using 1:2:3 with labels center font bold(11.5) tc rgb ink, \
    $left using 1:2:3 with labels right font size(12) tc rgb muted, \
    $subject_left using 1:2:3 with labels right font bold(12.5) tc rgb accent, \
    $right using 1:2:3 with labels left font size(12) tc rgb ink, \
    $subject_right using 1:2:3 with labels left font bold(12.5) tc rgb accent
