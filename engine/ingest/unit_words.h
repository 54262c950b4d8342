/**
 * ingest/unit_words.h: the unit that a person writes above a table: "(US$ m)", "million
 * euros", "Mio. EUR", "in bn USD, constant 2020 prices", "TIV", "%".
 */
#ifndef ARMEX_INGEST_UNIT_WORDS_H
#define ARMEX_INGEST_UNIT_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "model/unit.h"

struct armex_unit_words {
    struct armex_unit unit; /**< where it has one */
    int exponent;           /**< 6 for millions; 0 where no word says so */
    bool has_unit;          /**< "millions" alone has none */
    bool has_exponent;
    const char *either; /**< codes of currencies (model/currency.h) that one word or
                           sign may mean: "$", "pounds"; NULL: none is so */
    bool is_spelt;      /**< the exponent is a whole word: "millions", not "m" */
};

/** Reads the whole text, brackets and blanks around it left off: a currency by its
 * sign, code or name, TIV or per cent, a word of thousands, millions or billions, the
 * prices that money is in, and words between them that say nothing. What is billions to
 * some and a million millions to others ("Billionen", "billones") is not read. Money
 * that may be that of several states ("$ m", "million pounds") is no unit, and in
 * `either`; of constant prices it is not read. false: it says anything else, nothing,
 * or one of these twice.
 */
bool armex_unit_words_read(struct armex_unit_words *out, const char *text,
                           size_t length);

/** Finds such words in a title: all of it, what stands in brackets, or what it ends in,
 *  as in "Exports of arms, by country (US$ m)" and "Arms exports in million euros". A
 * power of ten alone must be spelt: "in millions"; a unit alone at the end follows an
 * "in". Words of more than 120 bytes are not looked for: the time is that of the length
 * of the title, whatever it is. false: there are none. */
bool armex_unit_words_find(struct armex_unit_words *out, const char *text,
                           size_t length);

/** Whether both mean the same unit, or none, and the same power of ten. */
bool armex_unit_words_same(const struct armex_unit_words *a,
                           const struct armex_unit_words *b);

#endif
