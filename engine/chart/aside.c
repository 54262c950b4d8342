/** chart/aside.c: who is not drawn beside states. */
#include "chart/aside.h"

#include <string.h>

#include "chart/words.h"
#include "country/entity.h"

enum { MOST_NAMED = 3 };

/** Whether a part of the list, set apart by commas, means that code; NULL: no list. */
static bool is_named(const char *list, const char *code)
{
    const struct armex_entity *entity = armex_entity_by_code(code);
    for (const char *at = list; at && *at; at += strspn(at, ", ")) {
        const size_t length = strcspn(at, ",");
        if (entity ? armex_entity_find(at, length) == entity
                   : length == strlen(code) && !memcmp(at, code, length))
            return true;
        at += length;
    }
    return false;
}

/** Whether it is a sum of others, or nobody known. */
static bool is_no_state(const char *code)
{
    const struct armex_entity *entity = armex_entity_by_code(code);
    return entity ? entity->kind == ARMEX_AGGREGATE || entity->kind == ARMEX_UNKNOWN
                  : armex_entity_unlisted(code, strlen(code));
}

bool armex_stands_aside(const struct armex_chart *chart, const char *code)
{
    return is_no_state(code) &&
           !(chart->highlight && !strcmp(chart->highlight, code)) &&
           !is_named(chart->asked, code);
}

void armex_aside_name(struct armex_text *names, size_t n, const char *name)
{
    if (n < MOST_NAMED)
        armex_text_printf(names, "%s%s", n ? ", " : "", name);
}

const char *armex_aside_names(struct armex_arena *arena, struct armex_text *names,
                              size_t n)
{
    if (n > MOST_NAMED)
        armex_text_printf(names, " and %zu more", n - MOST_NAMED);
    return armex_words_keep(arena, names);
}

static size_t count_aside(const struct armex_lines *lines,
                          const struct armex_chart *chart)
{
    size_t n = 0;
    for (size_t i = 0; i < lines->n; i++)
        n += armex_stands_aside(chart, lines->items[i].entity);
    return n;
}

armex_status armex_lines_set_aside(struct armex_lines *lines, struct armex_arena *arena,
                                   const struct armex_chart *chart,
                                   struct armex_error *error)
{
    struct armex_text names = {0};
    size_t kept = 0, n = 0, highlight = 0;
    const size_t all = count_aside(lines, chart);
    if (!all || all == lines->n)
        return ARMEX_OK;
    for (size_t i = 0; i < lines->n; i++) {
        if (armex_stands_aside(chart, lines->items[i].entity)) {
            armex_aside_name(&names, n++, lines->items[i].label);
            continue;
        }
        highlight = i == lines->highlight ? kept : highlight;
        lines->items[kept++] = lines->items[i];
    }
    lines->n = kept;
    lines->highlight = highlight;
    armex_lines_trim(lines);
    lines->aside = armex_aside_names(arena, &names, n);
    return lines->aside ? ARMEX_OK : armex_fail_memory(error);
}

void armex_say_aside(struct armex_text *note, const char *aside)
{
    if (aside)
        armex_text_printf(note, "Not drawn beside states: %s. ", aside);
}
