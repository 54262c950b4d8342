# Line: a few series over years, one of them the subject.

shaded = dark ? "#3A2A24" : "#FBE9E2"
faint  = dark ? "#94543B" : "#EBAA92"

plot @FRAME, \
    $interval using 1:2:3 with filledcurves fc rgb shaded fs solid 1 noborder, \
    $grid using 1:2:3:(0) with vectors nohead lw 1 lc rgb grid, \
    $base using 1:2:3:(0) with vectors nohead lw 1 lc rgb rule, \
    $xmarks using 1:2:(0):(5) with vectors nohead lw 1 lc rgb rule, \
    $breaks using 1:2:(0):3 with vectors nohead lw 1 dt (4,3) lc rgb muted, \
    $break_words using 1:2:3 with labels center font size(11) tc rgb muted, \
    $yticks using 1:2:3 with labels right font size(11) tc rgb muted, \
    $xticks using 1:2:3 with labels center font size(11) tc rgb muted, \
    $leaders using 1:2:3:4 with vectors nohead lw 0.9 lc rgb context, \
    $context using 1:2 with lines lw 1.8 lc rgb context, \
    $context_dots using 1:2:($3 * dot) with points pt 7 ps variable lc rgb context, \
    $context_hollow using 1:2:(($3 + 0.4) * dot) with points pt 7 ps variable lc rgb context, \
    $context_hollow using 1:2:(($3 - 0.9) * dot) with points pt 7 ps variable lc rgb paper, \
    $accent using 1:2 with lines lw 7 lc rgb paper, \
    $figures using 1:2:($3 * dot) with points pt 7 ps variable lc rgb faint, \
    $accent using 1:2 with lines lw 3.6 lc rgb accent, \
    $accent_dots using 1:2:($3 * dot) with points pt 7 ps variable lc rgb accent, \
    $accent_hollow using 1:2:(($3 + 1.2) * dot) with points pt 7 ps variable lc rgb accent, \
    $accent_hollow using 1:2:(($3 - 0.6) * dot) with points pt 7 ps variable lc rgb paper, \
    $figures_hollow using 1:2:(($3 + 0.2) * dot) with points pt 7 ps variable lc rgb faint, \
    $figures_hollow using 1:2:(0.6 * $3 * dot) with points pt 7 ps variable lc rgb paper, \
    $gaps using 1:2:3 with labels center font size(11) tc rgb muted, \
    $values using 1:2:3 with labels center font bold(12.5) tc rgb accent, \
    $labels using 1:2:3 with labels left font size(label_px) tc rgb muted, \
    $subject_label using 1:2:3 with labels left font bold(subject_px) tc rgb accent
