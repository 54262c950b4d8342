/**
 * model/measure.h: what a figure counts. An order is not a delivery, a licence neither.
 */
#ifndef ARMEX_MODEL_MEASURE_H
#define ARMEX_MODEL_MEASURE_H

#include <stdbool.h>
#include <stddef.h>

enum armex_measure {
    ARMEX_DELIVERIES_TIV,       /**< volume of major arms delivered, SIPRI's method */
    ARMEX_DELIVERIES,           /**< value of actual exports */
    ARMEX_ORDERS,               /**< contracts signed */
    ARMEX_AGREEMENTS,           /**< agreements between governments */
    ARMEX_LICENCES,             /**< export licences issued */
    ARMEX_AUTHORISATIONS,       /**< other official permissions */
    ARMEX_CUSTOMS,              /**< trade as customs count it */
    ARMEX_PRICE_INDEX,          /**< a deflator, not arms */
    ARMEX_EXCHANGE_RATE,        /**< a rate, not arms */
    ARMEX_MILITARY_EXPENDITURE, /**< what a state spends on its forces, not arms alone
                                 */
    ARMEX_GDP,                  /**< gross domestic product, not arms */
    ARMEX_INFLATION,            /**< change of prices in a year, not arms */
    ARMEX_ARMS_REVENUE,         /**< what companies earn with arms, at home too */
    ARMEX_MEASURES              /**< how many there are */
};

enum armex_flow_direction { ARMEX_EXPORTS, ARMEX_IMPORTS };

/** "deliveries-tiv", ...; and back (`*out` untouched when false). */
const char *armex_measure_name(enum armex_measure measure);
bool armex_measure_parse(enum armex_measure *out, const char *text, size_t length);

/** For people: "deliveries of major arms", "orders", "export licences", ... */
const char *armex_measure_words(enum armex_measure measure);

/** All names, for help and suggestions; ARMEX_MEASURES of them. */
const char *const *armex_measure_names(void);

const char *armex_direction_name(enum armex_flow_direction direction);
bool armex_direction_parse(enum armex_flow_direction *out, const char *text,
                           size_t length);

#endif
