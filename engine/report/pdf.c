/** report/pdf.c: a document for paper becomes a PDF, by armex-paint. */
#include "report/pdf.h"

#include <stdlib.h>
#include <string.h>

#include "chart/child.h"

enum { SECONDS = 60, LARGEST = 1 << 30 };

static const char *name_of(const char *program)
{
    return program ? program : "armex-paint";
}

bool armex_pdf_there(const char *program)
{
    char path[ARMEX_CHILD_PATH];

    return armex_child_find(path, name_of(program));
}

/* Whole from its head to its end, or not handed on. */
static armex_status check(const struct armex_child *child, struct armex_error *error)
{
    static const char head[] = "%PDF-", end[] = "%%EOF\n";
    const struct armex_text *pdf = &child->said;

    if (child->late)
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE,
                          "armex-paint did not end within %d seconds", SECONDS);
    if (pdf->failed)
        return armex_fail_memory(error);
    if (!armex_child_succeeded(child) || pdf->length < sizeof head + sizeof end ||
        memcmp(pdf->data, head, sizeof head - 1) != 0 ||
        memcmp(pdf->data + pdf->length - (sizeof end - 1), end, sizeof end - 1) != 0)
        return armex_fail(error, ARMEX_IO, ARMEX_NOWHERE,
                          "armex-paint failed and made no whole PDF");
    return ARMEX_OK;
}

armex_status armex_pdf_make(struct armex_text *out, const struct armex_text *document,
                            const char *program, struct armex_error *error)
{
    const char *const argv[] = {name_of(program), "pdf", NULL};
    struct armex_child child, *one = &child;
    armex_status status = armex_child_start(&child, argv, 1, error);

    if (status == ARMEX_UNAVAILABLE)
        return armex_fail(
            error, status, ARMEX_NOWHERE,
            "armex-paint is missing, which writes the PDF: it is built and "
            "installed with armex where libpango1.0-dev and libdeflate-dev are");
    if (status)
        return status;
    child.most = LARGEST;
    child.feed = document->data ? document->data : "";
    child.left = document->length;
    armex_children_finish(&one, 1, SECONDS);
    status = check(&child, error);
    if (!status)
        armex_text_add_bytes(out, child.said.data, child.said.length);
    armex_child_end(&child);
    return !status && out->failed ? armex_fail_memory(error) : status;
}
