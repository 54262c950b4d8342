/** ingest/sources/sipri_reading.c: opening a SIPRI file at its header, and its figures.
 */
#include "base/number.h"
#include "base/text.h"
#include "ingest/sources/sipri_vintage.h"
#include "ingest/sources/sipri_words.h"

static armex_status select_one(const struct armex_entity **out,
                               const struct armex_cell *party,
                               const struct armex_page *page, struct armex_error *error)
{
    *out = NULL;
    if (!party->length || armex_cell_says(party, "all") ||
        armex_cell_says(party, "all countries"))
        return ARMEX_OK;
    return armex_sipri_entity(out, page, party, error);
}

armex_status armex_sipri_begin(struct armex_sipri_reading *reading,
                               const struct armex_document *document,
                               const struct armex_ingest_options *options,
                               struct armex_error *error)
{
    *reading = (struct armex_sipri_reading){.document = document, .options = options};
    return armex_page_open(&reading->page, document, error);
}

void armex_sipri_end(struct armex_sipri_reading *reading)
{
    armex_page_close(reading->page);
}

armex_status armex_sipri_set_header(struct armex_sipri_reading *reading, size_t header,
                                    const char *columns, struct armex_error *error)
{
    const struct armex_page *page = reading->page;
    const struct armex_sipri_preamble *preamble = &reading->preamble;
    armex_status status;

    if (header == page->n_rows)
        return armex_fail(error, ARMEX_BAD_INPUT,
                          (struct armex_place){page->file, 0, 0},
                          "there is no header with the columns %s", columns);
    if (header + 1 == page->n_rows)
        return armex_fail(error, ARMEX_BAD_INPUT, armex_page_place(page, header),
                          "there is no row below the header");
    reading->header = header;
    armex_sipri_preamble_read(&reading->preamble, page, header);
    status = select_one(&reading->selection.supplier, &preamble->supplier, page, error);
    if (!status)
        status = select_one(&reading->selection.recipient, &preamble->recipient, page,
                            error);
    return status;
}

armex_status armex_sipri_begin_named(struct armex_sipri_reading *reading,
                                     const struct armex_document *document,
                                     const struct armex_ingest_options *options,
                                     const char *const *names, size_t n,
                                     struct armex_error *error)
{
    struct armex_text words = {0};
    armex_status status = armex_sipri_begin(reading, document, options, error);

    for (size_t i = 0; i < n; i++)
        armex_text_printf(&words, "%s%s",
                          !i          ? ""
                          : i + 1 < n ? ", "
                                      : " and ",
                          names[i]);
    if (!status)
        status = words.failed ? armex_fail_memory(error)
                              : armex_sipri_set_header(
                                    reading, armex_page_header(reading->page, names, n),
                                    words.data, error);
    armex_text_free(&words);
    return status;
}

bool armex_sipri_begins_with(const struct armex_document *document,
                             const char *const *names, size_t n)
{
    struct armex_page *page = armex_page_glance(document);
    const bool known = page && armex_page_header(page, names, n) < page->n_rows;

    armex_page_close(page);
    return known;
}

armex_status armex_sipri_tiv(double *value, armex_mark *mark, const char *file,
                             const struct armex_cell *cell, struct armex_error *error)
{
    const int million = 6;
    const double most = 1e13; // five times all that SIPRI has ever counted
    const struct armex_place place = armex_cell_place(file, cell);

    *value = 0.0;
    *mark = ARMEX_NIL;
    if (!cell->length)
        return ARMEX_OK;
    if (!armex_number_parse(value, cell->text, cell->length, million))
        return armex_fail(error, ARMEX_BAD_INPUT, place,
                          "'%s' is no number; leave the cell empty where no delivery "
                          "is known",
                          armex_cell_clip(cell).text);
    if (*value < 0.0 || *value > most)
        return armex_fail(error, ARMEX_BAD_INPUT, place,
                          *value < 0.0
                              ? "'%s' is below zero, which no delivery can be"
                              : "'%s' million TIV is more than the world has delivered",
                          armex_cell_clip(cell).text);
    *mark = *value > 0.0 ? ARMEX_FINAL : ARMEX_BELOW;
    *value += 0.0; // "-0" is 0
    return ARMEX_OK;
}
