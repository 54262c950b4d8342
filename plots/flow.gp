# Flow: from suppliers to recipients, every band as wide as what passed between the two.

deep = dark ? "#4E5963" : "#C3CAD0"
pale = dark ? "#3D4751" : "#D7DCE0"
last = dark ? "#2B343D" : "#E9ECEF"
mine = dark ? "#E07A50" : "#DE6335"
if (style eq "paper" && !dark) { mine = "#B8501F" }

plot @FRAME, \
    $rest_bands using 1:2 with filledcurves closed fc rgb last fs solid 1 border lc rgb paper lw 0.7, \
    $pale_bands using 1:2 with filledcurves closed fc rgb pale fs solid 1 border lc rgb paper lw 0.7, \
    $deep_bands using 1:2 with filledcurves closed fc rgb deep fs solid 1 border lc rgb paper lw 0.7, \
    $accent_bands using 1:2 with filledcurves closed fc rgb mine fs solid 1 border lc rgb paper lw 0.7, \
    $rest_bars using 1:3:1:2:3:4 with boxxyerror fc rgb context fs solid 1 noborder, \
    $bars using 1:3:1:2:3:4 with boxxyerror fc rgb rule fs solid 1 noborder, \
    $accent_bars using 1:3:1:2:3:4 with boxxyerror fc rgb accent fs solid 1 noborder, \
    $leaders using 1:2:3:4 with vectors nohead lw 0.9 lc rgb context, \
    $head_left using 1:2:3 with labels right font size(11) tc rgb muted, \
    $head_right using 1:2:3 with labels left font size(11) tc rgb muted, \
    $left using 1:2:3 with labels right font size(name_px) tc rgb ink, \
    $right using 1:2:3 with labels left font size(name_px) tc rgb ink, \
    $subject_left using 1:2:3 with labels right font bold(name_px) tc rgb accent, \
    $subject_right using 1:2:3 with labels left font bold(name_px) tc rgb accent, \
    $left_figures using 1:2:3 with labels right font size(11) tc rgb muted, \
    $right_figures using 1:2:3 with labels left font size(11) tc rgb muted
