/** analysis/agreement_unlike.c: what must not be divided by each other, and why. */
#include "analysis/agreement_unlike.h"

#include <string.h>

#include "analysis/caution.h"

static bool are_kinds(const struct armex_series *a, const struct armex_series *b,
                      enum armex_unit_kind one, enum armex_unit_kind other)
{
    return (a->unit.kind == one && b->unit.kind == other) ||
           (a->unit.kind == other && b->unit.kind == one);
}

static bool is_permission(enum armex_measure measure)
{
    return measure == ARMEX_LICENCES || measure == ARMEX_AUTHORISATIONS;
}

static bool is_contract(enum armex_measure measure)
{
    return measure == ARMEX_ORDERS || measure == ARMEX_AGREEMENTS;
}

static bool is_shipment(enum armex_measure measure)
{
    return measure == ARMEX_DELIVERIES || measure == ARMEX_CUSTOMS ||
           measure == ARMEX_DELIVERIES_TIV;
}

/* One of the two measures is of the first kind, the other of the second. */
static bool are(const struct armex_series *a, const struct armex_series *b,
                bool (*one)(enum armex_measure), bool (*other)(enum armex_measure))
{
    return (one(a->measure) && other(b->measure)) ||
           (one(b->measure) && other(a->measure));
}

static const char *unlike_measures(const struct armex_series *a,
                                   const struct armex_series *b)
{
    if (are(a, b, is_contract, is_shipment))
        return "a contract is signed in one year and delivered over the years after "
               "it: "
               "orders and deliveries of one year are not parts of one another";
    if (are(a, b, is_permission, is_shipment))
        return "a licence permits an export that may come later, or never: licences "
               "are "
               "not what left the country";
    if (are(a, b, is_permission, is_contract))
        return "a licence permits, a contract binds: one order may need many licences, "
               "or none";
    if (is_permission(a->measure) && is_permission(b->measure))
        return "licences and other authorisations are counted by different rules and "
               "overlap";
    if (is_contract(a->measure) && is_contract(b->measure))
        return "orders are contracts of any seller, agreements those between "
               "governments: the second are a part of the first in some states only";
    return "they count different things: customs codes follow goods across a border, "
           "defence ministries count what they regard as arms";
}

static const char *unlike_money(const struct armex_unit *a, const struct armex_unit *b)
{
    if (strcmp(a->currency, b->currency) != 0)
        return "they are in different currencies; --unit usd sets them in one";
    return "one is in prices of its own year, the other in constant prices; --unit "
           "usd-2020 sets both in the prices of one year";
}

const char *armex_unlike(const struct armex_series *a, const struct armex_series *b)
{
    const bool one_is_tiv =
        (a->measure == ARMEX_DELIVERIES_TIV) != (b->measure == ARMEX_DELIVERIES_TIV);

    if (are_kinds(a, b, ARMEX_TIV, ARMEX_MONEY) || one_is_tiv)
        return "TIV measures military capability moved, not price: the same aircraft "
               "counts the same whether sold, lent or given, and 40 % of that when "
               "second-hand; there is no exchange rate to money";
    if (are_kinds(a, b, ARMEX_RANK, ARMEX_RANK) && a->measure == b->measure)
        return "ranks are places, not amounts: rank 4 is not twice rank 2";
    if (a->unit.kind != b->unit.kind)
        return "one is an amount, the other a share, a change or a rank drawn from "
               "amounts";
    if (a->measure != b->measure)
        return unlike_measures(a, b);
    if (armex_is_by_order_year(a->scope) != armex_is_by_order_year(b->scope))
        return "one has deliveries in the years they came, the other in the years they "
               "were ordered: what was ordered in a year may come over ten";
    if (a->period.years != b->period.years)
        return "one counts a year, the other a window of several; --window sets them "
               "over the same years";
    if (!armex_unit_equal(a->unit, b->unit))
        return unlike_money(&a->unit, &b->unit);
    return NULL;
}
