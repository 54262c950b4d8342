/**
 * store/put_rows.h: the columns of flows, written block by block from wherever the rows
 * are, by two threads where they are many: memory does not grow with them.
 */
#ifndef ARMEX_STORE_PUT_ROWS_H
#define ARMEX_STORE_PUT_ROWS_H

#include "model/flows.h"
#include "store/put.h"

/** How a field of struct armex_flow stands in the file: little-endian. */
enum armex_row_form {
    ARMEX_ROW_OCTET,   /**< a byte as it is */
    ARMEX_ROW_YEAR,    /**< two bytes */
    ARMEX_ROW_VALUE,   /**< eight */
    ARMEX_ROW_INDEX_8, /**< an index, in as few as the list that it leads to needs */
    ARMEX_ROW_INDEX_16,
    ARMEX_ROW_INDEX_32,
};

struct armex_row_column {
    size_t field; /**< offsetof(struct armex_flow, ...) */
    enum armex_row_form form;
    struct armex_room room; /**< by armex_put_room() */
};

enum { ARMEX_ROW_COLUMNS = 7 };

/** The same as a form of variables. */
enum armex_form armex_row_form(enum armex_row_form form);

/** The narrowest form of indices into a list of `n`. */
enum armex_row_form armex_row_index(size_t n);

/** Writes all rows into the room made for `columns`, and their sums. What fails sticks
 *  in `put`. */
void armex_put_rows(struct armex_put *put, const struct armex_row_column *columns,
                    size_t n_columns, const struct armex_flows *flows);

#endif
