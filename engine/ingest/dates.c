/** ingest/dates.c: three numbers in whatever order. */
#include "ingest/dates.h"

#include <string.h>

#include "base/number.h"

static bool is_day(struct armex_date *out, long year, long month, long day)
{
    const struct armex_date given = {(short)year, (signed char)month, (signed char)day};
    char iso[ARMEX_DATE_SIZE];

    if (year < 1000 || month < 1 || month > 12 || day < 1 || day > 31)
        return false;
    return armex_date_parse(out, iso, armex_date_write(iso, given)); // no 31 June
}

/** The three numbers; false if there are others. */
static bool split(long parts[3], char *separator, const char *text, size_t length)
{
    const char *end = text + length;

    *separator = 0;
    for (int i = 0; i < 3; i++) {
        const char *start = text;
        while (text < end && !strchr("/.-", *text))
            text++;
        if (!armex_whole_parse(&parts[i], start, (size_t)(text - start), 1, 9999))
            return false;
        if (i == 2)
            break;
        if (text == end || (*separator && *text != *separator))
            return false;
        *separator = *text++;
    }
    return text == end;
}

bool armex_date_of_spreadsheet(struct armex_date *out, const char *text, size_t length)
{
    long parts[3];
    char separator;

    if (armex_date_parse(out, text, length))
        return true;
    if (!split(parts, &separator, text, length))
        return false;
    if (parts[0] > 31)
        return is_day(out, parts[0], parts[1], parts[2]);
    return (separator != '.' && is_day(out, parts[2], parts[0], parts[1])) ||
           is_day(out, parts[2], parts[1], parts[0]);
}
