/** ingest/sources/sdmx_codes.c: codes of SDMX-CSV, read. */
#include "ingest/sources/sdmx_codes.h"

#include <string.h>

#include "base/ascii.h"
#include "base/number.h"

struct armex_sdmx_name armex_sdmx_name(const struct armex_cell *code)
{
    struct armex_sdmx_name name = {{0}};
    const size_t most = sizeof name.text - 1;

    for (size_t i = 0; i < code->length && i < most; i++) {
        const char c = code->text[i];
        name.text[i] = (char)(c == '_' ? '-' : armex_lower(c));
    }
    return name;
}

static armex_status fail_time(const char *file, const struct armex_cell *time,
                              struct armex_error *error)
{
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, time),
                      "'%s' is no year; armex keeps years, as 2023, or 2022-10-01/P1Y",
                      armex_cell_clip(time).text);
}

/** "2022-10-01/P1Y" */
static bool read_range(struct armex_period *period, short *year,
                       const struct armex_cell *time)
{
    const size_t day = strlen("2022-10-01"), before = strlen("2022-10-01/P");
    const size_t length = time->length;
    struct armex_date first;
    long years = 0;

    if (length < before + 2 || memcmp(time->text + day, "/P", 2) != 0 ||
        time->text[length - 1] != 'Y' || !armex_date_parse(&first, time->text, day) ||
        first.day != 1 ||
        !armex_whole_parse(&years, time->text + before, length - before - 1, 1, 99))
        return false;
    *period = (struct armex_period){first.month, (signed char)years};
    *year = (short)(first.year + years - 1 + (first.month != 1));
    return true;
}

armex_status armex_sdmx_time(struct armex_period *period, short *year, const char *file,
                             const struct armex_cell *time, struct armex_error *error)
{
    const struct armex_cell reporting = {time->text, 4, 0, 0}; // "2023-A1"
    const bool whole_year = time->length == 7 && memcmp(time->text + 4, "-A1", 3) == 0;
    const struct armex_cell *number = whole_year ? &reporting : time;
    long plain = 0;

    *period = (struct armex_period){1, 1};
    if (read_range(period, year, time))
        return ARMEX_OK;
    if (!armex_whole_parse(&plain, number->text, number->length, 1500, 2200))
        return fail_time(file, time, error);
    *year = (short)plain;
    return ARMEX_OK;
}

armex_status armex_sdmx_status(struct armex_sdmx_status *out, const char *file,
                               const struct armex_cell *cell, struct armex_error *error)
{
    static const struct {
        char code;
        struct armex_sdmx_status status;
    } known[] = {
        {'A', {ARMEX_FINAL, ARMEX_UNFLAGGED, false}},
        {'B', {ARMEX_FINAL, ARMEX_UNFLAGGED, true}},
        {'D', {ARMEX_FINAL, ARMEX_UNFLAGGED, false}},
        {'E', {ARMEX_ESTIMATE, ARMEX_UNFLAGGED, false}},
        {'F', {ARMEX_TARGET, ARMEX_UNFLAGGED, false}},
        {'H', {ARMEX_MISSING, ARMEX_UNFLAGGED, false}},
        {'I', {ARMEX_ESTIMATE, ARMEX_UNFLAGGED, false}},
        {'L', {ARMEX_UNKNOWN_YET, ARMEX_UNFLAGGED, false}},
        {'M', {ARMEX_NO_STATE, ARMEX_UNFLAGGED, false}},
        {'N', {ARMEX_BELOW, ARMEX_UNFLAGGED, false}},
        {'O', {ARMEX_TARGET, ARMEX_UNFLAGGED, false}},
        {'P', {ARMEX_PRELIMINARY, ARMEX_UNFLAGGED, false}},
        {'Q', {ARMEX_WITHHELD, ARMEX_UNFLAGGED, false}},
        {'U', {ARMEX_FINAL, ARMEX_DOUBTFUL, false}},
    };
    static const struct armex_cell normal = {"A", 1, 0, 0};
    const struct armex_cell *code = cell->length ? cell : &normal;

    for (size_t i = 0; cell->length <= 1 && i < sizeof known / sizeof *known; i++)
        if (known[i].code == *code->text) {
            *out = known[i].status;
            return ARMEX_OK;
        }
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(file, cell),
                      "'%s' is no OBS_STATUS that armex knows",
                      armex_cell_clip(cell).text);
}

struct armex_sdmx_flow armex_sdmx_flow(const struct armex_cell *cell)
{
    const char *start = cell->text, *end = start + cell->length;
    const char *colon = memchr(start, ':', cell->length);
    const char *id = colon ? colon + 1 : start;
    const char *open = memchr(id, '(', (size_t)(end - id));
    const struct armex_cell name = {id, (size_t)((open ? open : end) - id), 0, 0};
    struct armex_sdmx_flow flow = {.dataset = armex_sdmx_name(&name)};
    char date[ARMEX_DATE_SIZE] = "";
    size_t n = 0;

    for (const char *c = open ? open + 1 : end; c < end && *c != ')'; c++)
        if (n + 1 < sizeof date)
            date[n++] = (char)(*c == '.' ? '-' : *c);
    armex_date_parse(&flow.date, date, n); // "1.0" is none, and leaves it unknown
    return flow;
}
