/** ingest/figures.c: cells gathered, each series met once and numbered. */
#include "ingest/figures.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"
#include "ingest/headline.h"
#include "ingest/map.h"
#include "ingest/words.h"
#include "ingest/written.h"

struct figure {
    double value;
    uint32_t line, column;
    uint32_t series;
    short year;
    armex_mark mark;
};

struct series {
    uint32_t quantity;
    const struct armex_entity *entity;
};

struct armex_figures {
    const char *file;
    struct armex_rejects *rejects;
    enum armex_comma comma;              /* as the user's map has it */
    const struct armex_entity *entities; /* the first of all */
    size_t n_entities;
    struct armex_quantity *quantities;
    size_t n_quantities;
    uint32_t *numbers; /* [quantity * n_entities + entity]: of the series, from 1 */
    struct armex_words *strangers; /* series of entities outside the table, by quantity
                                      and code; NULL: none yet */
    uint32_t *stranger_numbers;    /* of their series, from 1 */
    size_t most_strangers;
    struct series *series;
    size_t n_series, most_series;
    struct figure *items;
    size_t n, capacity;
    int first_year, last_year;
};

armex_status armex_figures_create(struct armex_figures **out,
                                  const struct armex_document *document,
                                  struct armex_error *error)
{
    struct armex_figures *made = calloc(1, sizeof *made);

    *out = made;
    if (!made)
        return armex_fail_memory(error);
    made->file = document->path;
    made->rejects = document->rejects;
    made->comma = armex_map_comma(armex_names_map(document->names));
    made->entities = armex_entities(&made->n_entities);
    return ARMEX_OK;
}

void armex_figures_comma(struct armex_figures *figures, enum armex_comma comma)
{
    figures->comma = comma;
}

void armex_figures_free(struct armex_figures *figures)
{
    if (figures) {
        free(figures->quantities);
        free(figures->numbers);
        armex_words_free(figures->strangers);
        free(figures->stranger_numbers);
        free(figures->series);
        free(figures->items);
        free(figures);
    }
}

static bool same_quantity(const struct armex_quantity *a,
                          const struct armex_quantity *b)
{
    return a->measure == b->measure && a->flow == b->flow &&
           armex_unit_equal(a->unit, b->unit) && strcmp(a->scope, b->scope) == 0;
}

armex_status armex_figures_quantity(size_t *number, struct armex_figures *figures,
                                    const struct armex_quantity *quantity,
                                    struct armex_error *error)
{
    const size_t n = figures->n_quantities, row = figures->n_entities;

    for (*number = 0; *number < n; ++*number)
        if (same_quantity(&figures->quantities[*number], quantity))
            return ARMEX_OK;
    struct armex_quantity *quantities =
        reallocarray(figures->quantities, n + 1, sizeof *quantities);
    if (!quantities)
        return armex_fail_memory(error);
    figures->quantities = quantities;
    uint32_t *numbers =
        reallocarray(figures->numbers, n + 1, row * sizeof *figures->numbers);
    if (!numbers)
        return armex_fail_memory(error);
    figures->numbers = numbers;
    memset(numbers + n * row, 0, row * sizeof *numbers);
    quantities[n] = *quantity;
    figures->n_quantities = n + 1;
    return ARMEX_OK;
}

/** Where the number of the series of an entity outside the table is kept; NULL: no
 *  memory. */
static uint32_t *stranger_of(struct armex_figures *figures,
                             const struct armex_slot *slot)
{
    char key[128];
    uint32_t i = 0;
    bool new = false;
    const int length =
        snprintf(key, sizeof key, "%zu %s", slot->quantity, slot->entity->code);

    if (!figures->strangers && !(figures->strangers = armex_words_create()))
        return NULL;
    if (figures->strangers->n == figures->most_strangers) {
        const size_t more = figures->most_strangers ? 2 * figures->most_strangers : 64;
        uint32_t *numbers =
            reallocarray(figures->stranger_numbers, more, sizeof *numbers);
        if (!numbers)
            return NULL;
        figures->stranger_numbers = numbers;
        figures->most_strangers = more;
    }
    if (armex_words_number(&i, &new, figures->strangers, key, (size_t)length, NULL))
        return NULL;
    if (new)
        figures->stranger_numbers[i] = 0;
    return &figures->stranger_numbers[i];
}

static uint32_t *number_of(struct armex_figures *figures, const struct armex_slot *slot)
{
    const struct armex_entity *first = figures->entities;
    const size_t n = figures->n_entities;

    if (slot->entity >= first && slot->entity < first + n)
        return &figures->numbers[slot->quantity * n + (size_t)(slot->entity - first)];
    return stranger_of(figures, slot);
}

