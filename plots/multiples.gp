# Multiples: a panel for each series, for shapes rather than heights.

pale        = dark ? "#38424C" : "#D9DEE2"
pale_accent = dark ? "#85452C" : "#F0B7A2"

plot @FRAME, \
    $bars using 1:3:1:2:3:4 with boxxyerror fc rgb pale fs solid 1 noborder, \
    $accent_bars using 1:3:1:2:3:4 with boxxyerror fc rgb pale_accent fs solid 1 noborder, \
    $hollow using 1:3:1:2:3:4 with boxxyerror fc rgb paper fs solid 1 noborder, \
    $means using 1:2 with lines lw 2.6 lc rgb muted, \
    $accent_means using 1:2 with lines lw 3.2 lc rgb accent, \
    $base using 1:2:3:(0) with vectors nohead lw 1 lc rgb rule, \
    $first_years using 1:2:3 with labels left font size(10.5) tc rgb muted, \
    $last_years using 1:2:3 with labels right font size(10.5) tc rgb muted, \
    $peaks using 1:2:3 with labels center font size(11) tc rgb ink, \
    $names using 1:2:3 with labels left font bold(13) tc rgb ink, \
    $subject_name using 1:2:3 with labels left font bold(13) tc rgb accent
