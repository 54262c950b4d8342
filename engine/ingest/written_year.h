/**
 * ingest/written_year.h: a year as people write it.
 */
#ifndef ARMEX_INGEST_WRITTEN_YEAR_H
#define ARMEX_INGEST_WRITTEN_YEAR_H

#include <stdbool.h>
#include <stddef.h>

enum armex_year_kind {
    ARMEX_NO_YEAR,
    ARMEX_CALENDAR_YEAR,  /**< "2019", "2019.0", "2019-01-01", "31.12.2019",
                                    "12/31/2019": its first day or its last */
    ARMEX_FISCAL_YEAR,    /**< "FY2019", "2018/19", "2018-2019" */
    ARMEX_SEVERAL_YEARS,  /**< "2015-19", "2015-2019" */
    ARMEX_PART_OF_A_YEAR, /**< "2019Q1", "Q1 2019", "2019-03", "2019M03" */
    ARMEX_UNSURE_YEAR,    /**< "2011-12" */
};

struct armex_written_year {
    enum armex_year_kind kind;
    int year;   /**< from 1500 to 2200; the one in which a fiscal year or a span ends */
    bool noted; /**< with the mark of a footnote: "2019*", "2019 (p)" */
};

/** Reads the text, blanks around it left off. */
struct armex_written_year armex_written_year(const char *text, size_t length);

/** What a message says of a text that is no calendar year, and what to do about it: "is
 *  several years; ...". Of a fiscal year it says only that. */
const char *armex_year_words(enum armex_year_kind kind);

#endif
