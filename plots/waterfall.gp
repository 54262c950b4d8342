# Waterfall: a sum before, what each added or took, the sum now.

plot @FRAME, \
    $sums using 1:3:1:2:3:4 with boxxyerror fc rgb context fs solid 1 noborder, \
    $up_bars using 1:3:1:2:3:4 with boxxyerror fc rgb positive fs solid 1 noborder, \
    $down_bars using 1:3:1:2:3:4 with boxxyerror fc rgb negative fs solid 1 noborder, \
    $level_bars using 1:3:1:2:3:4 with boxxyerror fc rgb muted fs solid 1 noborder, \
    $joins using 1:2:(0):3 with vectors nohead lw 1 lc rgb rule, \
    $zero using 1:2:(0):3 with vectors nohead lw 1 lc rgb rule, \
    $values using 1:2:3 with labels left font bold(12) tc rgb ink, \
    $up using 1:2:3 with labels left font bold(12) tc rgb positive, \
    $down using 1:2:3 with labels left font bold(12) tc rgb negative, \
    $level using 1:2:3 with labels left font bold(12) tc rgb muted, \
    $sum_names using 1:2:3 with labels left font bold(13) tc rgb ink, \
    $names using 1:2:3 with labels left font size(13) tc rgb ink, \
    $subject_name using 1:2:3 with labels left font bold(13) tc rgb accent
