/** report/formats.c: which files a report is made of. */
#include "report/formats.h"

#include <string.h>

#include "report/pdf.h"

static const char *const pages[] = {"html", "pdf", "markdown", "files"};
static const char *const pictures[] = {"svg", "png", "pdf"};
enum { N_PAGES = 4, N_PICTURES = 3, HTML = 0, PDF, MARKDOWN, FILES };

static size_t find(const char *const *names, size_t n, const char *word, size_t length)
{
    return armex_word_index(names, n, word, length);
}

/* Marks what is named; all of it where nothing is. */
static void mark(bool *out, const char *const *names, size_t n,
                 const struct armex_labels *labels)
{
    for (size_t i = 0; i < n; i++)
        out[i] = labels->n == 0;
    for (size_t i = 0; i < labels->n; i++) {
        const char *word = labels->items[i].text;
        const size_t found = find(names, n, word, strlen(word));
        if (found < n)
            out[found] = true;
    }
}

/* "html,pdf": blanks around the words are fine. */
static armex_status mark_asked(bool out[N_PAGES], const char *list,
                               struct armex_error *error)
{
    memset(out, 0, N_PAGES * sizeof *out);
    while (*list) {
        list += strspn(list, ", ");
        const size_t length = strcspn(list, ", ");
        const size_t found = find(pages, N_PAGES, list, length);
        if (length && found == N_PAGES)
            return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                              "--formats: '%.*s' is none of html, pdf, markdown, files",
                              (int)length, list);
        if (length)
            out[found] = true;
        list += length;
    }
    return ARMEX_OK;
}

static int scale_of(const struct armex_spec *spec)
{
    return spec->png_scale.text && strcmp(spec->png_scale.text, "1") == 0 ? 1 : 2;
}

armex_status armex_report_formats(struct armex_report_formats *out,
                                  const struct armex_spec *spec,
                                  const struct armex_report_request *request,
                                  struct armex_error *error)
{
    const bool named = request->formats != NULL || spec->formats.n > 0;
    const bool painter = armex_pdf_there(request->pdf_program);
    const bool there = named || painter, painted = spec->chart_files.n > 0 || painter;
    bool page[N_PAGES], picture[N_PICTURES];
    armex_status status = ARMEX_OK;

    mark(page, pages, N_PAGES, &spec->formats);
    mark(picture, pictures, N_PICTURES, &spec->chart_files);
    if (request->formats)
        status = mark_asked(page, request->formats, error);
    *out = (struct armex_report_formats){.html = page[HTML] || !page[FILES],
                                         .pdf = page[PDF] && there,
                                         .pdf_missing = page[PDF] && !there,
                                         .markdown = page[MARKDOWN],
                                         .svg = picture[0],
                                         .png = picture[1] && painted,
                                         .png_missing = picture[1] && !painted,
                                         .png_scale = scale_of(spec),
                                         .chart_pdf = picture[2]};
    return status;
}

static armex_status check_words(const struct armex_labels *labels,
                                const char *const *names, size_t n,
                                struct armex_yaml *yaml)
{
    for (size_t i = 0; i < labels->n; i++) {
        const struct armex_label *label = &labels->items[i];
        if (find(names, n, label->text, strlen(label->text)) == n)
            return armex_yaml_unknown(yaml, label->place, "there is no format",
                                      label->text, names, n);
    }
    return ARMEX_OK;
}

armex_status armex_spec_check_formats(const struct armex_spec *spec,
                                      struct armex_yaml *yaml)
{
    const struct armex_label *scale = &spec->png_scale;
    armex_status status = check_words(&spec->formats, pages, N_PAGES, yaml);

    if (!status)
        status = check_words(&spec->chart_files, pictures, N_PICTURES, yaml);
    if (!status && scale->text && strcmp(scale->text, "1") != 0 &&
        strcmp(scale->text, "2") != 0)
        status = armex_yaml_fail(yaml, scale->place,
                                 "png-scale: '%s' is neither 1 nor 2", scale->text);
    return status;
}

void armex_report_formats_write(struct armex_text *out,
                                const struct armex_report_formats *formats)
{
    armex_text_printf(out, "%s%s%s, charts%s", formats->html ? "html" : "files",
                      formats->pdf ? " pdf" : "", formats->markdown ? " markdown" : "",
                      formats->svg ? " svg" : "");
    if (formats->png)
        armex_text_printf(out, " png@%d", formats->png_scale);
    armex_text_add(out, formats->chart_pdf ? " pdf\n" : "\n");
}
