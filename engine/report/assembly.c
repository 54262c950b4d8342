/** report/assembly.c: the folder of a report, put together while its charts are drawn.
 */
#include "report/assembly.h"

#include "report/manifest.h"
#include "report/markdown.h"
#include "report/page.h"
#include "report/pdf.h"
#include "report/print.h"

struct assembly {
    struct armex_contents *contents;
    struct armex_crate *crate;
    struct armex_page page;
    struct armex_text room; // for what is written next
    struct armex_error failed;
};

/* A file of a chart or table; `room` is free. */
static void put(struct assembly *assembly, const char *folder, const char *id,
                const char *suffix, const struct armex_text *bytes)
{
    struct armex_text *path = &assembly->room;

    path->length = 0;
    armex_text_printf(path, "%s/%s.%s", folder, id, suffix);
    if (path->failed || bytes->failed)
        armex_fail_memory(&assembly->failed);
    else
        armex_crate_put(assembly->crate, path->data, bytes->data ? bytes->data : "",
                        bytes->length);
}

static void put_tables(struct assembly *assembly)
{
    const struct armex_contents *contents = assembly->contents;

    for (size_t i = 0; i < contents->n_exhibits; i++) {
        const struct armex_exhibit *exhibit = &contents->exhibits[i];
        if (exhibit->table)
            put(assembly, "tables", exhibit->item->id, "csv", &exhibit->csv);
    }
}

/* What the page can say now goes into its file. */
static void go_on(struct assembly *assembly)
{
    struct armex_text *said = &assembly->room;

    if (!assembly->contents->formats.html || assembly->failed.status)
        return;
    said->length = 0;
    armex_page_go_on(said, &assembly->page, &assembly->failed);
    armex_crate_add(assembly->crate, said->data, said->length);
}

static void take_picture(void *context, struct armex_exhibit *exhibit,
                         enum armex_picture picture)
{
    static const char *const suffixes[ARMEX_PICTURES] = {[ARMEX_PICTURE_SVG] = "svg",
                                                         [ARMEX_PICTURE_PNG] = "png",
                                                         [ARMEX_PICTURE_PDF] = "pdf"};
    struct assembly *assembly = context;
    struct armex_text *bytes = &exhibit->pictures[picture];

    if (!suffixes[picture]) {
        go_on(assembly);
        return;
    }
    put(assembly, "charts", exhibit->item->id, suffixes[picture], bytes);
    armex_text_free(bytes);
}

static void put_whole(struct assembly *assembly, const char *path,
                      const struct armex_text *bytes)
{
    armex_crate_put(assembly->crate, path, bytes->data ? bytes->data : "",
                    bytes->length);
}

/* The page in its other forms. */
static armex_status put_others(struct assembly *assembly,
                               const struct armex_report_request *request,
                               struct armex_error *error)
{
    struct armex_contents *contents = assembly->contents;
    struct armex_text markdown = {0}, document = {0}, pdf = {0};
    armex_status status = ARMEX_OK;

    if (contents->formats.markdown) {
        status = armex_report_markdown(&markdown, contents, request, error);
        put_whole(assembly, "report.md", &markdown);
    }
    if (!status && contents->formats.pdf)
        status = armex_report_print(&document, contents, request, error);
    if (!status && contents->formats.pdf) {
        status = armex_pdf_make(&pdf, &document, request->pdf_program, error);
        put_whole(assembly, "report.pdf", &pdf);
    }
    armex_text_free(&markdown);
    armex_text_free(&document);
    armex_text_free(&pdf);
    return status;
}

static armex_status put_manifest(struct assembly *assembly, struct armex_text *manifest,
                                 struct armex_error *error)
{
    size_t n;
    const struct armex_artefact *files = armex_crate_files(assembly->crate, &n);

    armex_manifest_end(manifest, assembly->contents, files, n);
    if (manifest->failed)
        return armex_fail_memory(error);
    put_whole(assembly, "manifest.json", manifest);
    return ARMEX_OK;
}

/* The page begins while the first chart is drawn, and ends with the last. */
static armex_status draw(struct assembly *assembly, struct armex_desk *desk,
                         struct armex_error *error)
{
    const bool html = assembly->contents->formats.html;

    if (html)
        armex_crate_begin(assembly->crate, "index.html");
    go_on(assembly);
    const armex_status status =
        armex_contents_draw(assembly->contents, desk, take_picture, assembly, error);
    if (html)
        armex_crate_end(assembly->crate);
    if (!status && !assembly->failed.status && html && !assembly->page.done)
        armex_fail(&assembly->failed, ARMEX_BUG, ARMEX_NOWHERE,
                   "the page waits for a chart that nobody draws");
    if (!status && assembly->failed.status && error)
        *error = assembly->failed;
    return status ? status : assembly->failed.status;
}

static armex_status fill(struct assembly *assembly,
                         const struct armex_report_request *request,
                         const char *fingerprint, struct armex_desk *desk,
                         struct armex_error *error)
{
    struct armex_text manifest = {0};

    put_tables(assembly);
    armex_manifest_begin(&manifest, assembly->contents, request, fingerprint);
    armex_status status = draw(assembly, desk, error);
    if (!status)
        status = put_others(assembly, request, error);
    if (!status)
        status = put_manifest(assembly, &manifest, error);
    armex_text_free(&manifest);
    return status;
}

armex_status armex_assemble(struct armex_folder *folder,
                            struct armex_contents *contents,
                            const struct armex_report_request *request,
                            const char *fingerprint, struct armex_desk *desk,
                            struct armex_error *error)
{
    struct assembly assembly = {.contents = contents,
                                .page = {.contents = contents, .request = request}};
    armex_status status =
        contents->formats.html ? armex_page_prepare(contents, error) : ARMEX_OK;

    if (!status)
        status = armex_folder_begin(&assembly.crate, folder, error);
    if (!status)
        status = fill(&assembly, request, fingerprint, desk, error);
    if (!status)
        status = armex_folder_commit(folder, error);
    armex_text_free(&assembly.room);
    return status;
}
