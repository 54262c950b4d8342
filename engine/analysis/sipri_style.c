/** analysis/sipri_style.c: how SIPRI's fact sheet counts, rounds and words a ranking.
 */
#include "analysis/sipri_style.h"

#include <math.h>

#include "analysis/caution.h"
#include "base/number.h"

enum { LAST_WHOLE_EDITION = 2014 };

bool armex_sipri_ranks(enum armex_entity_kind kind, enum armex_flow_direction flow)
{
    if (kind == ARMEX_ORGANISATION)
        return flow == ARMEX_IMPORTS;
    return kind != ARMEX_UNKNOWN && kind != ARMEX_ARMED_GROUP &&
           kind != ARMEX_AGGREGATE;
}

enum armex_column_type armex_sipri_column(int year)
{
    return year <= LAST_WHOLE_EDITION ? ARMEX_COLUMN_PRINTED_WHOLE
                                      : ARMEX_COLUMN_PRINTED;
}

int armex_sipri_decimals(double percent, int year)
{
    const double first_two_digits = 9.95; // what one decimal would print as 10.0

    return year <= LAST_WHOLE_EDITION || fabs(percent) >= first_two_digits ? 0 : 1;
}

double armex_sipri_per_cent_of(double fraction)
{
    char text[ARMEX_NUMBER_SIZE];
    double percent = NAN;
    const size_t length = armex_number_write(text, fraction);

    return armex_number_parse(&percent, text, length, 2) ? percent : NAN;
}

size_t armex_sipri_percent(char out[32], double fraction, int year)
{
    const double percent = armex_sipri_per_cent_of(fraction);
    return armex_number_for_people(out, 32, percent,
                                   armex_sipri_decimals(percent, year));
}

double armex_sipri_world_change(const struct armex_rank_run *run)
{
    const double before = run->world[ARMEX_BEFORE];
    return before > 0.0 ? run->world[ARMEX_NOW] / before - 1.0 : NAN;
}

static const char *role(enum armex_flow_direction flow)
{
    return flow == ARMEX_EXPORTS ? "exporters" : "importers";
}

const char *armex_sipri_title(const struct armex_rank_run *run,
                              enum armex_flow_direction flow, struct armex_arena *arena)
{
    const int top = run->options.top;
    const char *partners = !run->options.partners  ? ""
                           : flow == ARMEX_EXPORTS ? " and their main recipients"
                                                   : " and their main suppliers";

    if (top > 0 && (size_t)top < run->n_ranked)
        return armex_arena_printf(arena, "The %d largest %s of major arms%s", top,
                                  role(flow), partners);
    return armex_arena_printf(arena, "The largest %s of major arms%s", role(flow),
                              partners);
}

static size_t count_states(const struct armex_rank_run *run)
{
    size_t states = 0;

    for (size_t i = 0; i < run->n_ranked; i++) {
        const char *code = run->contenders[run->order[i]].series->entity;
        const struct armex_entity *entity = armex_entity_by_code(code);
        states += !entity || entity->kind != ARMEX_ORGANISATION;
    }
    return states;
}

static armex_status note_world(struct armex_rank_run *run, const char *before)
{
    char volume[ARMEX_MOMENTS][ARMEX_AMOUNT_SIZE], change[32];
    const struct armex_unit unit = run->contenders[run->order[0]].series->unit;

    if (isnan(armex_sipri_world_change(run)))
        return ARMEX_OK;
    for (int moment = 0; moment < ARMEX_MOMENTS; moment++)
        armex_amount_words(volume[moment], run->world[moment], unit);
    armex_sipri_percent(change, armex_sipri_world_change(run), run->options.year);
    return armex_notes_add(&run->table->notes, run->table->arena, run->error,
                           "the world's volume changed by %s %% from %s: %s after %s",
                           change, before, volume[ARMEX_NOW], volume[ARMEX_BEFORE]);
}

armex_status armex_sipri_notes(struct armex_rank_run *run)
{
    const struct armex_series *first = run->contenders[run->order[0]].series;
    const int year = run->options.year, step = armex_rank_step(run, first);
    const size_t states = count_states(run);
    struct armex_notes *notes = &run->table->notes;
    char before[16];

    armex_window_label(before, year - 2 * step + 1, year - step);
    armex_status status = armex_notes_add(
        notes, run->table->arena, run->error,
        "share: of the world's total, with what armed groups, organisations and the "
        "unknown %s; change: of the volume, of unrounded sums",
        first->flow == ARMEX_EXPORTS ? "delivered" : "received");
    if (run->options.several)
        return status;
    if (!status)
        status = note_world(run, before);
    if (!status)
        status = armex_notes_add(notes, run->table->arena, run->error,
                                 "%s counted here: %zu state%s", role(first->flow),
                                 states, states == 1 ? "" : "s");
    return status;
}
