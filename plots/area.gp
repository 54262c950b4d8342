# Area: parts of a whole over years, stacked, the subject lowest.

deep = dark ? "#5A6671" : "#B7BFC6"
pale = dark ? "#434E58" : "#D0D6DB"
last = dark ? "#2F3841" : "#E6EAED"

plot @FRAME, \
    $grid using 1:2:3:(0) with vectors nohead lw 1 lc rgb grid, \
    $accent_bands using 1:2:3 with filledcurves fc rgb accent fs solid 1 noborder, \
    $deep_bands using 1:2:3 with filledcurves fc rgb deep fs solid 1 noborder, \
    $pale_bands using 1:2:3 with filledcurves fc rgb pale fs solid 1 noborder, \
    $rest_bands using 1:2:3 with filledcurves fc rgb last fs solid 1 noborder, \
    $edges using 1:2 with lines lw 1.2 lc rgb paper, \
    $base using 1:2:3:(0) with vectors nohead lw 1 lc rgb rule, \
    $xmarks using 1:2:(0):(5) with vectors nohead lw 1 lc rgb rule, \
    $yticks using 1:2:3 with labels right font size(11) tc rgb muted, \
    $xticks using 1:2:3 with labels center font size(11) tc rgb muted, \
    $leaders using 1:2:3:4 with vectors nohead lw 0.9 lc rgb context, \
    $labels using 1:2:3 with labels left font size(12) tc rgb ink, \
    $subject_label using 1:2:3 with labels left font bold(12.5) tc rgb accent
