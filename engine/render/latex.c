/** render/latex.c: a table for LaTeX with the package booktabs. */
#include "render/formats.h"

#include <string.h>

#include "render/markup.h"

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

static void add_head(struct armex_text *out, const struct armex_view *view)
{
    armex_text_add(out, "\\begin{table}\n\\centering\n");
    if (*view->table->title) {
        armex_text_add(out, "\\caption{");
        armex_markup_words(out, view->table->title, armex_latex_text);
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

static void add_row(struct armex_text *out, const struct armex_view *view, size_t row)
{
    for (size_t i = 0; i < view->n; i++) {
        armex_text_add(out, i ? " & " : "");
        armex_markup_cell(out, view, row, i, armex_latex_text);
    }
    armex_text_add(out, " \\\\\n");
}

static void add_foot(struct armex_text *out, const struct armex_notes *notes)
{
    armex_text_add(out, "\\bottomrule\n\\end{tabular}\n");
    for (size_t i = 0; i < notes->n_notes; i++) {
        armex_text_add(out, "\\par\\smallskip{\\footnotesize Note: ");
        armex_markup_words(out, notes->notes[i], armex_latex_text);
        armex_text_add(out, "}\n");
    }
    for (size_t i = 0; i < notes->n_sources; i++) {
        armex_text_add(out, "\\par\\smallskip{\\footnotesize Source: ");
        armex_markup_source(out, &notes->sources[i], armex_latex_text);
        armex_text_add(out, "}\n");
    }
    armex_text_add(out, "\\end{table}\n");
}

void armex_render_latex(struct armex_text *out, const struct armex_view *view)
{
    add_head(out, view);
    for (size_t row = 0; row < view->table->n_rows && !out->failed; row++)
        add_row(out, view, row);
    add_foot(out, &view->table->notes);
}
