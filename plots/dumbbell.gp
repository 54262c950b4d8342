# Dumbbell: two years or windows, sorted by the change.

plot @FRAME, \
    $grid using 1:2:(0):3 with vectors nohead lw 1 lc rgb grid, \
    $zero using 1:2:(0):3 with vectors nohead lw 1 lc rgb rule, \
    $ticks using 1:2:3 with labels center font size(11) tc rgb muted, \
    $backs using 1:3:1:2:3:4 with boxxyerror fc rgb paper fs solid 1 noborder, \
    $up_bars using 1:2:3:(0) with vectors nohead lw 6 lc rgb positive, \
    $down_bars using 1:2:3:(0) with vectors nohead lw 6 lc rgb negative, \
    $before using 1:2:(5.8 * dot) with points pt 7 ps variable lc rgb rule, \
    $before using 1:2:(4.2 * dot) with points pt 7 ps variable lc rgb paper, \
    $up_dots using 1:2:(6.2 * dot) with points pt 7 ps variable lc rgb positive, \
    $down_dots using 1:2:(6.2 * dot) with points pt 7 ps variable lc rgb negative, \
    $level_dots using 1:2:(6.2 * dot) with points pt 7 ps variable lc rgb muted, \
    $before_left using 1:2:3 with labels right font size(11.5) tc rgb muted, \
    $before_right using 1:2:3 with labels left font size(11.5) tc rgb muted, \
    $now_left using 1:2:3 with labels right font bold(11.5) tc rgb ink, \
    $now_right using 1:2:3 with labels left font bold(11.5) tc rgb ink, \
    $head_before using 1:2:3 with labels center font size(11) tc rgb muted, \
    $head_now using 1:2:3 with labels center font bold(11) tc rgb ink, \
    $head_change using 1:2:3 with labels right font size(11) tc rgb muted, \
    $names using 1:2:3 with labels left font size(13) tc rgb ink, \
    $subject_name using 1:2:3 with labels left font bold(13) tc rgb accent, \
    $up using 1:2:3 with labels right font bold(13) tc rgb positive, \
    $down using 1:2:3 with labels right font bold(13) tc rgb negative, \
    $level using 1:2:3 with labels right font bold(13) tc rgb muted
