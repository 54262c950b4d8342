/**
 * ingest/sources/macro_cpi.c: the consumer prices of the United States, month by month
 * (Date,Index,Inflation), as means of calendar years.
 *
 * The table names neither country nor base: it is taken for the CPI-U of the Bureau of
 * Labor Statistics where its mean over 1982 to 1984 is 100, which defines that index. A
 * year of fewer than twelve months is kept as a partial figure, which decides nothing.
 */
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "base/number.h"
#include "ingest/edition.h"
#include "ingest/headline.h"
#include "ingest/observations.h"
#include "ingest/page.h"
#include "ingest/sources.h"

enum { FIRST_YEAR = 1900, LAST_YEAR = 2100, YEARS = LAST_YEAR - FIRST_YEAR + 1 };

struct months {
    double sum[YEARS];
    unsigned seen[YEARS]; /* a bit a month */
};

static const char *const columns[] = {"Date", "Index", "Inflation"};

static size_t find_header(const struct armex_page *page)
{
    const size_t row = armex_page_header(page, columns, 3);
    return row < page->n_rows && page->rows[row].n == 3 ? row : page->n_rows;
}

static bool recognise(const struct armex_document *document)
{
    struct armex_page *page = armex_page_glance(document);
    const bool known = page && find_header(page) < page->n_rows;

    armex_page_close(page);
    return known;
}

static int count(unsigned bits)
{
    int n = 0;

    for (; bits; bits &= bits - 1)
        n++;
    return n;
}

static armex_status take_month(struct months *months, const struct armex_page *page,
                               size_t r, size_t header, struct armex_error *error)
{
    const struct armex_page_row *row = &page->rows[r], *names = &page->rows[header];
    const struct armex_cell when =
        armex_page_cell(row, armex_page_column(names, "Date"));
    const struct armex_cell index =
        armex_page_cell(row, armex_page_column(names, "Index"));
    const struct armex_place place = armex_cell_place(page->file, &when);
    struct armex_date date;
    double value;

    if (!armex_date_parse(&date, when.text, when.length) || !date.month ||
        date.year < FIRST_YEAR || date.year > LAST_YEAR)
        return armex_fail(error, ARMEX_BAD_INPUT, place,
                          "'%s' is no month, as 1913-01-01",
                          armex_cell_clip(&when).text);
    if (!armex_number_parse(&value, index.text, index.length, 0) || !(value > 0))
        return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(page->file, &index),
                          "'%s' is no price index, a number above zero",
                          armex_cell_clip(&index).text);
    const unsigned bit = 1u << date.month;
    if (months->seen[date.year - FIRST_YEAR] & bit)
        return armex_fail(error, ARMEX_BAD_INPUT, place,
                          "the month '%s' stands here a second time",
                          armex_cell_clip(&when).text);
    months->seen[date.year - FIRST_YEAR] |= bit;
    months->sum[date.year - FIRST_YEAR] += value;
    return ARMEX_OK;
}

/** That the 36 months of the base are there and their mean is 100. */
static armex_status check_base(const struct months *months, const char *file,
                               struct armex_error *error)
{
    const int from = 1982, to = 1984;
    const double rounding = 0.1;
    double sum = 0.0;
    int n = 0;

    for (int year = from; year <= to; year++) {
        sum += months->sum[year - FIRST_YEAR];
        n += count(months->seen[year - FIRST_YEAR]);
    }
    if (n == 36 && fabs(sum / n - 100.0) <= rounding)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, (struct armex_place){file, 0, 0},
                      "this table does not say whose prices it counts, and it is not "
                      "the CPI-U of the United States, whose mean of 1982 to 1984 is "
                      "100; give a csv with columns entity, year, value, unit");
}

static armex_status add_year(struct armex_observations *rows,
                             const struct months *months, int year,
                             const struct armex_edition *edition,
                             struct armex_date published, struct armex_error *error)
{
    const int n = count(months->seen[year - FIRST_YEAR]);
    char note[64];
    struct armex_observation row = {
        .series = {.entity = "USA",
                   .name = "United States",
                   .scope = "consumer-prices",
                   .measure = ARMEX_PRICE_INDEX,
                   .period = {1, 1}},
        .citation = {edition->publisher, edition->title, edition->url},
        .value = months->sum[year - FIRST_YEAR] / n,
        .published = published,
        .year = (short)year,
        .status = ARMEX_FINAL,
        .flag = n < 12 ? ARMEX_PARTIAL : ARMEX_UNFLAGGED,
        .digits = 6,
    };

    armex_unit_parse(&row.series.unit, "index-1982-84", strlen("index-1982-84"));
    const int length =
        snprintf(note, sizeof note, "%smean of %d month%s",
                 n < 12 ? "partial: " : "derived: ", n, n == 1 ? "" : "s");
    row.note = armex_intern_text(rows->texts, note, (size_t)length);
    return row.note ? armex_observations_add(rows, &row, error)
                    : armex_fail_memory(error);
}

static armex_status publish(struct armex_vintage **out, const struct months *months,
                            const struct armex_document *document,
                            const struct armex_ingest_options *options,
                            struct armex_error *error)
{
    const struct armex_edition edition = {
        .dataset = "cpi-us",
        .title = "Consumer price index for all urban consumers (CPI-U)",
        .description = "Means of the months of each calendar year.",
        .publisher = "US Bureau of Labor Statistics",
        .url = "https://github.com/datasets/cpi-us",
        .licence = "PDDL",
    };
    const struct armex_defaults none = {NULL, 0};
    struct armex_observations *rows = NULL;
    armex_status status =
        armex_edition_vintage(out, &edition, document, options, error);

    if (!status)
        status = armex_observations_create(&rows, true, error);
    for (int year = FIRST_YEAR; !status && year <= LAST_YEAR; year++)
        if (months->seen[year - FIRST_YEAR])
            status = add_year(rows, months, year, &edition, (*out)->provenance.vintage,
                              error);
    if (!status)
        status = armex_observations_build(&(*out)->panel, &(*out)->publications, rows,
                                          document->path, error);
    if (!status)
        status = armex_headlines_mark((*out)->panel, NULL, &none, error);
    armex_observations_free(rows);
    return status;
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    struct armex_page *page = NULL;
    struct months months = {{0}, {0}};
    size_t header = 0;
    armex_status status = armex_page_open(&page, document, error);

    *out = NULL;
    if (!status)
        header = find_header(page);
    if (!status && header == page->n_rows)
        status = armex_fail(
            error, ARMEX_BAD_INPUT, (struct armex_place){document->path, 0, 0},
            "there is no header with the columns Date, Index, Inflation");
    for (size_t r = header + 1; !status && r < page->n_rows; r++)
        status = armex_rejects_row(page->rejects,
                                   take_month(&months, page, r, header, error), error);
    if (!status)
        status = check_base(&months, document->path, error);
    if (!status)
        status = publish(out, &months, document, options, error);
    if (status) {
        armex_vintage_free(*out);
        *out = NULL;
    }
    armex_page_close(page);
    return status;
}

const struct armex_source armex_source_macro_cpi = {
    .name = "cpi-us",
    .credit = "consumer prices of the United States by month: Date, Index, Inflation",
    .recognise = recognise,
    .read = read,
};
