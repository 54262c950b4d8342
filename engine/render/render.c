/** render/render.c: which format is written by whom. */
#include "render/render.h"

#include "render/formats.h"

static const char *const names[] = {
    [ARMEX_FORMAT_TEXT] = "text",   [ARMEX_FORMAT_CSV] = "csv",
    [ARMEX_FORMAT_JSON] = "json",   [ARMEX_FORMAT_MARKDOWN] = "markdown",
    [ARMEX_FORMAT_LATEX] = "latex",
};

enum { FORMATS = sizeof names / sizeof *names };

bool armex_format_parse(enum armex_format *out, const char *text, size_t length)
{
    const size_t i = armex_word_index(names, FORMATS, text, length);
    if (i < FORMATS)
        *out = (enum armex_format)i;
    return i < FORMATS;
}

static armex_status render_for_people(struct armex_text *out,
                                      const struct armex_table *table,
                                      enum armex_format format, size_t width,
                                      struct armex_error *error)
{
    struct armex_view view;
    armex_status status = armex_view_begin(&view, table, error);

    if (status)
        return status;
    if (format == ARMEX_FORMAT_MARKDOWN)
        armex_render_markdown(out, &view);
    else if (format == ARMEX_FORMAT_LATEX)
        armex_render_latex(out, &view);
    else
        status = armex_render_terminal(out, &view, width, error);
    armex_view_end(&view);
    return status;
}

armex_status armex_render(struct armex_text *out, const struct armex_table *table,
                          enum armex_format format,
                          const struct armex_render_options *options,
                          struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    if (format == ARMEX_FORMAT_CSV)
        armex_render_csv(out, table);
    else if (format == ARMEX_FORMAT_JSON)
        armex_render_json(out, table, options);
    else
        status = render_for_people(out, table, format, options->width, error);
    return !status && out->failed ? armex_fail_memory(error) : status;
}
