/** report/page_since.c: what changed since the report that stood here before. */
#include <math.h>
#include <string.h>

#include "report/page_parts.h"

enum { CHANGES_SHOWN = 20, MOST_FINER = 16 };

static const char *const headings[ARMEX_SINCE_KINDS] = {
    [ARMEX_SINCE_VINTAGE] = "Newer data",
    [ARMEX_SINCE_MOVED] = "Places that changed",
    [ARMEX_SINCE_NEW] = "New figures",
    [ARMEX_SINCE_REVISED] = "Revised figures",
    [ARMEX_SINCE_GREW] = "Growth that changed",
    [ARMEX_SINCE_GONE] = "Figures that are gone"};

/* A value as people say it: $13.0 billion, 9th, +34%. */
static void add_value(struct armex_text *out, const struct armex_since_change *change,
                      double value, int finer)
{
    struct armex_report_figure figure = {
        .value = value, .type = ARMEX_COLUMN_AMOUNT, .finer = finer};
    const char *style = "full";

    if (change->kind == ARMEX_SINCE_MOVED) {
        figure.rank = true;
        figure.type = ARMEX_COLUMN_COUNT;
        style = "ordinal";
    } else if (change->kind == ARMEX_SINCE_GREW) {
        figure.type = ARMEX_COLUMN_CHANGE;
    } else {
        figure.has_unit =
            armex_unit_parse(&figure.unit, change->unit, strlen(change->unit));
    }
    armex_report_figure_write(out, &figure, style, strlen(style));
}

static void add_date(struct armex_text *out, const char *text)
{
    struct armex_report_figure figure = {.text = text, .value = NAN};
    armex_report_figure_write(out, &figure, "date", 4);
}

/* "rose from 10th (2023) to 9th (2024)": a smaller number is the higher place. */
static void add_move(struct armex_text *out, const struct armex_since_change *change)
{
    const bool same_year = strcmp(change->when, change->when_before) == 0;

    armex_text_add(out, change->now < change->before ? "rose from " : "fell from ");
    add_value(out, change, change->before, 0);
    if (!same_year)
        armex_text_printf(out, " (%s)", change->when_before);
    armex_text_add(out, " to ");
    add_value(out, change, change->now, 0);
    armex_text_printf(out, same_year ? " for %s" : " (%s)", change->when);
}

/* How many decimals beyond the usual it takes for the two to read differently. */
static int finer_of(const struct armex_since_change *change)
{
    struct armex_text before = {0}, now = {0};
    bool same = true;
    int finer = 0;

    for (; same && finer < MOST_FINER; finer++) {
        before.length = now.length = 0;
        add_value(&before, change, change->before, finer);
        add_value(&now, change, change->now, finer);
        same = before.data && now.data && strcmp(before.data, now.data) == 0;
    }
    armex_text_free(&before);
    armex_text_free(&now);
    return finer - 1;
}

static void add_from_to(struct armex_text *out, const struct armex_since_change *change)
{
    if (change->kind == ARMEX_SINCE_VINTAGE) {
        add_date(out, change->when_before);
        armex_text_add(out, ", now ");
        add_date(out, change->when);
    } else if (isnan(change->before) || isnan(change->now)) {
        add_value(out, change, isnan(change->now) ? change->before : change->now, 0);
    } else {
        const int finer = finer_of(change);
        add_value(out, change, change->before, finer);
        armex_text_add(out, ", now ");
        add_value(out, change, change->now, finer);
    }
}

void armex_since_say(struct armex_text *out, const struct armex_since_change *change)
{
    armex_text_add(out, change->name);
    if (change->kind == ARMEX_SINCE_MOVED) {
        armex_text_add(out, " ");
        add_move(out, change);
        armex_text_printf(out, ", %s", change->what);
        return;
    }
    if (change->kind != ARMEX_SINCE_VINTAGE)
        armex_text_printf(out, ", %s, %s", change->what, change->when);
    armex_text_add(out, ": ");
    add_from_to(out, change);
}

const char *armex_since_heading(enum armex_since_change_kind kind)
{
    return headings[kind];
}

static size_t count(const struct armex_since *since, size_t from)
{
    size_t n = 0;
    while (from + n < since->n_changes &&
           since->changes[from + n].kind == since->changes[from].kind)
        n++;
    return n;
}

static void add_group(struct armex_text *out, const struct armex_since_change *changes,
                      size_t n)
{
    struct armex_text words = {0};

    armex_html(out, "<h3>%s</h3>\n<ul>\n", headings[changes->kind]);
    for (size_t i = 0; i < n && i < CHANGES_SHOWN; i++) {
        words.length = 0;
        armex_since_say(&words, &changes[i]);
        armex_html(out, "<li>%s</li>\n", words.data ? words.data : "");
    }
    armex_text_add(out, "</ul>\n");
    if (n > CHANGES_SHOWN)
        armex_html(out,
                   "<p class=\"src\">And %zu more, which the manifest names.</p>\n",
                   n - CHANGES_SHOWN);
    out->failed = out->failed || words.failed;
    armex_text_free(&words);
}

void armex_page_since(struct armex_text *out, const struct armex_contents *contents)
{
    const struct armex_since *since = &contents->since;

    if (!since->n_changes)
        return;
    armex_text_add(out, "<section id=\"since\" aria-labelledby=\"h-since\">"
                        "<h2 id=\"h-since\">What changed since last time</h2>\n"
                        "<p>Against the report that stood here before this one.</p>\n");
    for (size_t i = 0; i < since->n_changes; i += count(since, i))
        add_group(out, &since->changes[i], count(since, i));
    armex_text_add(out, "</section>\n");
}
