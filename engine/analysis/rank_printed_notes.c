/** analysis/rank_printed_notes.c: what a ranking of printed ranks does not show. */
#include <math.h>
#include <stdio.h>

#include "analysis/rank_printed.h"
#include "store/listing.h"

/* Who has a share now and no printed rank. */
static void list_unranked(struct armex_listing *out, const struct armex_rank_run *run)
{
    for (size_t i = 0; i < run->n; i++) {
        const struct armex_contender *contender = &run->contenders[i];
        if (!contender->unranked && !isnan(contender->value[ARMEX_NOW]) &&
            isnan(contender->printed[ARMEX_NOW]))
            armex_listing_add(out, ", ", "%s", contender->series->name);
    }
}

/* Rows of the table without a share. */
static armex_status note_without_share(struct armex_rank_run *run)
{
    struct armex_listing without = {0};

    for (size_t row = 0; row < run->table->n_rows; row++) {
        const struct armex_contender *contender = &run->contenders[run->order[row]];
        if (isnan(contender->value[ARMEX_NOW]))
            armex_listing_add(&without, ", ", "%s", contender->series->name);
    }
    return armex_listing_note(&without, &run->table->notes, run->table->arena,
                              "ranked as printed, the share is not at hand: ", "",
                              run->error);
}

/* Neighbours by rank of whom the lower has the larger share. */
static armex_status note_disorder(struct armex_rank_run *run)
{
    struct armex_listing apart = {0};
    const struct armex_contender *above = NULL;

    for (size_t row = 0; row < run->table->n_rows; row++) {
        const struct armex_contender *contender = &run->contenders[run->order[row]];
        if (isnan(contender->value[ARMEX_NOW]))
            continue;
        if (above && contender->value[ARMEX_NOW] > above->value[ARMEX_NOW])
            armex_listing_add(&apart, ", ", "%s below %s", contender->series->name,
                              above->series->name);
        above = contender;
    }
    return armex_listing_note(&apart, &run->table->notes, run->table->arena,
                              "shares out of the order of the ranks, as a later "
                              "edition may have revised them: ",
                              "", run->error);
}

armex_status armex_rank_printed_notes(struct armex_rank_run *run)
{
    struct armex_listing unranked = {0};
    char before[80];

    list_unranked(&unranked, run);
    snprintf(before, sizeof before, "no rank printed for %d: ", run->options.year);
    if (run->options.several)
        snprintf(before, sizeof before, "no rank printed: ");
    armex_status status = armex_listing_note(&unranked, &run->table->notes,
                                             run->table->arena, before, "", run->error);
    if (status || run->options.several)
        return status;
    status = note_without_share(run);
    return status ? status : note_disorder(run);
}

armex_status armex_rank_refuse_unprinted(const struct armex_rank_run *run)
{
    struct armex_listing unranked = {0};
    armex_status status = ARMEX_NO_MEMORY;

    list_unranked(&unranked, run);
    if (unranked.text.failed)
        armex_fail_memory(run->error);
    else
        status =
            armex_fail(run->error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                       "no rank was printed for %d, and the shares at hand (%s) do "
                       "not say who is first",
                       run->options.year, armex_listing_words(&unranked));
    armex_listing_free(&unranked);
    return status;
}
