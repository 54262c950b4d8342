# Bump: how ranks changed from one year or window to the next.

plot @FRAME, \
    $windows using 1:2:3 with labels center font size(11.5) tc rgb muted, \
    $rules using 1:2:(0):3 with vectors nohead lw 1 lc rgb grid, \
    $faint using 1:2 with lines lw 1 lc rgb grid, \
    $context using 1:2 with lines lw context_px lc rgb context, \
    $marks using 1:2:(2.4 * dot) with points pt 7 ps variable lc rgb context, \
    $plates using 1:3:1:2:3:4 with boxxyerror fc rgb paper fs solid 1 noborder, \
    $subject_lost using 1:2:3 with labels left font bold(12.5) tc rgb accent, \
    $accent using 1:2 with lines lw halo_px lc rgb paper, \
    $accent using 1:2 with lines lw accent_px lc rgb accent, \
    $accent_marks using 1:2:(3.6 * dot) with points pt 7 ps variable lc rgb accent, \
    $dots using 1:2:(9.5 * dot) with points pt 7 ps variable lc rgb paper, \
    $dots using 1:2:3 with labels center font size(11) tc rgb muted, \
    $accent_dots using 1:2:(10.5 * dot) with points pt 7 ps variable lc rgb accent, \
    $accent_dots using 1:2:3 with labels center font bold(10.5) tc rgb paper, \
    $accent_hollow using 1:2:(10.5 * dot) with points pt 7 ps variable lc rgb accent, \
    $accent_hollow using 1:2:(8.4 * dot) with points pt 7 ps variable lc rgb paper, \
    $accent_hollow using 1:2:3 with labels center font bold(10.5) tc rgb accent, \
    $lost using 1:2:3 with labels left font size(11) tc rgb muted, \
    $left using 1:2:3 with labels right font size(12) tc rgb muted, \
    $subject_left using 1:2:3 with labels right font bold(12.5) tc rgb accent, \
    $right_faint using 1:2:3 with labels left font size(11.5) tc rgb muted, \
    $right using 1:2:3 with labels left font size(12.5) tc rgb ink, \
    $subject_right using 1:2:3 with labels left font bold(12.5) tc rgb accent
