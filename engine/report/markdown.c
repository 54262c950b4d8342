/** report/markdown.c: the page as Markdown, for wikis and repositories. */
#include "report/markdown.h"

#include <string.h>

#include "render/formats.h"
#include "report/claim.h"
#include "report/columns.h"
#include "report/page_parts.h"
#include "report/sections.h"

static const char digits[] = "0123456789";

/* Words that begin a line: a dash there would begin a list, "2." too. */
static void add_line(struct armex_text *out, const char *words)
{
    const size_t number = strspn(words, digits);

    if (strchr("-+=", *words))
        armex_text_add(out, "\\");
    if (number && (words[number] == '.' || words[number] == ')')) {
        armex_text_add_bytes(out, words, number);
        armex_text_add(out, "\\");
        words += number;
    }
    armex_markdown_text(out, words);
}

static void add_paragraph(struct armex_text *out, const char *words)
{
    if (!words || !*words)
        return;
    add_line(out, words);
    armex_text_add(out, "\n\n");
}

static void add_heading(struct armex_text *out, const char *marks, const char *words)
{
    armex_text_printf(out, "%s ", marks);
    armex_markdown_text(out, words);
    armex_text_add(out, "\n\n");
}

static void add_facts(struct armex_text *out, struct armex_contents *contents)
{
    bool any = false;

    for (size_t i = 0; i < contents->spec->n_facts; i++) {
        const struct armex_fact *fact = &contents->spec->facts[i];
        const char *label = armex_contents_say(contents, &fact->label);
        const char *words = armex_contents_say(contents, &fact->words);
        if (!label || !words)
            continue;
        armex_text_add(out, "- ");
        armex_markdown_text(out, label);
        armex_text_add(out, ": **");
        armex_markdown_text(out, words);
        armex_text_add(out, "**\n");
        any = true;
    }
    armex_text_add(out, any ? "\n" : "");
}

static void add_findings(struct armex_text *out, struct armex_contents *contents)
{
    if (!armex_page_has_findings(contents))
        return;
    add_heading(out, "##", "Key findings");
    for (size_t i = 0; i < contents->spec->n_findings; i++) {
        const char *words = armex_finding_words(contents, &contents->spec->findings[i]);
        if (!words)
            continue;
        armex_text_add(out, "- ");
        add_line(out, words);
        armex_text_add(out, "\n");
    }
    armex_text_add(out, "\n");
}

static void add_since(struct armex_text *out, const struct armex_contents *contents)
{
    const struct armex_since *since = &contents->since;
    struct armex_text words = {0};

    if (since->n_changes)
        add_heading(out, "##", "What changed since last time");
    for (size_t i = 0; i < since->n_changes; i++) {
        const struct armex_since_change *change = &since->changes[i];
        if (!i || since->changes[i - 1].kind != change->kind) {
            armex_text_add(out, i ? "\n" : "");
            add_heading(out, "###", armex_since_heading(change->kind));
        }
        words.length = 0;
        armex_since_say(&words, change);
        armex_text_add(out, "- ");
        add_line(out, words.data ? words.data : "");
        armex_text_add(out, "\n");
    }
    armex_text_add(out, since->n_changes ? "\n" : "");
    out->failed = out->failed || words.failed;
    armex_text_free(&words);
}

/* The file of the chart, of those that are made. */
static void add_picture(struct armex_text *out,
                        const struct armex_report_formats *formats,
                        const struct armex_exhibit *exhibit)
{
    if (!formats->svg && !formats->png)
        return;
    armex_text_add(out, "![");
    armex_markdown_text(out, armex_exhibit_title(exhibit));
    armex_text_printf(out, "](charts/%s.%s)\n\n", exhibit->item->id,
                      formats->svg ? "svg" : "png");
}

static armex_status add_chart(struct armex_text *out,
                              const struct armex_contents *contents,
                              const struct armex_exhibit *exhibit,
                              struct armex_error *error)
{
    (void)error;
    add_heading(out, "###", armex_exhibit_title(exhibit));
    add_paragraph(out, exhibit->words.subtitle);
    add_picture(out, &contents->formats, exhibit);
    add_paragraph(out, exhibit->words.note);
    add_paragraph(out, exhibit->words.source);
    armex_text_printf(out, "[Figures as csv](tables/%s.csv)\n\n", exhibit->item->id);
    return ARMEX_OK;
}

static armex_status add_table(struct armex_text *out,
                              const struct armex_contents *contents,
                              const struct armex_exhibit *exhibit,
                              struct armex_error *error)
{
    (void)contents;
    struct armex_table untitled = *exhibit->table; // its title is the heading here
    struct armex_text same = {0};
    struct armex_view view;
    armex_status status = ARMEX_OK;

