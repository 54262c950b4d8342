/**
 * ingest/xlsx_book.h: the parts of a workbook, as the files of ingest/xlsx*.c share
 * them.
 */
#ifndef ARMEX_INGEST_XLSX_BOOK_H
#define ARMEX_INGEST_XLSX_BOOK_H

#include "ingest/archive.h"
#include "ingest/xlsx.h"

struct armex_xlsx_string {
    const char *text;
    size_t length;
};

/** How a cell of one style looks. */
struct armex_xlsx_style {
    bool date;
    uint8_t colour; /**< enum armex_xlsx_colour */
};

struct armex_xlsx {
    struct armex_arena *arena; /**< owns the texts, and the workbook */
    struct armex_archive *archive;
    const char *file;
    struct armex_xlsx_string *strings; /**< the shared ones */
    size_t n_strings, most_strings;
    struct armex_xlsx_style *styles;
    size_t n_styles, most_styles;
    struct armex_xlsx_part {
        const char *name;   /**< of the sheet */
        const char *target; /**< where it lies in the archive */
    } * sheets;
    size_t n_sheets, most_sheets;
    struct armex_date created;
    bool from_1904; /**< days count from 1 January 1904, and not from 1900 */
};

/** What the reader of one part does; names come without their prefix. Whoever sets
 *  `*failed` hears nothing more, and the part is refused with those words. */
struct armex_xml_reader {
    void *context;
    void (*start)(void *context, const char *name, const char **attributes);
    void (*end)(void *context, const char *name);
    void (*text)(void *context, const char *text, size_t length);
    const char *const *failed; /**< words, or NULL while all is well */
};

/** What a reader says in `*failed` when memory ran out. */
extern const char armex_xml_no_memory[];

/** Reads a part of the workbook; one that is not there is read as nothing unless it is
 *  `required`. Errors: ARMEX_BAD_INPUT, ARMEX_NO_MEMORY. */
armex_status armex_xlsx_read_part(struct armex_xlsx *book, const char *part,
                                  bool required, const struct armex_xml_reader *reader,
                                  struct armex_error *error);

/** The attribute of that name, prefix or not; NULL if there is none. */
const char *armex_xml_attribute(const char **attributes, const char *name);

/** The same as a whole number up to `most`; `otherwise` if there is none. */
size_t armex_xml_number(const char **attributes, const char *name, size_t most,
                        size_t otherwise);

/** Makes room for one more of `*n` items of `size` bytes. NULL: no memory. */
void *armex_xlsx_grow(void *items, size_t n, size_t *capacity, size_t size);

/** Reads the styles. Errors: ARMEX_BAD_INPUT, ARMEX_NO_MEMORY. */
armex_status armex_xlsx_read_styles(struct armex_xlsx *book, struct armex_error *error);

/** Reads the shared strings. Errors: ARMEX_BAD_INPUT, ARMEX_NO_MEMORY. */
armex_status armex_xlsx_read_strings(struct armex_xlsx *book,
                                     struct armex_error *error);

/** A copy without the blanks around it; text NULL: no memory. */
struct armex_xlsx_string armex_xlsx_copy(struct armex_arena *arena, const char *text,
                                         size_t length);

#endif
