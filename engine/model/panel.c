/** model/panel.c: a panel and its series. */
#include "model/panel.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

armex_status armex_panel_room(struct armex_panel **out, size_t n_series, int first_year,
                              size_t n_years, struct armex_error *error)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_panel *panel = arena ? armex_arena_new(arena, 1, sizeof *panel) : NULL;

    *out = NULL;
    if (panel && (n_years == 0 || n_series <= SIZE_MAX / n_years)) {
        const size_t n = n_series * n_years;
        panel->arena = arena;
        panel->n_series = n_series;
        panel->n_years = n_years;
        panel->first_year = first_year;
        panel->series = armex_arena_new(arena, n_series, sizeof *panel->series);
        panel->values = armex_arena_room(arena, n, sizeof *panel->values);
        panel->marks = armex_arena_room(arena, n, sizeof *panel->marks);
    }
    if (!panel || !panel->series || !panel->values || !panel->marks) {
        armex_arena_free(arena);
        return armex_fail_memory(error);
    }
    *out = panel;
    return ARMEX_OK;
}

armex_status armex_panel_create(struct armex_panel **out, size_t n_series,
                                int first_year, size_t n_years,
                                struct armex_error *error)
{
    const armex_status status =
        armex_panel_room(out, n_series, first_year, n_years, error);

    for (size_t i = 0; !status && i < n_series * n_years; i++) {
        (*out)->values[i] = NAN;
        (*out)->marks[i] = ARMEX_MISSING;
    }
    return status;
}

void armex_panel_free(struct armex_panel *panel)
{
    if (panel)
        armex_arena_free(panel->arena);
}

int armex_series_compare(const struct armex_series *a, const struct armex_series *b)
{
    char unit_a[ARMEX_UNIT_SIZE], unit_b[ARMEX_UNIT_SIZE];
    int order = strcmp(a->entity, b->entity);

    if (!order)
        order = (int)a->flow - (int)b->flow;
    if (!order)
        order = (int)a->measure - (int)b->measure;
    if (!order)
        order = strcmp(a->scope, b->scope);
    if (!order) {
        armex_unit_write(unit_a, a->unit);
        armex_unit_write(unit_b, b->unit);
        order = strcmp(unit_a, unit_b);
    }
    if (!order)
        order = a->period.first_month - b->period.first_month;
    return order ? order : a->period.years - b->period.years;
}

armex_status armex_series_copy(struct armex_series *out,
                               const struct armex_series *series,
                               struct armex_arena *arena, struct armex_error *error)
{
    const char *texts[] = {series->entity, series->name, series->scope};
    size_t sizes[3], size = 0;
    char *copies[3];

    for (size_t i = 0; i < 3; i++) {
        texts[i] = texts[i] ? texts[i] : "";
        size += sizes[i] = strlen(texts[i]) + 1;
    }
    char *to = armex_arena_room(arena, size, 1); // all three side by side
    if (!to)
        return armex_fail_memory(error);
    for (size_t i = 0; i < 3; i++) {
        copies[i] = memcpy(to, texts[i], sizes[i]);
        to += sizes[i];
    }
    *out = *series;
    out->entity = copies[0];
    out->name = copies[1];
    out->scope = copies[2];
    return ARMEX_OK;
}

size_t armex_window_label(char out[16], int from, int to)
{
    const bool short_end = to >= 2010 && from / 100 == to / 100;
    if (from == to)
        return (size_t)snprintf(out, 16, "%d", to);
    return (size_t)snprintf(out, 16, short_end ? "%d–%02d" : "%d–%d", from,
                            short_end ? to % 100 : to);
}

size_t armex_period_words(char out[48], struct armex_period period, int year)
{
    static const char *const months[] = {
        "January", "February", "March",     "April",   "May",      "June",
        "July",    "August",   "September", "October", "November", "December"};
    char label[16];

    armex_window_label(label, year - period.years + 1, year);
    if (period.first_month <= 1)
        return (size_t)snprintf(out, 48, "%s", label);
    return (size_t)snprintf(out, 48, "FY%s (%s to %s)", label,
                            months[period.first_month - 1],
                            months[(period.first_month + 10) % 12]);
}
