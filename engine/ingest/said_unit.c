/** ingest/said_unit.c: the unit that a table says its figures are counted in. */
#include "ingest/said_unit.h"

#include <string.h>

#include "model/currency.h"

armex_status armex_said_unit_take(struct armex_said_unit *out,
                                  const struct armex_unit_words *words,
                                  const struct armex_cell *cell, const char *file,
                                  struct armex_error *error)
{
    if (*out->said.text)
        return armex_unit_words_same(&out->words, words)
                   ? ARMEX_OK
                   : armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, cell),
                                "'%s' is another unit than '%s' in line %zu; keep the "
                                "one that all figures are counted in",
                                armex_cell_clip(cell).text, out->said.text,
                                out->place.line);
    out->words = *words;
    out->said = armex_cell_clip(cell);
    out->place = armex_cell_place(file, cell);
    return ARMEX_OK;
}

static bool agree(const struct armex_unit_words *words, const struct armex_unit *stated)
{
    const struct armex_unit *said = &words->unit;

    if (words->either)
        return stated->kind == ARMEX_MONEY &&
               (strcmp(stated->currency, "lcu") == 0 ||
                armex_currency_among(words->either, stated->currency));
    return !words->has_unit || (said->kind == stated->kind &&
                                strcmp(said->currency, stated->currency) == 0 &&
                                (said->price_year == ARMEX_CURRENT_PRICES ||
                                 said->price_year == stated->price_year));
}

armex_status armex_said_unit_check(const struct armex_said_unit *said,
                                   const struct armex_unit *stated,
                                   struct armex_error *error)
{
    char words[ARMEX_UNIT_SIZE];

    if (agree(&said->words, stated))
        return ARMEX_OK;
    armex_unit_write(words, *stated);
    return armex_fail(error, ARMEX_USAGE, said->place,
                      "'%s' says what the figures are counted in, and it is not %s, as "
                      "--unit has it",
                      said->said.text, words);
}

armex_status armex_said_unit_ask(const struct armex_said_unit *said,
                                 struct armex_error *error)
{
    if (!said->words.either)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, said->place,
                      "'%s' may be money of several states (%s); give --unit to say "
                      "whose it is",
                      said->said.text, said->words.either);
}
