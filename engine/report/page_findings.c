/** report/page_findings.c: what a reader should know, biggest first. */
#include <string.h>

#include "render/view.h"
#include "report/page_parts.h"

static const struct armex_section *section_of(const struct armex_spec *spec,
                                              const char *id)
{
    for (size_t i = 0; i < spec->n_sections; i++)
        if (strcmp(spec->sections[i].id, id) == 0)
            return &spec->sections[i];
    return NULL;
}

void armex_page_link_words(struct armex_text *out, struct armex_contents *contents,
                           const char *id)
{
    static const char *const names[] = {"Chart", "Table", "Changes", "Claim"};
    const struct armex_exhibit *exhibit = armex_contents_exhibit(contents, id);
    const struct armex_section *section = section_of(contents->spec, id);
    const char *heading = section && armex_contents_has(contents, section)
                              ? armex_contents_say(contents, &section->heading)
                              : NULL;

    if (exhibit)
        armex_text_add(out, names[exhibit->item->kind]);
    else if (heading)
        armex_text_add(out, heading);
    if (exhibit && exhibit->item->kind <= ARMEX_TABLE)
        armex_text_printf(out, " %zu", exhibit->number);
}

static void add_link(struct armex_text *out, struct armex_contents *contents,
                     const char *id)
{
    struct armex_text words = {0};

    armex_page_link_words(&words, contents, id);
    if (words.length)
        armex_html(out, "<a href=\"#%s\">%s</a>", id, words.data);
    out->failed = out->failed || words.failed;
    armex_text_free(&words);
}

static void add_sources(struct armex_text *out, const struct armex_contents *contents,
                        const struct armex_table *table)
{
    for (size_t i = 0; table && i < table->notes.n_sources; i++) {
        const size_t n = armex_contents_source(contents, &table->notes.sources[i]);
        armex_html(out, "<a href=\"#source-%zu\">Source %zu</a>", n, n);
    }
}

void armex_finding_number(struct armex_text *number, struct armex_text *unit,
                          const struct armex_report_figure *figure)
{
    const char *style = figure->rank ? "ordinal" : "number";

    armex_report_figure_write(number, figure, style, strlen(style));
    if (armex_view_is_fraction(figure->type))
        armex_text_add(number, "%");
    else
        armex_report_figure_unit(unit, figure);
}

static void add_big(struct armex_text *out, const struct armex_report_figure *figure,
                    const char *label)
{
    struct armex_text number = {0}, unit = {0};

    armex_finding_number(&number, &unit, figure);
    armex_html(out, "<div class=\"big\">%s<small>%s%s%s</small></div>",
               number.data ? number.data : "", unit.data ? unit.data : "",
               unit.length && label ? " " : "", label ? label : "");
    out->failed = out->failed || number.failed || unit.failed;
    armex_text_free(&number);
    armex_text_free(&unit);
}

/* NULL when its guard does not hold or a figure is missing: then it is not true now. */
const char *armex_finding_words(struct armex_contents *contents,
                                const struct armex_finding *finding)
{
    if (armex_report_figure_missing(&contents->figures.items[finding->figure.index]))
        return NULL;
    if (armex_conditions_hold(&finding->when, &contents->figures))
        return armex_contents_say(contents, &finding->words);
    armex_notes_add(&contents->left_out, contents->arena, NULL,
                    "%s:%zu:%zu: left out, for its condition does not hold",
                    contents->spec->name, finding->place.line, finding->place.column);
    return NULL;
}

static void add_finding(struct armex_text *out, struct armex_contents *contents,
                        const struct armex_finding *finding, const char *words)
{
    const struct armex_report_figure *figure =
        &contents->figures.items[finding->figure.index];

    armex_text_add(out, "<li>");
    add_big(out, figure, armex_contents_say(contents, &finding->label));
    armex_html(out, "<p>%s</p><p class=\"to\">", words);
    for (size_t i = 0; i < finding->see.n; i++)
        add_link(out, contents, finding->see.items[i].text);
    add_sources(out, contents, figure->table);
    armex_text_add(out, "</p></li>\n");
}

bool armex_page_has_findings(struct armex_contents *contents)
{
    for (size_t i = 0; i < contents->spec->n_findings; i++)
        if (armex_finding_words(contents, &contents->spec->findings[i]))
            return true;
    return false;
}

void armex_page_findings(struct armex_text *out, struct armex_contents *contents)
{
    const struct armex_spec *spec = contents->spec;

    if (!armex_page_has_findings(contents))
        return;
    armex_text_add(out,
                   "<section id=\"findings\" aria-labelledby=\"h-findings\">"
                   "<h2 id=\"h-findings\">Key findings</h2>\n<ol class=\"keys\">\n");
    for (size_t i = 0; i < spec->n_findings; i++) {
        const char *words = armex_finding_words(contents, &spec->findings[i]);
        if (words)
            add_finding(out, contents, &spec->findings[i], words);
    }
    armex_text_add(out, "</ol></section>\n");
}
