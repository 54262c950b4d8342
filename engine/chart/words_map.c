/** chart/words_map.c: what a map of states says. */
#include <math.h>
#include <string.h>

#include "chart/finding.h"
#include "chart/map_classes.h"
#include "chart/words.h"

/** "Not on the map: Soviet Union, Yugoslavia." */
static const char *note(struct armex_arena *arena, const struct armex_map_classes *map,
                        const struct armex_standings *standings)
{
    struct armex_text text = {0};
    for (size_t i = map->first; i < map->end; i++)
        if (!armex_map_has(standings->items[i].entity))
            armex_text_printf(&text, "%s%s", text.length ? ", " : "Not on the map: ",
                              standings->items[i].name);
    armex_text_printf(&text, "%sOutlines: Natural Earth, in the public domain.",
                      text.length ? ". " : "");
    return armex_words_keep(arena, &text);
}

static const char *figures(struct armex_arena *arena,
                           const struct armex_map_classes *map,
                           const struct armex_standings *standings)
{
    struct armex_text text = {0};
    char figure[ARMEX_FIGURE_SIZE];
    armex_text_add(&text, "Map of states.");
    for (size_t i = map->first; i < map->end; i++) {
        const struct armex_standing *item = &standings->items[i];
        if (!armex_standings_tells(standings, map->first, map->end, i))
            continue;
        armex_map_figure_text(figure, map, item);
        armex_text_printf(&text, "%s %s %s", i > map->first ? "," : "", item->name,
                          *figure ? figure : "no figure");
    }
    armex_standings_say_rest(&text, standings, map->first, map->end);
    return armex_words_keep(arena, &text);
}

armex_status armex_words_map(struct armex_chart_words *out, struct armex_arena *arena,
                             const struct armex_chart *chart,
                             const struct armex_standings *standings,
                             struct armex_error *error)
{
    struct armex_map_classes map;
    *out = (struct armex_chart_words){0};
    armex_status status = armex_map_classes_make(&map, arena, standings, error);
    if (!status && !standings->one_unit && !map.share)
        status = armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                            "cannot colour figures of several units by size; --unit "
                            "converts them");
    if (!status)
        status = armex_finding_rank(&out->title, arena, standings, error);
    if (status)
        return status;
    if (!out->title)
        out->title = armex_standings_title(arena, standings, false);
    out->subtitle = armex_standings_subtitle(arena, standings);
    out->note = note(arena, &map, standings);
    out->description = figures(arena, &map, standings);
    return armex_words_finish(out, arena, chart, error);
}
