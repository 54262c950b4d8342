/** report/report.c: from a specification to a folder. */
#include "report/report.h"

#include <stdlib.h>
#include <string.h>

#include "report/contents.h"
#include "report/desk.h"
#include "report/folder.h"
#include "report/manifest.h"
#include "report/markdown.h"
#include "report/page.h"
#include "report/pdf.h"
#include "report/print.h"

enum { FILES_OF_CHART = 4, FILES_OF_REPORT = 4 };

/* The files to be, sorted by path; the texts hold what is made for them. */
struct output {
    struct armex_artefact *files;
    size_t n;
    struct armex_text page, markdown, document, pdf, manifest;
};

static void output_free(struct output *output)
{
    free(output->files);
    armex_text_free(&output->page);
    armex_text_free(&output->markdown);
    armex_text_free(&output->document);
    armex_text_free(&output->pdf);
    armex_text_free(&output->manifest);
}

static bool add_file(struct output *output, struct armex_contents *contents,
                     const char *folder, const char *id, const char *suffix,
                     const struct armex_text *bytes)
{
    const char *path =
        armex_arena_printf(contents->arena, "%s%s%s", folder, id, suffix);
    output->files[output->n++] =
        (struct armex_artefact){path, bytes->data ? bytes->data : "", bytes->length};
    return path != NULL;
}

static bool add_picture(struct output *output, struct armex_contents *contents,
                        const struct armex_exhibit *exhibit, enum armex_picture picture,
                        const char *suffix)
{
    const struct armex_text *bytes = &exhibit->pictures[picture];
    return !bytes->length ||
           add_file(output, contents, "charts/", exhibit->item->id, suffix, bytes);
}

static bool add_exhibit(struct output *output, struct armex_contents *contents,
                        const struct armex_exhibit *exhibit)
{
    const char *id = exhibit->item->id;

    return add_picture(output, contents, exhibit, ARMEX_PICTURE_SVG, ".svg") &&
           add_picture(output, contents, exhibit, ARMEX_PICTURE_PNG, ".png") &&
           add_picture(output, contents, exhibit, ARMEX_PICTURE_PDF, ".pdf") &&
           (!exhibit->table ||
            add_file(output, contents, "tables/", id, ".csv", &exhibit->csv));
}

static int by_path(const void *a, const void *b)
{
    const struct armex_artefact *first = a, *second = b;
    return strcmp(first->path, second->path);
}

/* The page in all its forms. */
static armex_status write_pages(struct output *output, struct armex_contents *contents,
                                const struct armex_report_request *request,
                                struct armex_error *error)
{
    const struct armex_report_formats *formats = &contents->formats;
    armex_status status =
        formats->html ? armex_page_write(&output->page, contents, request, error)
                      : ARMEX_OK;

    if (!status && formats->markdown)
        status = armex_report_markdown(&output->markdown, contents, request, error);
    if (!status && formats->pdf)
        status = armex_report_print(&output->document, contents, request, error);
    if (!status && formats->pdf)
        status = armex_pdf_make(&output->pdf, &output->document, request->pdf_program,
                                error);
    return status;
}

/* All but the manifest, sorted by path. false: no memory. */
static bool list_files(struct output *output, struct armex_contents *contents)
{
    const struct armex_report_formats *formats = &contents->formats;
    bool whole = true;

    if (formats->html)
        whole = add_file(output, contents, "", "index.html", "", &output->page);
    if (formats->markdown)
        whole =
            whole && add_file(output, contents, "", "report.md", "", &output->markdown);
    if (formats->pdf)
        whole = whole && add_file(output, contents, "", "report.pdf", "", &output->pdf);
    for (size_t i = 0; whole && i < contents->n_exhibits; i++)
        whole = add_exhibit(output, contents, &contents->exhibits[i]);
    qsort(output->files, output->n, sizeof *output->files, by_path);
    return whole;
}

