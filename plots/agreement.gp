# Agreement: how many times the one count is the other, with limits of agreement.

plot @FRAME, \
    $band using 1:3:1:2:3:4 with boxxyerror fc rgb nothing fs solid 1 noborder, \
    $grid using 1:2:3:(0) with vectors nohead lw 1 lc rgb grid, \
    $base using 1:2:3:(0) with vectors nohead lw 1 lc rgb rule, \
    $limits using 1:2:3:(0) with vectors nohead lw 1.4 dt (5,4) lc rgb muted, \
    $average using 1:2:3:(0) with vectors nohead lw 2 lc rgb ink, \
    $xmarks using 1:2:(0):(5) with vectors nohead lw 1 lc rgb rule, \
    $yticks using 1:2:3 with labels right font size(11) tc rgb muted, \
    $xticks using 1:2:3 with labels center font size(11) tc rgb muted, \
    $head_up using 1:2:3 with labels left font bold(12) tc rgb ink, \
    $head_across using 1:2:3 with labels right font bold(12) tc rgb ink, \
    $dots using 1:2:(3.4 * dot) with points pt 7 ps variable lc rgb rule, \
    $hollow using 1:2:(3.4 * dot) with points pt 7 ps variable lc rgb rule, \
    $hollow using 1:2:(2 * dot) with points pt 7 ps variable lc rgb paper, \
    $accent_dots using 1:2:(6.2 * dot) with points pt 7 ps variable lc rgb paper, \
    $accent_dots using 1:2:(4.8 * dot) with points pt 7 ps variable lc rgb accent, \
    $accent_hollow using 1:2:(4.8 * dot) with points pt 7 ps variable lc rgb accent, \
    $accent_hollow using 1:2:(2.9 * dot) with points pt 7 ps variable lc rgb paper, \
    $names using 1:2:3 with labels center font size(12) tc rgb ink, \
    $subject_names using 1:2:3 with labels center font bold(12) tc rgb accent, \
    $limit_words using 1:2:3 with labels left font size(12) tc rgb muted, \
    $average_words using 1:2:3 with labels left font bold(12) tc rgb ink
