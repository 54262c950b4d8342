# Triangle: the growth of one series between any two of its years, and its figures.

# The cells come after all that does not lie on them: each says its rate when pointed at
plot @FRAME, \
    $heads using 1:2:3 with labels left font size(11) tc rgb muted, \
    $head_end using 1:2:3 with labels right font size(11) tc rgb muted, \
    $years using 1:2:3 with labels center font size(10.5) tc rgb muted, \
    $starts using 1:2:3 with labels right font size(10.5) tc rgb muted, \
    $levels using 1:2:3 with labels center font size(10) tc rgb ink, \
    $call using 1:2:3 with labels left font bold(14) tc rgb accent, \
    $calls using 1:2:3 with labels left font size(13) tc rgb ink, \
    $cells using 1:3:1:2:3:4:(shade($5 / steps)) with boxxyerror fc rgb variable fs solid 1 noborder, \
    $figures using (is_bright($3 / steps) ? $1 : -99):2:4 with labels center font size(10) tc rgb on_bright, \
    $figures using (is_bright($3 / steps) ? -99 : $1):2:4 with labels center font size(10) tc rgb on_deep, \
    $outlines using 1:2 with lines lw 2.4 lc rgb accent, \
    $bars using 1:3:1:2:3:4 with boxxyerror fc rgb rule fs solid 1 noborder, \
    $soft_bars using 1:3:1:2:3:4 with boxxyerror fc rgb context fs solid 1 noborder, \
    $base using 1:2:3:(0) with vectors nohead lw 1 lc rgb rule
