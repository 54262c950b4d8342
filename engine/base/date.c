/** base/date.c: days, months and years as publishers state them. */
#include "base/date.h"

#include <stdio.h>

#include "base/number.h"

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return days[month - 1] + (month == 2 && leap);
}

bool armex_date_parse(struct armex_date *out, const char *text, size_t length)
{
    long year = 0, month = 0, day = 0;

    if (length != 4 && length != 7 && length != 10)
        return false;
    if (!armex_whole_parse(&year, text, 4, 1000, 9999))
        return false;
    if (length >= 7 &&
        (text[4] != '-' || !armex_whole_parse(&month, text + 5, 2, 1, 12)))
        return false;
    if (length == 10 &&
        (text[7] != '-' ||
         !armex_whole_parse(&day, text + 8, 2, 1, days_in((int)year, (int)month))))
        return false;
    *out = (struct armex_date){(short)year, (signed char)month, (signed char)day};
    return true;
}

size_t armex_date_write(char out[ARMEX_DATE_SIZE], struct armex_date date)
{
    int n = 0;
    out[0] = '\0';
    if (date.year && date.day)
        n = snprintf(out, ARMEX_DATE_SIZE, "%04d-%02d-%02d", date.year, date.month,
                     date.day);
    else if (date.year && date.month)
        n = snprintf(out, ARMEX_DATE_SIZE, "%04d-%02d", date.year, date.month);
    else if (date.year)
        n = snprintf(out, ARMEX_DATE_SIZE, "%04d", date.year);
    return (size_t)n;
}

int armex_date_last_day(struct armex_date date)
{
    if (!date.year)
        return 0;
    const int month = date.month ? date.month : 12;
    const int day = date.day ? date.day : days_in(date.year, month);
    return date.year * 10000 + month * 100 + day;
}

int armex_date_first_day(struct armex_date date)
{
    if (!date.year)
        return 0;
    return date.year * 10000 + (date.month ? date.month : 1) * 100 +
           (date.day ? date.day : 1);
}

size_t armex_date_for_people(char out[ARMEX_DATE_SIZE], struct armex_date date)
{
    static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    int n = 0;
    out[0] = '\0';
    if (date.year && date.month && date.day)
        n = snprintf(out, ARMEX_DATE_SIZE, "%d %s %d", date.day, months[date.month - 1],
                     date.year);
    else if (date.year && date.month)
        n = snprintf(out, ARMEX_DATE_SIZE, "%s %d", months[date.month - 1], date.year);
    else if (date.year)
        n = snprintf(out, ARMEX_DATE_SIZE, "%d", date.year);
    return (size_t)n;
}