    untitled.title = "";
    add_heading(out, "###", armex_exhibit_title(exhibit));
    if (!exhibit->table->n_rows) {
        add_paragraph(out, armex_exhibit_nothing(exhibit));
        return ARMEX_OK;
    }
    status = armex_columns_choose(&view, &same, exhibit, error);
    if (!status) {
        add_paragraph(out, same.data);
        view.table = &untitled;
        armex_render_markdown(out, &view);
        armex_text_add(out, "\n");
        armex_view_end(&view);
    }
    armex_text_free(&same);
    add_paragraph(out, exhibit->note);
    armex_text_printf(out, "[Figures as csv](tables/%s.csv)\n\n", exhibit->item->id);
    return status;
}

static void add_figure(struct armex_text *out, const struct armex_report_figure *figure)
{
    struct armex_text words = {0};
    const char *style = figure->rank ? "ordinal" : "short";

    if (!armex_report_figure_missing(figure))
        armex_report_figure_write(&words, figure, style, strlen(style));
    armex_markdown_text(out, words.data ? words.data : "no figure");
    out->failed = out->failed || words.failed;
    armex_text_free(&words);
}

static void add_part(struct armex_text *out, struct armex_contents *contents,
                     const struct armex_claim_part *part)
{
    const struct armex_report_figure *figures = contents->figures.items;
    const struct armex_report_figure *stated = &figures[part->stated.index];
    const struct armex_report_figure *found = &figures[part->found.index];
    const char *label = armex_contents_say(contents, &part->label);
    const char *words = armex_contents_say(contents, &part->words);

    armex_text_add(out, "- ");
    add_line(out, label ? label : "Claimed");
    armex_text_add(out, ": claimed ");
    add_figure(out, stated);
    armex_text_add(out, ", found ");
    add_figure(out, found);
    armex_text_printf(out, ": **%s**.%s",
                      armex_claim_says(armex_claim_judge(
                          stated, found, strcmp(part->test, "at-most") == 0)),
                      words ? " " : "");
    armex_markdown_text(out, words ? words : "");
    armex_text_add(out, "\n");
}

static void add_claim(struct armex_text *out, struct armex_contents *contents,
                      const struct armex_exhibit *exhibit)
{
    const struct armex_item *item = exhibit->item;
    const char *quote = armex_contents_say(contents, &item->quote);

    armex_text_add(out, "> ");
    add_paragraph(out, quote ? quote : "A claim");
    for (size_t i = 0; i < item->n_parts; i++)
        add_part(out, contents, &item->parts[i]);
    armex_text_add(out, item->leaves_out.n ? "\nWhat the claim leaves out:\n\n" : "");
    for (size_t i = 0; i < item->leaves_out.n; i++) {
        const char *words = armex_contents_say(contents, &item->leaves_out.items[i]);
        if (!words)
            continue;
        armex_text_add(out, "- ");
        add_line(out, words);
        armex_text_add(out, "\n");
    }
    armex_text_add(out, "\n");
}

static void begin_section(struct armex_text *out, const struct armex_section *section,
                          const char *heading)
{
    (void)section;
    add_heading(out, "##", heading);
}

static void say(struct armex_text *out, const char *words, bool leads)
{
    (void)leads;
    add_paragraph(out, words);
}

static const struct armex_section_writer sections = {
    .begin = begin_section,
    .say = say,
    .chart = add_chart,
    .table = add_table,
    .claim = add_claim,
};

static void add_sources(struct armex_text *out, const struct armex_contents *contents)
{
    add_heading(out, "##", "Sources");
    for (size_t i = 0; i < contents->sources.n_sources; i++) {
        const struct armex_provenance *source = &contents->sources.sources[i];
        struct armex_text words = {0};
        armex_view_source(&words, source);
        armex_text_printf(out, "%zu. ", i + 1);
        armex_markdown_text(out, words.data ? words.data : "");
        armex_text_printf(out, ", SHA-256 `%s`\n", source->sha256);
        out->failed = out->failed || words.failed;
        armex_text_free(&words);
    }
    armex_text_add(out, "\n");
}

armex_status armex_report_markdown(struct armex_text *out,
                                   struct armex_contents *contents,
                                   const struct armex_report_request *request,
                                   struct armex_error *error)
{
    add_heading(out, "#", contents->title);
    add_paragraph(out, armex_contents_say_first(contents, &contents->spec->standfirst));
    add_facts(out, contents);
    add_findings(out, contents);
    add_since(out, contents);
    const armex_status status = armex_sections_write(out, contents, &sections, error);
    add_sources(out, contents);
    if (request->command && *request->command) {
        armex_text_add(out, "Made by: ");
        armex_markdown_text(out, request->command);
        armex_text_add(out, "\n");
    }
    return !status && out->failed ? armex_fail_memory(error) : status;
}
