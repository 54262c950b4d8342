# Heat: entities by years, the greater the darker.

# The cells come after all that does not lie on them: each says its figure when pointed at
plot @FRAME, \
    $key_low using 1:2:3 with labels right font size(11) tc rgb muted, \
    $key_high using 1:2:3 with labels left font size(11) tc rgb muted, \
    $years using 1:2:3 with labels center font size(10.5) tc rgb muted, \
    $names using 1:2:3 with labels left font size(13) tc rgb ink, \
    $subject_name using 1:2:3 with labels left font bold(13) tc rgb accent, \
    $cells using 1:3:1:2:3:4:(shade($5 / steps)) with boxxyerror fc rgb variable fs solid 1 noborder, \
    $outlines using 1:2 with lines lw 1 lc rgb muted, \
    $figures using (is_bright($3 / steps) ? $1 : -99):2:4 with labels center font size(10.5) tc rgb on_bright, \
    $figures using (is_bright($3 / steps) ? -99 : $1):2:4 with labels center font size(10.5) tc rgb on_deep
