/** ingest/sources/sipri_deal.c: what a register says of a deal besides its volume. */
#include <math.h>

#include "base/number.h"
#include "ingest/sources/sipri_flows.h"

armex_status armex_sipri_order_year(struct armex_deal *deal, const char *file,
                                    const struct armex_cell *cell,
                                    struct armex_error *error)
{
    deal->order_year = armex_cell_year(cell);
    if (deal->order_year || !cell->length)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, cell),
                      "'%s' is no year of an order", armex_cell_clip(cell).text);
}

armex_status armex_sipri_number(struct armex_deal *deal, const char *file,
                                const struct armex_cell *cell,
                                struct armex_error *error)
{
    deal->number = NAN;
    if (!cell->length)
        return ARMEX_OK;
    if (armex_number_parse(&deal->number, cell->text, cell->length, 0) &&
        deal->number >= 0.0)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, cell),
                      "'%s' is no number of items", armex_cell_clip(cell).text);
}

armex_status armex_sipri_status(struct armex_deal *deal, const char *file,
                                const struct armex_cell *cell,
                                struct armex_error *error)
{
    static const struct {
        const char *words;
        uint8_t flags;
    } known[] = {
        {"", 0},
        {"New", 0},
        {"Second hand", ARMEX_SECOND_HAND},
        {"Second hand but modernized", ARMEX_SECOND_HAND | ARMEX_MODERNISED},
    };

    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (armex_cell_says(cell, known[i].words)) {
            deal->flags |= known[i].flags;
            return ARMEX_OK;
        }
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, cell),
                      "'%s' is no status that SIPRI gives: New, Second hand, or Second "
                      "hand but modernized",
                      armex_cell_clip(cell).text);
}
