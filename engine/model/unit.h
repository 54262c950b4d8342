/**
 * model/unit.h: what a figure is counted in. TIV is not dollars, and dollars of one
 * year are not dollars of another.
 */
#ifndef ARMEX_MODEL_UNIT_H
#define ARMEX_MODEL_UNIT_H

#include <stdbool.h>
#include <stddef.h>

enum armex_unit_kind {
    ARMEX_TIV,     /**< SIPRI trend-indicator value: "tiv" */
    ARMEX_MONEY,   /**< a currency: "usd", "usd-2020", "usd-constant" */
    ARMEX_RATE,    /**< units of one currency for one of another: "krw-per-usd" */
    ARMEX_INDEX,   /**< a price index: "index-2017", "index-1982-84"; "index" where the
                        base is not stated or differs from state to state */
    ARMEX_PERCENT, /**< "percent" as published; fractions are made from it at once */
    ARMEX_RANK,    /**< "rank" */
    ARMEX_COUNT,   /**< "count" */
};

enum { ARMEX_CURRENT_PRICES = 0, ARMEX_PRICE_YEAR_UNKNOWN = -1 };

struct armex_unit {
    enum armex_unit_kind kind;
    char currency[4]; /**< ISO 4217, lower case; of money, or what a rate counts; "lcu"
                           is the currency of each state, whichever it is */
    char per[4];      /**< of a rate: for one of these */
    char base[12];    /**< of an index: the period that is 100, or "" */
    short price_year; /**< of money: 0 current, -1 constant of a year not stated */
};

#define ARMEX_UNIT_SIZE 24

/** Reads the forms above, upper or lower case. */
bool armex_unit_parse(struct armex_unit *out, const char *text, size_t length);

/** Writes them, lower case. Returns the length. */
size_t armex_unit_write(char out[ARMEX_UNIT_SIZE], struct armex_unit unit);

/** The same unit in every respect. */
bool armex_unit_equal(struct armex_unit a, struct armex_unit b);

/** For people: "US dollars", "US dollars of 2020", "TIV". Fits 64 bytes. */
size_t armex_unit_words(char out[64], struct armex_unit unit);

/** The sign before a figure: "$", "€", "£", "₩", or "" where there is none in use. */
const char *armex_unit_sign(struct armex_unit unit);

#endif