/** The number of the series, from 1; 0: no memory. */
static uint32_t series_of(struct armex_figures *figures, const struct armex_slot *slot)
{
    uint32_t *number = number_of(figures, slot);

    if (!number)
        return 0;
    if (!*number) {
        if (figures->n_series == figures->most_series) {
            const size_t more = figures->most_series ? 2 * figures->most_series : 512;
            struct series *series = reallocarray(figures->series, more, sizeof *series);
            if (!series)
                return 0;
            figures->series = series;
            figures->most_series = more;
        }
        figures->series[figures->n_series] =
            (struct series){(uint32_t)slot->quantity, slot->entity};
        *number = (uint32_t)++figures->n_series;
    }
    return *number;
}

static void cover(struct armex_figures *figures, int year)
{
    if (!figures->last_year || year < figures->first_year)
        figures->first_year = year;
    if (!figures->last_year || year > figures->last_year)
        figures->last_year = year;
}

static bool grow(struct armex_figures *figures)
{
    const size_t more = figures->capacity ? 2 * figures->capacity : 4096;
    struct figure *items = reallocarray(figures->items, more, sizeof *items);

    if (items) {
        figures->items = items;
        figures->capacity = more;
    }
    return items != NULL;
}

armex_status armex_figures_put(struct armex_figures *figures, struct armex_slot slot,
                               double value, armex_mark mark,
                               const struct armex_cell *cell, struct armex_error *error)
{
    const uint32_t number = series_of(figures, &slot);

    if (!number)
        return armex_fail_memory(error);
    cover(figures, slot.year);
    if (mark == ARMEX_MISSING)
        return ARMEX_OK; // as the panel has it from the start
    if (figures->n == figures->capacity && !grow(figures))
        return armex_fail_memory(error);
    figures->items[figures->n++] = (struct figure){
        value, cell->line, cell->column, number - 1, (short)slot.year, mark};
    return ARMEX_OK;
}

armex_status armex_figures_take(struct armex_figures *figures, struct armex_slot slot,
                                const struct armex_cell *cell,
                                struct armex_error *error)
{
    const struct armex_quantity *quantity = &figures->quantities[slot.quantity];
    const struct armex_place place = armex_cell_place(figures->file, cell);
    const struct armex_writing writing = {.unit = quantity->unit,
                                          .exponent = slot.exponent,
                                          .comma = figures->comma,
                                          .map_may_say = true,
                                          .place = place};
    struct armex_written said = {.value = NAN, .mark = ARMEX_FINAL};
    armex_status status = ARMEX_OK;

    if (armex_comma_rules_points(figures->comma) ||
        !armex_number_parse(&said.value, cell->text, cell->length, slot.exponent))
        status = armex_written_read(&said, cell, &writing, error);
    if (!status && said.value < 0 && quantity->measure != ARMEX_INFLATION)
        status = armex_fail(
            error, ARMEX_BAD_INPUT, place, "'%s' is below zero, which %s cannot be",
            armex_cell_clip(cell).text, armex_measure_words(quantity->measure));
    if (status)
        return status;
    if (said.value == 0 && quantity->unit.kind == ARMEX_TIV) {
        said.value = 0.0; // never -0
        said.mark = ARMEX_BELOW;
    }
    if (said.doubtful || (slot.noted && armex_mark_has_value(said.mark)))
        said.mark |= ARMEX_WEAK;
    return armex_figures_put(figures, slot, said.value, said.mark, cell, error);
}

static struct armex_series describe(const struct armex_figures *figures, size_t s)
{
    const struct series *from = &figures->series[s];
    const struct armex_quantity *quantity = &figures->quantities[from->quantity];

    return (struct armex_series){.entity = from->entity->code,
                                 .name = from->entity->name,
                                 .scope = quantity->scope,
                                 .unit = quantity->unit,
                                 .measure = quantity->measure,
                                 .flow = quantity->flow,
                                 .period = {1, 1}};
}

static int compare(const void *left, const void *right, void *context)
{
    const struct armex_figures *figures = context;
    const struct armex_series a = describe(figures, *(const uint32_t *)left),
                              b = describe(figures, *(const uint32_t *)right);
    return armex_series_compare(&a, &b);
}

