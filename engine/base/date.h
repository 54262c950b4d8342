/**
 * base/date.h: days of the Gregorian calendar, some of them known only to the month.
 */
#ifndef ARMEX_BASE_DATE_H
#define ARMEX_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>

/** month 0: known to the year; day 0: known to the month; year 0: not known at all. */
struct armex_date {
    short year;
    signed char month, day;
};

#define ARMEX_DATE_SIZE 12

/** Reads "2023", "2023-12" or "2023-12-20" (a day that exists, years 1000 to 9999). */
bool armex_date_parse(struct armex_date *out, const char *text, size_t length);

/** Writes it the same way; "" for a date not known. Returns the length. */
size_t armex_date_write(char out[ARMEX_DATE_SIZE], struct armex_date date);

/** The last day the date may mean, as yyyymmdd: "2023-12" gives 20231231. What is
 *  known to the month was surely known on its last day. 0: not known at all. */
int armex_date_last_day(struct armex_date date);

/** The first day the date may mean, as yyyymmdd. */
int armex_date_first_day(struct armex_date date);

/** "14 Jan 2026", "Dec 2023", "2011": as a person reads it. Returns the length. */
size_t armex_date_for_people(char out[ARMEX_DATE_SIZE], struct armex_date date);

#endif
