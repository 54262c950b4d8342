/** report/report.c: from a specification to a folder. */
#include "report/report.h"

#include "report/assembly.h"
#include "report/contents.h"
#include "report/desk.h"
#include "report/folder.h"
#include "report/manifest.h"

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
        status = armex_assemble(folder, contents, request, fingerprint, desk, error);
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