static armex_status make_output(struct output *output, struct armex_contents *contents,
                                const struct armex_report_request *request,
                                const char *fingerprint, struct armex_error *error)
{
    output->files = calloc(contents->n_exhibits * FILES_OF_CHART + FILES_OF_REPORT,
                           sizeof *output->files);
    if (!output->files)
        return armex_fail_memory(error);
    armex_status status = write_pages(output, contents, request, error);
    if (!status && !list_files(output, contents))
        status = armex_fail_memory(error);
    if (!status)
        status = armex_manifest_write(&output->manifest, contents, request, fingerprint,
                                      output->files, output->n, error);
    if (!status &&
        !add_file(output, contents, "", "manifest.json", "", &output->manifest))
        status = armex_fail_memory(error);
    return status;
}

static armex_status build(struct armex_contents *contents, struct armex_folder *folder,
                          const struct armex_report_request *request,
                          const char *fingerprint, struct armex_desk *desk,
                          struct armex_error *error)
{
    struct output output = {0};
    armex_status status =
        contents->formats.html ? armex_page_prepare(contents, error) : ARMEX_OK;

    if (!status)
        status = armex_contents_draw(contents, desk, error);
    if (!status)
        status = make_output(&output, contents, request, fingerprint, error);
    if (!status)
        status = armex_folder_fill(folder, output.files, output.n, error);
    output_free(&output);
    return status;
}

static const char *first_shown(const struct armex_report_formats *formats)
{
    return formats->html       ? "index.html"
           : formats->pdf      ? "report.pdf"
           : formats->markdown ? "report.md"
                               : "manifest.json";
}

static void tell(struct armex_report_outcome *outcome,
                 const struct armex_contents *contents, bool written)
{
    *outcome = (struct armex_report_outcome){.written = written,
                                             .left_out = contents->left_out.n_notes};
    for (size_t i = 0; i < contents->n_exhibits; i++) {
        outcome->charts += contents->exhibits[i].item->kind == ARMEX_CHART;
        outcome->tables += contents->exhibits[i].table != NULL;
    }
    outcome->shows = first_shown(&contents->formats);
    outcome->no_pdf = contents->formats.pdf_missing;
    outcome->no_png = contents->formats.png_missing && outcome->charts > 0;
}

/* Checks first, where that is asked for, and builds where it must. */
static armex_status bring_up_to_date(struct armex_report_outcome *outcome,
                                     struct armex_contents *contents,
                                     const struct armex_report_request *request,
                                     struct armex_desk *desk, struct armex_error *error)
{
    char fingerprint[ARMEX_SHA256_SIZE];
    struct armex_folder *folder = NULL;
    struct armex_error stale;
    armex_status status = armex_fingerprint(fingerprint, contents, request, error);
    bool current = false;

    if (!status && request->check) {
        status = armex_manifest_check(request->folder, fingerprint, error);
        tell(outcome, contents, false);
        return status;
    }
    if (!status)
        status = armex_folder_open(&folder, request->folder, error);
    if (!status && request->if_changed)
        current =
            armex_manifest_check(request->folder, fingerprint, &stale) == ARMEX_OK;
    if (!status && !current)
        status = armex_since_find(contents, request->folder, fingerprint, error);
    if (!status && !current)
        status = build(contents, folder, request, fingerprint, desk, error);
    armex_folder_close(folder);
    tell(outcome, contents, !status && !current);
    return status;
}

armex_status armex_report(struct armex_report_outcome *outcome,
                          const struct armex_store *store,
                          const struct armex_report_request *request,
                          struct armex_error *error)
{
    struct armex_report_outcome unasked;
    struct armex_contents *contents = NULL;
    struct armex_spec *spec = NULL;
    struct armex_desk desk = {0};
    armex_status status =
        armex_spec_read_with(&spec, request->spec, &request->settings, error);

    if (!outcome)
        outcome = &unasked;
    *outcome = (struct armex_report_outcome){0};
    if (!status)
        armex_desk_begin(&desk, spec, request);
    if (!status)
        status = armex_contents_gather(&contents, spec, store, request, &desk, error);
    if (!status)
        status = bring_up_to_date(outcome, contents, request, &desk, error);
    armex_desk_end(&desk);
    armex_contents_free(contents);
    armex_spec_free(spec);
    return status;
}
