/** report/press/main.c: armex-paint: a document from standard input becomes a PDF on
 *  standard output, pictures become PNG. */
#include <cairo-pdf.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/text.h"
#include "chart/paint/jobs.h"
#include "report/press/catalog.h"
#include "report/press/flow.h"

enum { LARGEST = 1 << 30, MAPPED = 1 << 25, KEPT = 1 << 28 };
enum { WRONG_USAGE = 64, WRONG_DATA = 65, NO_MEMORY = 70, CANNOT_WRITE = 74 };

static cairo_status_t keep(void *pdf, const unsigned char *bytes, unsigned length)
{
    struct armex_text *out = pdf;
    armex_text_add_bytes(out, (const char *)bytes, length);
    return out->failed ? CAIRO_STATUS_NO_MEMORY : CAIRO_STATUS_SUCCESS;
}

static armex_status print(struct armex_text *pdf, struct press_document *document,
                          struct armex_error *error)
{
    cairo_surface_t *surface = cairo_pdf_surface_create_for_stream(
        keep, pdf, PRESS_PAGE_WIDTH, PRESS_PAGE_HEIGHT);

    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_5);
    /* cairo would say the hour; press_catalog() says what there is to say. */
    cairo_pdf_surface_set_metadata(surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                   "2000-01-01T00:00:00Z");
    armex_status status = press_flow(surface, document, error);
    cairo_surface_finish(surface);
    const cairo_status_t met = cairo_surface_status(surface);
    cairo_surface_destroy(surface);
    if (!status && met)
        status = armex_fail(error, ARMEX_BUG, ARMEX_NOWHERE, "cairo: %s",
                            cairo_status_to_string(met));
    if (!status)
        status = press_catalog(pdf, document, error);
    return status;
}

static armex_status print_document(struct armex_text *pdf, struct armex_error *error)
{
    struct press_document document = {0};
    char *bytes = NULL;
    size_t length = 0;
    armex_status status = armex_file_read(&bytes, &length, "-", LARGEST, error);

    if (!status)
        status = press_document_read(&document, bytes, length, error);
    if (!status)
        status = print(pdf, &document, error);
    press_document_free(&document);
    free(bytes);
    return status;
}

static int exit_code(armex_status status)
{
    if (!status)
        return 0;
    if (status == ARMEX_BAD_INPUT)
        return WRONG_DATA;
    if (status == ARMEX_USAGE)
        return WRONG_USAGE;
    return status == ARMEX_IO ? CANNOT_WRITE : NO_MEMORY;
}

static armex_status make(struct armex_text *out, const char *what, const char *threads,
                         struct armex_error *error)
{
    if (what && !threads && !strcmp(what, "pdf"))
        return print_document(out, error);
    if (what && threads && !strcmp(what, "png"))
        return paint_jobs(out, !strcmp(threads, "2"), error);
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "usage: armex-paint pdf, or armex-paint png 1|2");
}

int main(int argc, char **argv)
{
    struct armex_text out = {0};
    struct armex_error error;

    mallopt(M_MMAP_THRESHOLD, MAPPED); // one picture's memory is the next one's
    mallopt(M_TRIM_THRESHOLD, KEPT);
    armex_status status =
        make(&out, argc > 1 ? argv[1] : NULL, argc > 2 ? argv[2] : NULL, &error);

    if (!status && out.length > 0 &&
        (fwrite(out.data, 1, out.length, stdout) != out.length || fflush(stdout) != 0))
        status = armex_fail(&error, ARMEX_IO, ARMEX_NOWHERE, "cannot write");
    if (status)
        fprintf(stderr, "armex-paint: %s\n", error.message);
    armex_text_free(&out);
    _exit(exit_code(status)); // what fontconfig keeps is nobody's to free
}
