/**
 * model/currency.h: the currencies that figures are counted in, and how people write
 * them: by code, in words, with a sign.
 *
 * Codes are ISO 4217 in lower case, those of states or moneys that are gone among them;
 * "lcu" is the currency of each state, whichever it is.
 */
#ifndef ARMEX_MODEL_CURRENCY_H
#define ARMEX_MODEL_CURRENCY_H

#include <stdbool.h>
#include <stddef.h>

/** How we write one. */
struct armex_currency_name {
    char code[4];
    const char *words; /**< "Swiss francs"; NULL where the code is all there is */
    const char *sign;  /**< before a figure: "€", or "" */
};

/** The currency of a code of three letters in either case; NULL: none that is known,
 *  for not every three letters are a currency. */
const struct armex_currency_name *armex_currency_of_code(const char code[3]);

/** How many bytes at the beginning, or at the end, are the sign of a currency, in
 *  letters of either case, and the codes that it may mean: "usd" of "US$", "jpy cny" of
 *  "¥". 0: there is none. The longest that fits is found. */
size_t armex_currency_sign(const char **codes, const char *text, size_t length,
                           bool at_end);

/** How many bytes at the beginning are the words of a currency, in either case and with
 *  or without the s at their end, and the codes that they may mean: "jpy" of "yen",
 *  "gbp egp" of "pounds". 0: there are none. Letters may follow; the longest words that
 *  fit are found. */
size_t armex_currency_words(const char **codes, const char *text, size_t length);

/** Whether `code` is among such codes. */
bool armex_currency_among(const char *codes, const char code[3]);

#endif
