/** report/print_findings.c: findings, changes and claims of a document for paper. */
#include <string.h>

#include "report/claim.h"
#include "report/page_parts.h"
#include "report/press/marks.h"
#include "report/print_parts.h"

/* "Chart 2", "Table 1", or the heading of a section. */
static void add_link(struct armex_text *out, struct armex_contents *contents,
                     const char *id)
{
    struct armex_text target = {0}, words = {0};

    armex_text_printf(&target, "#%s", id);
    armex_page_link_words(&words, contents, id);
    if (words.length) {
        armex_print_link(out, target.data ? target.data : "", words.data);
        armex_text_add(out, "   ");
    }
    out->failed = out->failed || target.failed || words.failed;
    armex_text_free(&target);
    armex_text_free(&words);
}

static void add_sources(struct armex_text *out, const struct armex_contents *contents,
                        const struct armex_table *table)
{
    for (size_t i = 0; table && i < table->notes.n_sources; i++) {
        const size_t n = armex_contents_source(contents, &table->notes.sources[i]);
        armex_text_printf(out, "%c#source-%zu%cSource %zu%c   ", PRESS_LINK, n,
                          PRESS_LINKED, n, PRESS_LINK_END);
    }
}

static void add_finding(struct armex_text *out, struct armex_contents *contents,
                        const struct armex_finding *finding, const char *words)
{
    const struct armex_report_figure *figure =
        &contents->figures.items[finding->figure.index];
    const char *label = armex_contents_say(contents, &finding->label);
    struct armex_text number = {0}, unit = {0};

    armex_finding_number(&number, &unit, figure);
    armex_text_add(out, "finding\t");
    armex_print_text(out, number.data ? number.data : "");
    armex_text_add(out, "\t");
    armex_print_text(out, unit.data ? unit.data : "");
    armex_text_add(out, unit.length && label ? " " : "");
    armex_print_text(out, label ? label : "");
    armex_text_add(out, "\t");
    armex_print_text(out, words);
    armex_text_add(out, "\t");
    for (size_t i = 0; i < finding->see.n; i++)
        add_link(out, contents, finding->see.items[i].text);
    add_sources(out, contents, figure->table);
    armex_text_add(out, "\n");
    out->failed = out->failed || number.failed || unit.failed;
    armex_text_free(&number);
    armex_text_free(&unit);
}

void armex_print_findings(struct armex_text *out, struct armex_contents *contents)
{
    const struct armex_spec *spec = contents->spec;

    if (!armex_page_has_findings(contents))
        return;
    armex_text_add(out, "id\tfindings\nh2\tKey findings\n");
    for (size_t i = 0; i < spec->n_findings; i++) {
        const char *words = armex_finding_words(contents, &spec->findings[i]);
        if (words)
            add_finding(out, contents, &spec->findings[i], words);
    }
}

void armex_print_since(struct armex_text *out, const struct armex_contents *contents)
{
    const struct armex_since *since = &contents->since;
    struct armex_text words = {0};

    if (since->n_changes)
        armex_text_add(out, "id\tsince\nh2\tWhat changed since last time\n");
    for (size_t i = 0; i < since->n_changes; i++) {
        const struct armex_since_change *change = &since->changes[i];
        if (!i || since->changes[i - 1].kind != change->kind)
            armex_print_line(out, "h4", armex_since_heading(change->kind));
        words.length = 0;
        armex_since_say(&words, change);
        armex_print_line(out, "item", words.data);
    }
    out->failed = out->failed || words.failed;
    armex_text_free(&words);
}

static void add_figure(struct armex_text *out, const struct armex_report_figure *figure)
{
    struct armex_text words = {0};
    const char *style = figure->rank ? "ordinal" : "short";

    if (!armex_report_figure_missing(figure))
        armex_report_figure_write(&words, figure, style, strlen(style));
    armex_print_text(out, words.data ? words.data : "no figure");
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
    const enum armex_claim_verdict verdict =
        armex_claim_judge(stated, found, strcmp(part->test, "at-most") == 0);

    armex_text_printf(out, "item\t%c", PRESS_BOLD);
    armex_print_text(out, label ? label : "Claimed");
    armex_text_printf(out, ":%c claimed ", PRESS_BOLD_END);
    add_figure(out, stated);
    armex_text_add(out, ", found ");
    add_figure(out, found);
    armex_text_printf(out, ": %c%s%c. ", PRESS_BOLD, armex_claim_says(verdict),
                      PRESS_BOLD_END);
    armex_print_text(out, words ? words : "");
    armex_text_add(out, "\n");
}

void armex_print_claim(struct armex_text *out, struct armex_contents *contents,
                       const struct armex_exhibit *exhibit)
{
    const struct armex_item *item = exhibit->item;
    const char *quote = armex_contents_say(contents, &item->quote);

    armex_text_printf(out, "id\t%s\n", item->id);
    armex_print_line(out, "quote", quote ? quote : "A claim");
    armex_text_printf(out, "p\tVerdict: %c%s%c.\n", PRESS_BOLD,
                      armex_claim_whole(contents, item), PRESS_BOLD_END);
    for (size_t i = 0; i < item->n_parts; i++)
        add_part(out, contents, &item->parts[i]);
    if (item->leaves_out.n)
        armex_print_line(out, "h4", "What the claim leaves out");
    for (size_t i = 0; i < item->leaves_out.n; i++)
        armex_print_line(out, "item",
                         armex_contents_say(contents, &item->leaves_out.items[i]));
}
