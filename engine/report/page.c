/** report/page.c: the page from top to bottom. */
#include "report/page.h"

#include <string.h>

#include "report/page_parts.h"

/* The title as a string of CSS: everything that is no letter, digit or blank of ASCII
 * is written as its number, so that no title can end the string or the style. */
static void add_css_string(struct armex_text *out, const char *text)
{
    const char *end = text + strlen(text);

    armex_text_add(out, "\"");
    while (text < end) {
        const unsigned c = armex_utf8_next(&text, end);
        const char letter = (char)c;
        const bool plain = c == ' ' || (c >= '0' && c <= '9') ||
                           (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
        if (plain)
            armex_text_add_bytes(out, &letter, 1);
        else
            armex_text_printf(out, "\\%x ", c);
    }
    armex_text_add(out, "\"");
}

static void add_print_rule(struct armex_text *out, const char *title)
{
    static const char font[] = ";font:8pt Inter,\"Liberation Sans\",sans-serif;"
                               "color:#5b6670}";

    armex_text_add(out, "@page{size:A4;margin:17mm 16mm 18mm;@bottom-left{content:");
    add_css_string(out, title);
    armex_text_add(out, font);
    armex_text_add(out, "@bottom-right{content:counter(page) \" / \" counter(pages)");
    armex_text_add(out, font);
    armex_text_add(out, "}\n");
}

/* What `armex explain` reads. */
static void add_origin(struct armex_text *out, const struct armex_contents *contents,
                       const struct armex_report_request *request)
{
    const struct armex_notes *sources = &contents->sources;
    char vintage[ARMEX_DATE_SIZE];

    armex_html(out, "<meta name=\"generator\" content=\"armex %s\">\n",
               request->version ? request->version : "");
    armex_html(out, "<meta name=\"dcterms.provenance\" content=\"%s\">\n",
               request->command ? request->command : "");
    armex_text_add(out, "<meta name=\"dcterms.source\" content=\"");
    for (size_t i = 0; i < sources->n_sources; i++) {
        armex_date_write(vintage, sources->sources[i].vintage);
        armex_html(out, "%s%s %s sha256:%s", i ? "; " : "", sources->sources[i].dataset,
                   vintage, sources->sources[i].sha256);
    }
    armex_text_add(out, "\">\n");
}

static void add_head(struct armex_text *out, struct armex_contents *contents,
                     const struct armex_report_request *request)
{
    const struct armex_spec *spec = contents->spec;
    const char *standfirst = armex_contents_say_first(contents, &spec->standfirst);

    armex_html(
        out, "<!doctype html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
        spec->language);
    armex_page_policy(out);
    armex_text_add(
        out, "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
             "<meta name=\"color-scheme\" content=\"light dark\">\n"
             "<meta name=\"referrer\" content=\"no-referrer\">\n");
    if (standfirst)
        armex_html(out, "<meta name=\"description\" content=\"%s\">\n", standfirst);
    add_origin(out, contents, request);
    armex_html(out, "<title>%s</title>\n<link rel=\"icon\" href=\"data:,\">\n<style>\n",
               contents->title);
    armex_text_add(out, armex_page_style);
    add_print_rule(out, contents->title);
    armex_text_add(out, "</style>\n</head>\n");
}

static void add_fact(struct armex_text *out, const char *label, const char *words)
{
    if (label && words)
        armex_html(out, "<div><dt>%s</dt><dd>%s</dd></div>\n", label, words);
}

/* How old the data are: a reader who stops here knows. */
static void add_facts(struct armex_text *out, struct armex_contents *contents)
{
    const struct armex_spec *spec = contents->spec;
    char date[ARMEX_DATE_SIZE];

    armex_date_for_people(date, armex_contents_day(contents));
    armex_text_add(out, "<dl class=\"vint\">\n");
    add_fact(out, "Data as of", date);
    for (size_t i = 0; i < spec->n_facts; i++)
        add_fact(out, armex_contents_say(contents, &spec->facts[i].label),
                 armex_contents_say(contents, &spec->facts[i].words));
    armex_text_add(out, "</dl>\n");
}

static void add_navigation(struct armex_text *out, struct armex_contents *contents)
{
    const struct armex_spec *spec = contents->spec;

    armex_text_add(out, "<nav aria-label=\"Contents\"><ul>");
    if (armex_page_has_findings(contents))
        armex_text_add(out, "<li><a href=\"#findings\">Key findings</a></li>");
    if (contents->since.n_changes)
        armex_text_add(out, "<li><a href=\"#since\">Since last time</a></li>");
    for (size_t i = 0; i < spec->n_sections; i++) {
        if (!armex_contents_has(contents, &spec->sections[i]))
            continue;
        const char *heading = armex_contents_say(contents, &spec->sections[i].heading);
        if (heading)
            armex_html(out, "<li><a href=\"#%s\">%s</a></li>", spec->sections[i].id,
                       heading);
    }
    armex_text_add(out, "<li><a href=\"#sources\">Sources</a></li></ul></nav>\n");
}

static void add_header(struct armex_text *out, struct armex_contents *contents)
{
    const char *kicker = armex_contents_say(contents, &contents->spec->kicker);
    const char *standfirst =
        armex_contents_say_first(contents, &contents->spec->standfirst);

    armex_text_add(out,
                   "<body>\n<a class=\"skip\" href=\"#main\">Skip to the report</a>"
                   "\n<div class=\"wrap\">\n<header>\n<div class=\"tag\"></div>\n");
    if (kicker)
        armex_html(out, "<p class=\"kicker\">%s</p>\n", kicker);
    armex_html(out, "<h1>%s</h1>\n", contents->title);
    if (standfirst)
        armex_html(out, "<p class=\"stand\">%s</p>\n", standfirst);
    add_facts(out, contents);
    add_navigation(out, contents);
    armex_text_add(out, "</header>\n<main id=\"main\">\n");
}

static void begin_section(struct armex_text *out, const struct armex_section *section,
                          const char *heading)
{
    armex_html(
        out, "\n<section id=\"%s\" aria-labelledby=\"h-%s\"><h2 id=\"h-%s\">%s</h2>\n",
        section->id, section->id, section->id, heading);
}

static void add_paragraph(struct armex_text *out, const char *words, bool leads)
{
    (void)leads; // on paper it keeps with what follows; here nothing parts them
    armex_html(out, "<p>%s</p>\n", words);
}

static void end_section(struct armex_text *out)
{
    armex_text_add(out, "</section>\n");
}

static bool is_ready(const struct armex_exhibit *exhibit)
{
    return exhibit->item->kind != ARMEX_CHART ||
           (exhibit->pictures[ARMEX_PICTURE_WIDE].length &&
            exhibit->pictures[ARMEX_PICTURE_NARROW].length);
}

static const struct armex_section_writer sections = {
    .begin = begin_section,
    .say = add_paragraph,
    .chart = armex_page_chart,
    .table = armex_page_table,
    .claim = armex_page_claim,
    .end = end_section,
    .ready = is_ready,
};

static void begin(struct armex_text *out, struct armex_page *page)
{
    struct armex_contents *contents = page->contents;

    add_head(out, contents, page->request);
    add_header(out, contents);
    armex_page_findings(out, contents);
    armex_page_since(out, contents);
    page->sections = (struct armex_sections){.contents = contents, .writer = &sections};
    page->begun = true;
}

static void end(struct armex_text *out, struct armex_page *page)
{
    armex_page_sources(out, page->contents);
    armex_text_add(out, "</main>\n");
    armex_page_footer(out, page->contents, page->request);
    armex_text_add(out, "</div>\n<script>");
    armex_text_add(out, armex_page_script);
    armex_text_add(out, "</script>\n</body>\n</html>\n");
    page->done = true;
}

armex_status armex_page_go_on(struct armex_text *out, struct armex_page *page,
                              struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    if (page->done)
        return ARMEX_OK;
    if (!page->begun)
        begin(out, page);
    if (!page->sections.done)
        status = armex_sections_go_on(out, &page->sections, error);
    if (!status && page->sections.done)
        end(out, page);
    return !status && out->failed ? armex_fail_memory(error) : status;
}
