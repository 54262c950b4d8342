# Matrix: who supplies whom; each column adds up to 100.

plot @FRAME, \
    $cells using 1:3:1:2:3:4:(shade($5)) with boxxyerror fc rgb variable fs solid 1 noborder, \
    $figures using (is_bright($3) ? $1 : -99):2:4 with labels center font size(12) tc rgb on_bright, \
    $figures using (is_bright($3) ? -99 : $1):2:4 with labels center font size(12) tc rgb on_deep, \
    $halves using (is_bright($3) ? $1 : -99):2:4 with labels center font bold(12.5) tc rgb on_bright, \
    $halves using (is_bright($3) ? -99 : $1):2:4 with labels center font bold(12.5) tc rgb on_deep, \
    $below using 1:2:3 with labels center font size(12) tc rgb muted, \
    $heads using 1:2:3 with labels left font size(11) tc rgb muted, \
    $columns using 1:2:3 with labels center font size(head_px) tc rgb ink, \
    $subject_head using 1:2:3 with labels center font bold(head_px) tc rgb accent, \
    $names using 1:2:3 with labels left font size(13) tc rgb ink, \
    $subject_name using 1:2:3 with labels left font bold(13) tc rgb accent
