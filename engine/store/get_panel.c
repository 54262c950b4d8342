/** store/get_panel.c: values, their status, and what each series is. */
#include "store/vintage_read.h"

#include <string.h>

/** Reads the years, which have no gaps. */
static bool get_years(struct armex_get *get, size_t n, int *first_year,
                      struct armex_arena *scratch)
{
    int *years = armex_arena_new(scratch, n, sizeof *years);

    if (!years)
        return armex_get_no_memory(get);
    if (!armex_get_values(get, "year", ARMEX_AS_INT, n, years))
        return false;
    *first_year = n > 0 ? years[0] : 0;
    for (size_t y = 0; y < n; y++)
        if (years[0] < 0 || years[0] > 9999 || n > 9999 ||
            years[y] != years[0] + (int)y)
            return armex_get_fault(get, "its years are not in order");
    return true;
}

/** Columns of all series, one after another in one scratch array. */
struct columns {
    struct armex_get *get;
    struct armex_panel *panel;
    const char **texts;
    signed char *numbers;
};

static bool get_column(struct columns *columns, const char *name)
{
    return armex_get_texts(columns->get, name, columns->panel->n_series,
                           columns->panel->arena, columns->texts);
}

static bool get_small(struct columns *columns, const char *name, int least, int most)
{
    const size_t n = columns->panel->n_series;

    if (!armex_get_values(columns->get, name, ARMEX_AS_SIGNED_CHAR, n,
                          columns->numbers))
        return false;
    for (size_t s = 0; s < n; s++)
        if (columns->numbers[s] < least || columns->numbers[s] > most)
            return armex_get_fault(columns->get, "a period is none");
    return true;
}

static bool get_names(struct columns *columns)
{
    static const struct {
        const char *name;
        size_t field;
    } names[] = {{"entity", offsetof(struct armex_series, entity)},
                 {"name", offsetof(struct armex_series, name)},
                 {"scope", offsetof(struct armex_series, scope)}};

    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!get_column(columns, names[i].name))
            return false;
        for (size_t s = 0; s < columns->panel->n_series; s++) {
            char *series = (char *)&columns->panel->series[s];
            *(const char **)(void *)(series + names[i].field) = columns->texts[s];
        }
    }
    return true;
}

/** Words are parsed once for all that share them. */
static bool get_words(struct columns *columns)
{
    const size_t n = columns->panel->n_series;
    struct armex_series *series = columns->panel->series;
    const char **texts = columns->texts;
    bool known = get_column(columns, "measure");

    for (size_t s = 0; known && s < n; s++)
        if (s > 0 && texts[s] == texts[s - 1])
            series[s].measure = series[s - 1].measure;
        else
            known = armex_measure_parse(&series[s].measure, texts[s], strlen(texts[s]));
    known = known && get_column(columns, "flow");
    for (size_t s = 0; known && s < n; s++)
        if (s > 0 && texts[s] == texts[s - 1])
            series[s].flow = series[s - 1].flow;
        else
            known = armex_direction_parse(&series[s].flow, texts[s], strlen(texts[s]));
    known = known && get_column(columns, "unit");
    for (size_t s = 0; known && s < n; s++)
        if (s > 0 && texts[s] == texts[s - 1])
            series[s].unit = series[s - 1].unit;
        else
            known = armex_unit_parse(&series[s].unit, texts[s], strlen(texts[s]));
    return known || armex_get_fault(columns->get, "a measure or unit is none");
}

static bool get_periods(struct columns *columns)
{
    const size_t n = columns->panel->n_series;
    struct armex_series *series = columns->panel->series;

    if (!get_small(columns, "first_month", 1, 12))
        return false;
    for (size_t s = 0; s < n; s++)
        series[s].period.first_month = columns->numbers[s];
    if (!get_small(columns, "years", 1, 127))
        return false;
    for (size_t s = 0; s < n; s++)
        series[s].period.years = columns->numbers[s];
    if (!get_small(columns, "headline", 0, 1))
        return false;
    for (size_t s = 0; s < n; s++)
        series[s].headline = columns->numbers[s] != 0;
    return true;
}

/** How many of 64 marks are of no status there is: one vector instruction or two. */
static unsigned count_strange(const armex_mark marks[64])
{
    uint8_t strange = 0;

    for (size_t i = 0; i < 64; i++)
        strange += (uint8_t)((marks[i] & ARMEX_STATUS_BITS) >= ARMEX_STATUSES);
    return strange;
}

static bool get_marks(struct armex_get *get, struct armex_panel *panel)
{
    const size_t n = panel->n_series * panel->n_years, whole = n / 64 * 64;
    armex_mark last[64] = {0};
    unsigned strange = 0;

    if (!armex_get_values(get, "status", ARMEX_AS_UNSIGNED_CHAR, n, panel->marks))
        return false;
    for (size_t i = 0; i < whole; i += 64)
        strange |= count_strange(panel->marks + i);
    memcpy(last, panel->marks + whole, n - whole);
    strange |= count_strange(last);
    return strange == 0 || armex_get_fault(get, "a status is none");
}

armex_status armex_get_notes(struct armex_notes *notes, struct armex_arena *arena,
                             struct armex_get *get, struct armex_error *error)
{
    const char *text = armex_get_text(get, NULL, "comment", arena);
    armex_status status = text ? ARMEX_OK : ARMEX_BAD_INPUT;

    while (!status && *text) {
        const size_t length = strcspn(text, "\n");

        status = armex_notes_add(notes, arena, error, "%.*s", (int)length, text);
        text += length + (text[length] == '\n');
    }
    return status;
}

static bool get_series(struct armex_get *get, struct armex_panel *panel,
                       struct armex_arena *scratch)
{
    struct columns columns = {get, panel,
                              armex_arena_new(scratch, panel->n_series, sizeof(char *)),
                              armex_arena_new(scratch, panel->n_series, 1)};

    if (!columns.texts || !columns.numbers)
        return armex_get_no_memory(get);
    return get_names(&columns) && get_words(&columns) && get_periods(&columns);
}

armex_status armex_get_panel(struct armex_vintage *vintage, struct armex_get *get,
                             struct armex_error *error)
{
    struct armex_arena *scratch = armex_arena_create();
    size_t shape[2];
    int first_year = 0;
    armex_status status = scratch ? ARMEX_OK : armex_fail_memory(error);

    if (!status && (!armex_get_shape(get, "value", sizeof(double), shape) ||
                    !get_years(get, shape[0], &first_year, scratch)))
        status = ARMEX_BAD_INPUT;
    if (!status)
        status =
            armex_panel_room(&vintage->panel, shape[1], first_year, shape[0], error);
    if (!status &&
        !(armex_get_values(get, "value", ARMEX_AS_DOUBLE, shape[0] * shape[1],
                           vintage->panel->values) &&
          get_marks(get, vintage->panel) && get_series(get, vintage->panel, scratch)))
        status = ARMEX_BAD_INPUT;
    if (!status)
        status =
            armex_get_notes(&vintage->panel->notes, vintage->panel->arena, get, error);
    armex_arena_free(scratch);
    return status;
}
