/**
 * ingest/sources/sipri_refused.c: files of SIPRI's that hold no volume by year, and
 * what to fetch in their place.
 *
 * The old site's registers: without TIV (a csv of 2012, the report by supplier as
 * text), or with the TIV of ten years in one figure (one row a seller and buyer); and
 * registers as RTF. They are recognised so that the answer is better than "unknown
 * layout".
 */
#include <string.h>

#include "ingest/page.h"
#include "ingest/sources.h"

static bool begins(const struct armex_document *document, const char *with)
{
    const size_t length = strlen(with);
    return document->length >= length && memcmp(document->bytes, with, length) == 0;
}

static bool is_rich_text(const struct armex_document *document)
{
    return begins(document, "{\\rtf");
}

/* "Supplier/ ... recipient (R)": a heading over columns set by tabs. */
static bool is_report(const struct armex_document *document)
{
    const char supplier[] = "Supplier/", recipient[] = "recipient (R)";
    const size_t heading = 400;
    const size_t n = document->length < heading ? document->length : heading;
    return memmem(document->bytes, n, supplier, strlen(supplier)) &&
           memmem(document->bytes, n, recipient, strlen(recipient));
}

static bool has_columns(const struct armex_document *document, const char *const *names,
                        size_t n)
{
    struct armex_page *page = armex_page_glance(document);
    const bool found = page && armex_page_header(page, names, n) < page->n_rows;

    armex_page_close(page);
    return found;
}

static bool is_old_register(const struct armex_document *document)
{
    static const char *const names[] = {"Supplier", "Recipient", "No. delivered",
                                        "Year(s) of deliveries"};
    return has_columns(document, names, 4);
}

static bool is_by_seller(const struct armex_document *document)
{
    static const char *const names[] = {"buyercod", "sellercod", "tivdel"};
    return has_columns(document, names, 3);
}

static const struct {
    bool (*is)(const struct armex_document *document);
    const char *reason;
} refused[] = {
    {is_rich_text, "this is rich text for a word processor (RTF), and not a table"},
    {is_report,
     "this report of SIPRI's old site lists deals and gives no volume (TIV)"},
    {is_old_register,
     "this register of SIPRI's old site lists deals and gives no volume (TIV)"},
    {is_by_seller, "this list of SIPRI's old site gives the volume of each deal (TIV) "
                   "without a year"},
};
enum { REFUSED = sizeof refused / sizeof *refused };

/** Which of them it is; REFUSED if none. */
static size_t find(const struct armex_document *document)
{
    size_t i = 0;

    while (i < REFUSED && !refused[i].is(document))
        i++;
    return i;
}

static bool recognise(const struct armex_document *document)
{
    return find(document) < REFUSED;
}

static armex_status read(struct armex_vintage **out,
                         const struct armex_document *document,
                         const struct armex_ingest_options *options,
                         struct armex_error *error)
{
    const size_t i = find(document);

    (void)options;
    *out = NULL;
    return armex_fail(
        error, ARMEX_BAD_INPUT, (struct armex_place){document->path, 0, 0},
        "%s; take the register as csv from "
        "www.sipri.org/databases/armstransfers",
        i < REFUSED ? refused[i].reason : "this is none of SIPRI's old registers");
}

const struct armex_source armex_source_sipri_refused = {
    .name = "sipri-old",
    .credit = "SIPRI's old registers, which give no volume by year: says what to take",
    .recognise = recognise,
    .read = read,
};
