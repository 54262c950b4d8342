/** render/latex.c: a table for LaTeX with the package booktabs. */
#include "render/formats.h"

#include <string.h>

/* What TeX would act on, and what sets it as it stands. '[' and '*' are there because
   they would be arguments of the line's end before them; '"' because babel makes it
   active; the last ones because pdflatex does not know the characters. */
static const struct escape {
    const char *plain, *safe;
} escapes[] = {
    {"\\", "\\textbackslash{}"},
    {"{", "\\{"},
    {"}", "\\}"},
    {"$", "\\$"},
    {"&", "\\&"},
    {"#", "\\#"},
    {"%", "\\%"},
    {"_", "\\_"},
    {"~", "\\textasciitilde{}"},
    {"^", "\\textasciicircum{}"},
    {"<", "\\textless{}"},
    {">", "\\textgreater{}"},
    {"|", "\\textbar{}"},
    {"\"", "\\char34{}"},
    {"[", "{[}"},
    {"]", "{]}"},
    {"*", "{*}"},
    {"\u2212", "$-$"},
    {"\u2013", "--"},
    {"\ufffd", "?"},
};

static const struct escape *escape_at(const char *text)
{
    for (size_t i = 0; i < sizeof escapes / sizeof *escapes; i++)
        if (strncmp(text, escapes[i].plain, strlen(escapes[i].plain)) == 0)
            return &escapes[i];
    return NULL;
}

void armex_latex_text(struct armex_text *out, const char *text)
{
    while (*text) {
        const struct escape *escape = escape_at(text);
        if (escape)
            armex_text_add(out, escape->safe);
        else
            armex_text_add_bytes(out, text, 1);
        text += escape ? strlen(escape->plain) : 1;
    }
}

static void add_clean(struct armex_text *out, const char *text)
{
    struct armex_text clean = {0};
    armex_text_add(&clean, "");
    armex_view_clean(&clean, text);
    if (!clean.failed)
        armex_latex_text(out, clean.data);
    out->failed = out->failed || clean.failed;
    armex_text_free(&clean);
}

static void add_head(struct armex_text *out, const struct armex_view *view)
{
    armex_text_add(out, "\\begin{table}\n\\centering\n");
    if (*view->table->title) {
        armex_text_add(out, "\\caption{");
        add_clean(out, view->table->title);
        armex_text_add(out, "}\n");
    }
    armex_text_add(out, "\\begin{tabular}{");
    for (size_t i = 0; i < view->n; i++)
        armex_text_add(out, view->columns[i].right ? "r" : "l");
    armex_text_add(out, "}\n\\toprule\n");
    for (size_t i = 0; i < view->n; i++) {
        armex_text_add(out, i ? " & " : "");
        armex_latex_text(out, view->columns[i].header);
    }
    armex_text_add(out, " \\\\\n\\midrule\n");
}

static void add_row(struct armex_text *out, const struct armex_view *view, size_t row,
                    struct armex_text *cell)
{
    for (size_t i = 0; i < view->n; i++) {
        cell->length = 0;
        armex_text_add(cell, "");
        armex_view_cell(cell, view, row, i);
        armex_text_add(out, i ? " & " : "");
        if (!cell->failed)
            armex_latex_text(out, cell->data);
    }
    armex_text_add(out, " \\\\\n");
}

static void add_foot(struct armex_text *out, const struct armex_notes *notes)
{
    armex_text_add(out, "\\bottomrule\n\\end{tabular}\n");
    for (size_t i = 0; i < notes->n_notes; i++) {
        armex_text_add(out, "\\par\\smallskip{\\footnotesize Note: ");
        add_clean(out, notes->notes[i]);
        armex_text_add(out, "}\n");
    }
    for (size_t i = 0; i < notes->n_sources; i++) {
        struct armex_text source = {0};
        armex_view_source(&source, &notes->sources[i]);
        armex_text_add(out, "\\par\\smallskip{\\footnotesize Source: ");
        if (!source.failed)
            armex_latex_text(out, source.data);
        armex_text_add(out, "}\n");
        out->failed = out->failed || source.failed;
        armex_text_free(&source);
    }
    armex_text_add(out, "\\end{table}\n");
}

void armex_render_latex(struct armex_text *out, const struct armex_view *view)
{
    struct armex_text cell = {0};

    add_head(out, view);
    for (size_t row = 0; row < view->table->n_rows && !out->failed; row++)
        add_row(out, view, row, &cell);
    add_foot(out, &view->table->notes);
    out->failed = out->failed || cell.failed;
    armex_text_free(&cell);
}
