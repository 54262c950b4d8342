# Concentration: three measures of it over years, a strip each.

plot @FRAME, \
    $base using 1:2:3:(0) with vectors nohead lw 1 lc rgb rule, \
    $names using 1:2:3 with labels left font bold(12.5) tc rgb ink, \
    $xticks using 1:2:3 with labels center font size(11) tc rgb muted, \
    $accent using 1:2 with lines lw 3 lc rgb accent, \
    $accent_dots using 1:2:(4 * dot) with points pt 7 ps variable lc rgb accent, \
    $extremes using 1:2:3 with labels center font size(11) tc rgb muted, \
    $last_values using 1:2:3 with labels left font bold(12.5) tc rgb accent
