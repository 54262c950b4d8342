/** chart/existence.c: years in which a state did not exist. */
#include "chart/existence.h"

#include <math.h>

#include "country/entity.h"

enum { MOST_NAMED = 3 };

static bool is_nil(const struct armex_line *line, size_t i)
{
    return (line->marks[i] & ARMEX_STATUS_BITS) == ARMEX_NIL && line->values[i] == 0.0;
}

static bool is_joined(const struct armex_line *line, size_t years)
{
    for (size_t i = 0; i < years; i++)
        if (line->marks[i] & ARMEX_ENTITY_BREAK)
            return true;
    return false;
}

/** Blanks the years [first, end) unless one has a figure that is not nil. Returns
 *  whether any was blanked. */
static bool blank(struct armex_line *line, size_t first, size_t end)
{
    bool any = false;
    for (size_t i = first; i < end; i++)
        if (!isnan(line->values[i]) && !is_nil(line, i))
            return false;
    for (size_t i = first; i < end; i++)
        if (!isnan(line->values[i])) {
            line->values[i] = (double)NAN;
            line->marks[i] = ARMEX_NO_STATE;
            any = true;
        }
    return any;
}

/** How many of the years lie before `year`. */
static size_t years_before(const struct armex_lines *lines, int year)
{
    const int before = year - lines->first_year;
    return before <= 0                       ? 0
           : (size_t)before < lines->n_years ? (size_t)before
                                             : lines->n_years;
}

static void exist(struct armex_lines *lines, struct armex_line *line)
{
    const struct armex_entity *entity = armex_entity_by_code(line->entity);
    if (!entity || is_joined(line, lines->n_years))
        return;
    if (entity->first_year && blank(line, 0, years_before(lines, entity->first_year)))
        line->founded = entity->first_year;
    if (entity->last_year && // a window's sum may reach back to when it was
        blank(line, years_before(lines, entity->last_year + line->years),
              lines->n_years))
        line->ended = entity->last_year;
}

/** The state that came before; NULL: none. */
static const struct armex_entity *predecessor(const struct armex_line *line)
{
    const struct armex_entity *entity = armex_entity_by_code(line->entity);
    const char *code = entity ? entity->predecessors[0] : NULL;
    return code ? armex_entity_by_code(code) : NULL;
}

/** Whether its figures can be had together with those of the state before. */
static bool can_be_joined(const struct armex_line *line)
{
    const struct armex_entity *before = predecessor(line);
    return before && !armex_entity_is_divided(before->code);
}

armex_status armex_lines_exist(struct armex_lines *lines, struct armex_error *error)
{
    const struct armex_line *gone = NULL;
    bool any = false;
    for (size_t l = 0; l < lines->n; l++) {
        struct armex_line *line = &lines->items[l];
        exist(lines, line);
        gone = !gone && (line->founded || line->ended) ? line : gone;
        for (size_t i = 0; !any && i < lines->n_years; i++)
            any = !isnan(line->values[i]);
    }
    if (any || !gone)
        return ARMEX_OK;
    const struct armex_entity *before = gone->founded ? predecessor(gone) : NULL;
    return armex_fail(
        error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
        "nothing to draw: %s did not exist %s %d%s%s%s", gone->name,
        gone->founded ? "before" : "after", gone->founded ? gone->founded : gone->ended,
        before ? ", and continues " : "", before ? before->name : "",
        before && can_be_joined(gone) ? "; --entities successor joins them" : "");
}

/** Whether the years that are shown begin before the state, or with it: where it alone
 *  is drawn they do. */
static bool shows_founding(const struct armex_lines *lines,
                           const struct armex_line *line)
{
    return line->founded && line->founded >= lines->first_year;
}

static void say_founded(struct armex_text *note, const struct armex_line *line,
                        size_t named)
{
    const struct armex_entity *before = predecessor(line);
    armex_text_printf(note, "%s%s %d",
                      named ? ", " : "No such state before: ", line->name,
                      line->founded);
    if (before)
        armex_text_printf(note, " (until then %s)", before->name);
}

/** Of those that were named, how to have the years before. */
static void say_how_to_join(struct armex_text *note,
                            const struct armex_line *const *named, size_t n)
{
    const struct armex_line *joined[MOST_NAMED];
    size_t n_joined = 0;
    for (size_t i = 0; i < n; i++)
        if (can_be_joined(named[i]))
            joined[n_joined++] = named[i];
    if (n_joined)
        armex_text_add(note, "; --entities successor joins ");
    if (n_joined && n_joined == n)
        armex_text_add(note, n == 1 ? "the two" : "them");
    else
        for (size_t i = 0; i < n_joined; i++)
            armex_text_printf(note, "%s%s", i ? " and " : "those of ", joined[i]->name);
    armex_text_add(note, ". ");
}

void armex_lines_say_existence(struct armex_text *note, const struct armex_lines *lines)
{
    const struct armex_line *subject = &lines->items[lines->highlight];
    const int last = lines->first_year + (int)lines->n_years - 1;
    const struct armex_line *named[MOST_NAMED];
    size_t n = 0;
    for (size_t place = 0; place <= lines->n && n < MOST_NAMED; place++) {
        const struct armex_line *line = place ? &lines->items[place - 1] : subject;
        if (!shows_founding(lines, line) || (place && line == subject) ||
            (place && !predecessor(line)))
            continue;
        say_founded(note, line, n);
        named[n++] = line;
    }
    if (n)
        say_how_to_join(note, named, n);
    if (subject->ended && subject->ended <= last)
        armex_text_printf(note, "No such state after: %s %d. ", subject->name,
                          subject->ended);
}
