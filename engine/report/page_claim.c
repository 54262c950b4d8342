/** report/page_claim.c: a claim, part by part, stated and found. */
#include <math.h>
#include <string.h>

#include "base/number.h"
#include "report/claim.h"
#include "report/page_parts.h"

static const char *const scale[] = {"does not hold", "holds in part", "holds"};

const char *armex_claim_says(enum armex_claim_verdict verdict)
{
    static const char *const says[] = {"holds", "too high", "too low",
                                       "cannot be judged"};
    return says[verdict];
}

static bool same_words(const struct armex_report_figure *a,
                       const struct armex_report_figure *b)
{
    struct armex_text first = {0}, second = {0};

    armex_report_figure_write(&first, a, "full", 4);
    armex_report_figure_write(&second, b, "full", 4);
    const bool same = first.data && second.data && strcmp(first.data, second.data) == 0;
    armex_text_free(&first);
    armex_text_free(&second);
    return same;
}

static bool rounds_to(double found, double stated)
{
    char text[ARMEX_NUMBER_SIZE];
    const size_t length = armex_number_write(text, stated);
    const unsigned digits = armex_number_digits(text, length);
    return digits && armex_round_digits(found, digits) == stated;
}

enum armex_claim_verdict armex_claim_judge(const struct armex_report_figure *stated,
                                           const struct armex_report_figure *found,
                                           bool at_most)
{
    if (isnan(stated->value) || isnan(found->value))
        return ARMEX_CLAIM_UNKNOWN;
    if (at_most ? found->value <= stated->value
                : same_words(stated, found) || rounds_to(found->value, stated->value))
        return ARMEX_CLAIM_HOLDS;
    return stated->value > found->value ? ARMEX_CLAIM_TOO_HIGH : ARMEX_CLAIM_TOO_LOW;
}

static enum armex_claim_verdict judge_part(const struct armex_contents *contents,
                                           const struct armex_claim_part *part)
{
    return armex_claim_judge(&contents->figures.items[part->stated.index],
                             &contents->figures.items[part->found.index],
                             strcmp(part->test, "at-most") == 0);
}

static void add_figure(struct armex_text *out, const struct armex_report_figure *figure)
{
    struct armex_text words = {0};
    const char *style = figure->rank ? "ordinal" : "short";

    if (!armex_report_figure_missing(figure))
        armex_report_figure_write(&words, figure, style, strlen(style));
    armex_html_text(out, words.data ? words.data : "no figure");
    armex_text_free(&words);
}

static void add_part(struct armex_text *out, struct armex_contents *contents,
                     const struct armex_claim_part *part)
{
    const enum armex_claim_verdict verdict = judge_part(contents, part);
    const bool holds = verdict == ARMEX_CLAIM_HOLDS;
    const char *label = armex_contents_say(contents, &part->label);
    const char *words = armex_contents_say(contents, &part->words);

    armex_html(out, "<li><b class=\"q\">%s</b><div class=\"v\">", label ? label : "");
    if (!holds) {
        armex_text_add(out, "<s><span class=\"vh\">claimed </span>");
        add_figure(out, &contents->figures.items[part->stated.index]);
        armex_text_add(out, "</s><span class=\"vh\">, found</span> ");
    }
    add_figure(out, &contents->figures.items[part->found.index]);
    armex_html(out, " <span class=\"is%s\">%s</span></div>", holds ? " ok" : "",
               armex_claim_says(verdict));
    if (words)
        armex_html(out, "<p>%s</p>", words);
    armex_text_add(out, "</li>\n");
}

/* 0: does not hold, 1: holds in part, 2: holds. Parts that cannot be judged are no
 * part that holds. */
static size_t verdict_of(const struct armex_contents *contents,
                         const struct armex_item *item)
{
    size_t holds = 0;

    for (size_t i = 0; i < item->n_parts; i++)
        holds += judge_part(contents, &item->parts[i]) == ARMEX_CLAIM_HOLDS;
    return holds == item->n_parts ? 2 : holds > 0;
}

const char *armex_claim_whole(const struct armex_contents *contents,
                              const struct armex_item *item)
{
    return scale[verdict_of(contents, item)];
}

static void add_scale(struct armex_text *out, size_t verdict)
{
    armex_html(out,
               "<div><p class=\"vh\">Verdict: %s.</p>"
               "<ul class=\"scale\" aria-label=\"Verdict scale\">",
               scale[verdict]);
    for (size_t i = 0; i < 3; i++) {
        armex_text_add(out, i == verdict ? "<li aria-current=\"true\">" : "<li>");
        armex_html(out, "%s</li>", scale[i]);
    }
    armex_text_add(out, "</ul></div>");
}

void armex_page_claim(struct armex_text *out, struct armex_contents *contents,
                      const struct armex_exhibit *exhibit)
{
    const struct armex_item *item = exhibit->item;
    const char *quote = armex_contents_say(contents, &item->quote);

    armex_html(out,
               "<div class=\"claim\" id=\"%s\">\n<div class=\"judge\"><blockquote>%s"
               "</blockquote>\n",
               item->id, quote ? quote : "");
    add_scale(out, verdict_of(contents, item));
    armex_text_add(out, "</div>\n<ul class=\"parts\">\n");
    for (size_t i = 0; i < item->n_parts; i++)
        add_part(out, contents, &item->parts[i]);
    armex_text_add(out, "</ul>\n");
    if (item->leaves_out.n)
        armex_text_add(out, "<h3 class=\"sub3\">What the claim leaves out</h3>\n"
                            "<ol class=\"out\">\n");
    for (size_t i = 0; i < item->leaves_out.n; i++) {
        const char *words = armex_contents_say(contents, &item->leaves_out.items[i]);
        if (words)
            armex_html(out, "<li>%s</li>\n", words);
    }
    armex_text_add(out, item->leaves_out.n ? "</ol>\n</div>\n" : "</div>\n");
}
