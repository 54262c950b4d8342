/** report/page_sources.c: where every figure comes from, and how the page was made. */
#include "report/columns.h"
#include "report/page_parts.h"

enum { NOTES_SHOWN = 3, HASH_SHOWN = 12 };

static void add_links(struct armex_text *out, const struct armex_contents *contents,
                      const struct armex_notes *notes)
{
    char date[ARMEX_DATE_SIZE];

    armex_text_add(out, "<p class=\"src\">Source: ");
    for (size_t i = 0; i < notes->n_sources; i++) {
        const size_t n = armex_contents_source(contents, &notes->sources[i]);
        armex_date_for_people(date, notes->sources[i].vintage);
        armex_html(out, "%s<a href=\"#source-%zu\">%s, %s</a> (%s)", i ? "; " : "", n,
                   notes->sources[i].publisher, notes->sources[i].title, date);
    }
    armex_text_add(out, ".</p>");
}

void armex_page_notes(struct armex_text *out, const struct armex_table *table)
{
    const struct armex_notes *notes = &table->notes;
    const bool folded = notes->n_notes > NOTES_SHOWN;

    if (folded)
        armex_html(out, "<details><summary>%zu notes</summary>", notes->n_notes);
    for (size_t i = 0; i < notes->n_notes; i++)
        armex_html(out, "<p>%s</p>", notes->notes[i]);
    if (folded)
        armex_text_add(out, "</details>");
}

void armex_page_origin(struct armex_text *out, const struct armex_contents *contents,
                       const struct armex_table *table)
{
    if (table->notes.n_sources)
        add_links(out, contents, &table->notes);
}

static void add_cell(struct armex_text *out, const char *label, const char *text)
{
    armex_html(out, "<td role=\"cell\" data-l=\"%s\">%s</td>", label,
               text && *text ? text : "not stated");
}

static void add_source(struct armex_text *out, const struct armex_provenance *source,
                       size_t number)
{
    char date[ARMEX_DATE_SIZE];

    armex_html(
        out,
        "<tr id=\"source-%zu\" role=\"row\"><th scope=\"row\" role=\"rowheader\">"
        "%zu&ensp;",
        number, number);
    if (armex_is_address(source->url))
        armex_html(out, "<a href=\"%s\" rel=\"noreferrer\">%s</a>", source->url,
                   source->title);
    else
        armex_html(out, "%s", source->title);
    armex_html(out, "<br><code>%s</code></th>", source->dataset);
    add_cell(out, "Publisher", source->publisher);
    armex_date_for_people(date, source->vintage);
    add_cell(out, "Vintage", date);
    armex_text_add(out, "<td role=\"cell\" data-l=\"SHA-256\"><code>");
    for (size_t i = 0; i < HASH_SHOWN && source->sha256[i]; i++)
        armex_text_add_bytes(out, source->sha256 + i, 1);
    armex_text_add(out, "</code></td>");
    add_cell(out, "Licence", source->licence);
    armex_text_add(out, "</tr>\n");
}

void armex_page_sources(struct armex_text *out, const struct armex_contents *contents)
{
    static const char *const titles[] = {"Title, dataset", "Publisher", "Vintage",
                                         "SHA-256", "Licence"};
    const struct armex_notes *sources = &contents->sources;

    armex_text_add(
        out, "\n<section id=\"sources\" aria-labelledby=\"h-sources\">"
             "<h2 id=\"h-sources\">Sources</h2>\n<table class=\"srcs\" role=\"table\">"
             "<caption>Inputs of this page. The hash is the start of the publisher’s "
             "file’s SHA-256; the manifest has it whole.</caption>\n"
             "<thead role=\"rowgroup\"><tr role=\"row\">");
    for (size_t i = 0; i < sizeof titles / sizeof *titles; i++)
        armex_html(out, "<th scope=\"col\" role=\"columnheader\">%s</th>", titles[i]);
    armex_text_add(out, "</tr></thead>\n<tbody role=\"rowgroup\">\n");
    for (size_t i = 0; i < sources->n_sources; i++)
        add_source(out, &sources->sources[i], i + 1);
    armex_text_add(out, "</tbody></table></section>\n");
}

static void add_row(struct armex_text *out, const char *name, const char *code)
{
    if (code && *code)
        armex_html(out, "<dt>%s</dt><dd><code>%s</code></dd>\n", name, code);
}

void armex_page_footer(struct armex_text *out, const struct armex_contents *contents,
                       const struct armex_report_request *request)
{
    armex_text_add(out, "<footer id=\"provenance\"><h2 class=\"vh\">Provenance</h2>"
                        "<dl>\n");
    add_row(out, "Command", request->command);
    add_row(out, "Program", request->version);
    add_row(out, "Specification", contents->spec->name);
    add_row(out, "its SHA-256", contents->spec->sha256);
    armex_text_add(out, "<dt>Manifest</dt><dd><a href=\"manifest.json\">manifest.json"
                        "</a>: every input and file with its whole hash</dd>\n");
    if (contents->formats.pdf)
        armex_text_add(out, "<dt>On paper</dt><dd><a href=\"report.pdf\">report.pdf"
                            "</a></dd>\n");
    armex_text_add(out, "</dl></footer>\n");
}
