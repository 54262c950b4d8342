/** report/fingerprint.c: one hash over all that decides the bytes of a report. */
#include <stdio.h>
#include <stdlib.h>

#include "base/file.h"
#include "render/render.h"
#include "report/manifest.h"

static armex_status add_answers(struct armex_text *all,
                                const struct armex_contents *contents,
                                struct armex_error *error)
{
    const struct armex_render_options options = {0};
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < armex_answers_count(contents->answers); i++)
        status = armex_render(all, armex_answers_at(contents->answers, i),
                              ARMEX_FORMAT_JSON, &options, error);
    return status;
}

/* The look of the charts: every template, by name and hash. */
static armex_status add_templates(struct armex_text *all, const char *plots,
                                  struct armex_error *error)
{
    char **names = NULL, sha256[ARMEX_SHA256_SIZE], *path;
    size_t n = 0;
    armex_status status = armex_folder_list(&names, &n, plots, ".gp", error);

    for (size_t i = 0; !status && i < n; i++) {
        if (asprintf(&path, "%s/%s", plots, names[i]) < 0) {
            status = armex_fail_memory(error);
            break;
        }
        status = armex_sha256_file(sha256, path, error);
        armex_text_printf(all, "%s %s\n", names[i], sha256);
        free(path);
    }
    free(names);
    return status;
}

armex_status armex_fingerprint(char out[ARMEX_SHA256_SIZE],
                               const struct armex_contents *contents,
                               const struct armex_report_request *request,
                               struct armex_error *error)
{
    struct armex_text all = {0};
    armex_status status = ARMEX_OK;

    armex_text_printf(&all, "%s\n%s\n", request->version ? request->version : "",
                      contents->spec->sha256);
    for (size_t i = 0; i < contents->spec->n_settings; i++)
        armex_text_printf(&all, "%s=%s\n", contents->spec->settings[i].name,
                          contents->spec->settings[i].value);
    armex_report_formats_write(&all, &contents->formats);
    status = add_answers(&all, contents, error);
    if (!status && request->tools && request->tools->plots)
        status = add_templates(&all, request->tools->plots, error);
    if (!status && all.failed)
        status = armex_fail_memory(error);
    if (!status)
        armex_sha256(out, all.data, all.length);
    armex_text_free(&all);
    return status;
}