/** `order`: series in the panel's order; `place`: where each of them went. */
static void sort_series(struct armex_figures *figures, uint32_t *order, uint32_t *place)
{
    for (size_t s = 0; s < figures->n_series; s++)
        order[s] = (uint32_t)s;
    qsort_r(order, figures->n_series, sizeof *order, compare, figures);
    for (size_t s = 0; s < figures->n_series; s++)
        place[order[s]] = (uint32_t)s;
}

static armex_status create_panel(struct armex_panel **out,
                                 const struct armex_figures *figures,
                                 const uint32_t *order, struct armex_error *error)
{
    const size_t years = (size_t)(figures->last_year - figures->first_year) + 1;
    armex_status status =
        armex_panel_create(out, figures->n_series, figures->first_year, years, error);

    for (size_t s = 0; !status && s < figures->n_series; s++) {
        const struct armex_series series = describe(figures, order[s]);
        status = armex_series_copy(&(*out)->series[s], &series, (*out)->arena, error);
    }
    return status;
}

static armex_status fail_twice(const struct armex_figures *figures,
                               const struct figure *item, const struct figure *first,
                               struct armex_error *error)
{
    return armex_rejects_row(
        figures->rejects,
        armex_fail(error, ARMEX_BAD_INPUT,
                   (struct armex_place){figures->file, item->line, item->column},
                   "the figure of %s for %d stands in line %" PRIu32
                   " already, and is another; leave out the row that is wrong",
                   figures->series[item->series].entity->name, item->year, first->line),
        error);
}

static bool is_same(const struct figure *a, const struct figure *b)
{
    return a->mark == b->mark &&
           (a->value == b->value || (isnan(a->value) && isnan(b->value)));
}

static armex_status note_again(struct armex_panel *panel,
                               const struct armex_figures *figures,
                               const struct figure *item, const struct figure *first,
                               size_t n, struct armex_error *error)
{
    if (!n)
        return ARMEX_OK;
    return armex_notes_add(
        &panel->notes, panel->arena, error,
        "%zu figure%s stand%s in the file twice, the same each time: "
        "that of %s for %d in lines %" PRIu32 " and %" PRIu32 "%s",
        n, n == 1 ? "" : "s", n == 1 ? "s" : "",
        figures->series[item->series].entity->name, item->year, first->line, item->line,
        n == 1 ? "" : ", and others");
}

/** Sets the values; `seen` remembers the number of the figure in each place, from 1. */
static armex_status fill(struct armex_panel *panel, const struct armex_figures *figures,
                         const uint32_t *place, uint32_t *seen,
                         struct armex_error *error)
{
    const struct figure *again = NULL, *before = NULL; // of the first said twice
    size_t n_again = 0;

    for (size_t i = 0; i < figures->n; i++) {
        const struct figure *item = &figures->items[i];
        const size_t at = armex_panel_at(panel, place[item->series], item->year);
        const struct figure *first = seen[at] ? &figures->items[seen[at] - 1] : NULL;
        if (first && is_same(item, first)) {
            before = n_again++ ? before : first;
            again = again ? again : item;
            continue;
        }
        const armex_status status =
            first ? fail_twice(figures, item, first, error) : ARMEX_OK;
        if (status)
            return status;
        seen[at] = (uint32_t)i + 1;
        panel->values[at] = item->value;
        panel->marks[at] = item->mark;
    }
    return note_again(panel, figures, again, before, n_again, error);
}

static armex_status make(struct armex_panel **out, struct armex_figures *figures,
                         uint32_t *order, struct armex_error *error)
{
    const struct armex_defaults none = {NULL, 0};
    uint32_t *place = order + figures->n_series;
    uint32_t *seen = NULL;
    armex_status status;

    sort_series(figures, order, place);
    status = create_panel(out, figures, order, error);
    if (!status) {
        seen = calloc((*out)->n_series * (*out)->n_years, sizeof *seen);
        status =
            seen ? fill(*out, figures, place, seen, error) : armex_fail_memory(error);
    }
    if (!status)
        status = armex_headlines_mark(*out, NULL, &none, error);
    free(seen);
    return status;
}

armex_status armex_figures_panel(struct armex_panel **out,
                                 struct armex_figures *figures,
                                 struct armex_error *error)
{
    const struct armex_place whole = {figures->file, 0, 0};
    uint32_t *order;
    armex_status status;

    *out = NULL;
    if (!figures->n)
        return armex_fail(error, ARMEX_BAD_INPUT, whole,
                          "there is no figure below the header");
    order = calloc(2 * figures->n_series, sizeof *order);
    status = order ? make(out, figures, order, error) : armex_fail_memory(error);
    free(order);
    if (status) {
        armex_panel_free(*out);
        *out = NULL;
    }
    return status;
}
