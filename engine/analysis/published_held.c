/** analysis/published_held.c: a vintage, as an edition's table of one flow sees it. */
#include <math.h>
#include <string.h>

#include "analysis/published_parts.h"
#include "analysis/sipri_style.h"
#include "country/entity.h"
#include "store/select.h"

size_t armex_held_entity(const struct armex_panel *panel, const char *entity)
{
    size_t s = 0;

    while (s < panel->n_series && strcmp(panel->series[s].entity, entity) != 0)
        s++;
    return s;
}

static void copy_series(struct armex_panel *out, const struct armex_panel *from,
                        size_t s)
{
    for (size_t y = 0; y < from->n_years; y++) {
        const int year = from->first_year + (int)y;
        const size_t at = armex_panel_at(out, s, year);
        out->values[at] = armex_panel_value(from, s, year);
        out->marks[at] = armex_panel_mark(from, s, year);
    }
}

static void add_up(struct armex_panel *panel, size_t world)
{
    for (size_t y = 0; y < panel->n_years; y++) {
        const int year = panel->first_year + (int)y;
        double sum = 0.0;
        for (size_t s = 0; s < panel->n_series; s++) {
            const double value = armex_panel_value(panel, s, year);
            if (s != world && !armex_entity_is_aggregate(panel->series[s].entity) &&
                !isnan(value))
                sum += value;
        }
        panel->values[armex_panel_at(panel, world, year)] = sum;
        panel->marks[armex_panel_at(panel, world, year)] = ARMEX_FINAL;
    }
}

/* The panel with one more series, the world's, which is still empty. */
static armex_status widen(struct armex_panel **panel, struct armex_error *error)
{
    const struct armex_panel *from = *panel;
    struct armex_panel *out;
    armex_status status = armex_panel_create(&out, from->n_series + 1, from->first_year,
                                             from->n_years, error);

    if (status)
        return status;
    for (size_t s = 0; !status && s < from->n_series; s++) {
        status =
            armex_series_copy(&out->series[s], &from->series[s], out->arena, error);
        copy_series(out, from, s);
    }
    if (!status)
        status = armex_notes_join(&out->notes, out->arena, &from->notes, error);
    if (status) {
        armex_panel_free(out);
        return status;
    }
    out->series[from->n_series] = out->series[0];
    out->series[from->n_series].entity = "WLD";
    out->series[from->n_series].name = "World";
    armex_panel_free(*panel);
    *panel = out;
    return ARMEX_OK;
}

/* Tables at second hand have no total of the world, or an empty one: what their states
 * add up to stands in for it. */
static armex_status need_world(struct armex_held *held, struct armex_error *error)
{
    size_t world = armex_held_entity(held->panel, "WLD");

    if (world < held->panel->n_series &&
        armex_panel_value(held->panel, world, held->edition) > 0.0)
        return ARMEX_OK;
    if (world == held->panel->n_series) {
        const armex_status status = widen(&held->panel, error);
        if (status)
            return status;
    }
    add_up(held->panel, world);
    return ARMEX_OK;
}

armex_status armex_held_make(struct armex_held *out, const struct armex_shelved *from,
                             int edition, enum armex_flow_direction flow,
                             struct armex_error *error)
{
    const struct armex_selection selection = {.flow = flow,
                                              .measure = ARMEX_DELIVERIES_TIV};
    // At second hand a year without deliveries is left out, not said to be none.
    const struct armex_rank_options options = {.year = edition,
                                               .window = ARMEX_SIPRI_WINDOW,
                                               .at_least = from->second_hand ? 1 : 0,
                                               .style = ARMEX_STYLE_SIPRI};

    *out = (struct armex_held){
        .from = from, .edition = edition, .right = from->release == edition};
    armex_status status = armex_select(&out->panel, from->vintage, &selection, error);
    if (!status)
        status = need_world(out, error);
    return status ? status : armex_rank(&out->ranking, out->panel, &options, error);
}

void armex_held_end(struct armex_held *held)
{
    armex_table_free(held->ranking);
    armex_panel_free(held->panel);
    *held = (struct armex_held){0};
}
