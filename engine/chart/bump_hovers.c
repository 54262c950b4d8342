/** chart/bump_hovers.c: what the ranks of a bump chart say when they are pointed at. */
#include <math.h>
#include <string.h>

#include "chart/bump_grid.h"
#include "chart/figure.h"
#include "chart/hover.h"

static void put_hover(struct armex_drawing *drawing, struct armex_field field,
                      const char *when, const struct armex_standing *item,
                      const struct armex_standings *standings)
{
    char rank[32], figure[ARMEX_FIGURE_SIZE] = "";
    struct armex_text words = {0};
    armex_rank_text(rank, item->rank);
    if (standings->one_unit && !isnan(item->value))
        armex_figure_with_unit(figure, item->value, standings->unit);
    armex_text_printf(&words, "%s, %s: rank %s%s%s", item->name, when, rank,
                      *figure ? ", " : "", figure);
    if (!words.failed)
        armex_hover_add(drawing, field, words.data);
    drawing->hovers.failed = drawing->hovers.failed || words.failed;
    armex_text_free(&words);
}

void armex_bump_hovers(struct armex_drawing *drawing, const struct armex_bump *bump)
{
    const struct armex_standings *standings = bump->standings;
    const bool all = bump->rows * bump->columns <= ARMEX_HOVERS;
    const double half = bump->numbered ? 12.0 : fmin(12.0, bump->across / 2.0);
    char when[16];
    for (size_t c = 0; c < bump->columns; c++) {
        const double x = armex_bump_x(bump, (double)c);
        armex_standings_label(when, standings, standings->years[c]);
        for (size_t i = standings->starts[c]; i < standings->starts[c + 1]; i++) {
            const struct armex_standing *item = &standings->items[i];
            const double y = armex_bump_y(bump, (double)item->place);
            if (armex_bump_shows(bump, item) &&
                (all || armex_bump_is_numbered(bump, c) ||
                 !strcmp(item->entity, standings->highlight)))
                put_hover(drawing,
                          (struct armex_field){x - half, y - 12.0, 2.0 * half, 24.0},
                          when, item, standings);
        }
    }
}
