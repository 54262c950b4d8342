/**
 * report/same_data.h: charts of one page that show the same figures.
 */
#ifndef ARMEX_REPORT_SAME_DATA_H
#define ARMEX_REPORT_SAME_DATA_H

#include "report/contents.h"

/** The first chart of the page whose table, as it is shown, is the same as this
 * chart's: a line, an index and a heat map of one question. Often the chart itself. */
const struct armex_exhibit *armex_same_data_first(const struct armex_contents *contents,
                                                  const struct armex_exhibit *exhibit);

#endif
