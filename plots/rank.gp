# Rank: bars by size, what they were before, and the change.

plot @FRAME, \
    $rules using 1:2:3:(0) with vectors nohead lw 1 lc rgb grid, \
    $bars using 1:3:1:2:3:4 with boxxyerror fc rgb context fs solid 1 noborder, \
    $accent_bars using 1:3:1:2:3:4 with boxxyerror fc rgb accent fs solid 1 noborder, \
    $zero using 1:2:(0):3 with vectors nohead lw 1 lc rgb rule, \
    $ticks using 1:2:(0):3 with vectors nohead lw 2.4 lc rgb ink, \
    $head_tick using 1:2:(0):3 with vectors nohead lw 2.4 lc rgb ink, \
    $heads using 1:2:3 with labels left font size(11) tc rgb muted, \
    $head_change using 1:2:3 with labels right font size(11) tc rgb muted, \
    $values using 1:2:3 with labels left font bold(12) tc rgb ink, \
    $ranks using 1:2:3 with labels right font size(12) tc rgb muted, \
    $names using 1:2:3 with labels left font size(13) tc rgb ink, \
    $subject_name using 1:2:3 with labels left font bold(13) tc rgb accent, \
    $up using 1:2:3 with labels right font size(12.5) tc rgb positive, \
    $down using 1:2:3 with labels right font size(12.5) tc rgb negative, \
    $level using 1:2:3 with labels right font size(12.5) tc rgb muted
