/** report/page.c: the page from top to bottom. */
#include "report/page.h"

#include <stdlib.h>
#include <string.h>

#include "base/threads.h"
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

/* What of the page is an exhibit's own, written before the rest. */
struct piece {
    struct armex_text text;
    armex_status status;
    struct armex_error error;
};

struct pieces {
    const struct armex_contents *contents;
    struct piece *items; // as the exhibits
};

/* A claim is left for later: it notes in the contents what it leaves out. */
static void write_piece(void *context, size_t i, void *scratch)
{
    (void)scratch;
    const struct pieces *pieces = context;
    const struct armex_exhibit *exhibit = &pieces->contents->exhibits[i];
    struct piece *piece = &pieces->items[i];

    if (exhibit->item->kind == ARMEX_CHART)
        piece->status =
            armex_page_chart(&piece->text, pieces->contents, exhibit, &piece->error);
    else if (exhibit->item->kind != ARMEX_CLAIM)
        piece->status =
            armex_page_table(&piece->text, pieces->contents, exhibit, &piece->error);
}

static armex_status add_exhibit(struct armex_text *out, struct armex_contents *contents,
                                size_t i, const struct piece *piece,
                                struct armex_error *error)
{
    if (contents->exhibits[i].item->kind == ARMEX_CLAIM)
        armex_page_claim(out, contents, &contents->exhibits[i]);
    armex_text_add_bytes(out, piece->text.data, piece->text.length);
    out->failed = out->failed || piece->text.failed;
    if (piece->status && error)
        *error = piece->error;
    return piece->status;
}

/* `*next` is the section's first exhibit, and moves on to the next section's. */
static armex_status add_section(struct armex_text *out, struct armex_contents *contents,
                                const struct armex_section *section,
                                const struct piece *pieces, size_t *next,
                                struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    if (!armex_contents_has(contents, section))
        return ARMEX_OK;
    const char *heading = armex_contents_say(contents, &section->heading);
    armex_html(
        out, "\n<section id=\"%s\" aria-labelledby=\"h-%s\"><h2 id=\"h-%s\">%s</h2>\n",
        section->id, section->id, section->id, heading ? heading : section->id);
    for (size_t i = 0; i < section->words.n; i++) {
        const char *words = armex_contents_say(contents, &section->words.items[i]);
        if (words)
            armex_html(out, "<p>%s</p>\n", words);
    }
    for (size_t i = 0; !status && i < section->n_items; i++)
        if (*next < contents->n_exhibits &&
            contents->exhibits[*next].item == &section->items[i]) {
            status = add_exhibit(out, contents, *next, &pieces[*next], error);
            ++*next;
        }
    armex_text_add(out, "</section>\n");
    return status;
}

armex_status armex_page_write(struct armex_text *out, struct armex_contents *contents,
                              const struct armex_report_request *request,
                              struct armex_error *error)
{
    const struct armex_spec *spec = contents->spec;
    struct pieces pieces = {contents,
                            calloc(contents->n_exhibits + 1, sizeof *pieces.items)};
    armex_status status = ARMEX_OK;
    size_t next = 0;

    if (!pieces.items)
        return armex_fail_memory(error);
    armex_in_pieces(write_piece, &pieces, contents->n_exhibits, ARMEX_FEW_THREADS, 0,
                    NULL);
    add_head(out, contents, request);
    add_header(out, contents);
    armex_page_findings(out, contents);
    armex_page_since(out, contents);
    for (size_t i = 0; !status && i < spec->n_sections; i++)
        status =
            add_section(out, contents, &spec->sections[i], pieces.items, &next, error);
    armex_page_sources(out, contents);
    armex_text_add(out, "</main>\n");
    armex_page_footer(out, contents, request);
    armex_text_add(out, "</div>\n<script>");
    armex_text_add(out, armex_page_script);
    armex_text_add(out, "</script>\n</body>\n</html>\n");
    for (size_t i = 0; i < contents->n_exhibits; i++)
        armex_text_free(&pieces.items[i].text);
    free(pieces.items);
    if (!status && out->failed)
        status = armex_fail_memory(error);
    return status;
}
