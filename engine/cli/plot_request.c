/** cli/plot_request.c: what the options of `armex plot` ask for. */
#include "cli/plot_request.h"

#include <string.h>

#include "base/number.h"
#include "base/offer.h"
#include "chart/sentence.h"
#include "cli/plot_takes.h"
#include "cli/suffix.h"
#include "cli/table_file.h"
#include "country/entity.h"

static armex_status find_kind(const struct armex_chart_kind **out, const char *name,
                              struct armex_arena *arena, struct armex_error *error)
{
    size_t n;
    const struct armex_chart_kind *kinds = armex_chart_kinds(&n);
    const char **names = armex_arena_new(arena, n, sizeof *names);

    *out = armex_chart_kind_find(name);
    if (*out)
        return ARMEX_OK;
    if (!names)
        return armex_fail_memory(error);
    for (size_t i = 0; i < n; i++)
        names[i] = kinds[i].name;
    return armex_fail_word(error, ARMEX_USAGE, "there is no chart", name, names, n);
}

/** What -o asks for; *draws is false when nothing is to be drawn. */
static armex_status read_format(enum armex_chart_format *out, bool *draws,
                                const struct armex_session *session,
                                const struct armex_plot_options *given,
                                struct armex_error *error)
{
    static const char *const suffixes[] = {[ARMEX_SVG] = "svg",
                                           [ARMEX_PNG] = "png",
                                           [ARMEX_PDF] = "pdf",
                                           [ARMEX_TEX] = "tex"};
    const char *path = session->globals.output;
    const size_t n = sizeof suffixes / sizeof *suffixes;
    const bool piped = path && !strcmp(path, "-");
    const size_t found = path ? armex_suffix_among(path, suffixes, n) : n;

    *draws = path != NULL;
    *out = found < n ? (enum armex_chart_format)found : ARMEX_SVG;
    if (found < n || piped || (!path && (given->data || given->script)))
        return ARMEX_OK;
    if (!path)
        return armex_fail(
            error, ARMEX_USAGE, ARMEX_NOWHERE,
            "where to? name a file with --output; its suffix chooses svg, "
            "png, pdf or tex");
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "--output: '%s' does not end in .svg, .png, .pdf or .tex", path);
}

/** What LaTeX sets is for paper unless another style is named. */
static void read_style(struct armex_chart *chart, const char *style)
{
    if (chart->format == ARMEX_TEX)
        chart->style = ARMEX_PAPER;
    for (int i = 0; style && i < ARMEX_STYLES; i++)
        if (!strcmp(style, armex_chart_style_name((enum armex_chart_style)i)))
            chart->style = (enum armex_chart_style)i;
}

static armex_status read_width(struct armex_chart *chart,
                               const struct armex_plot_options *given,
                               struct armex_error *error)
{
    long width = 0;

    if (given->width &&
        !armex_whole_parse(&width, given->width, strlen(given->width), 280, 4000))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--width: '%s' is not a number from 280 to 4000",
                          given->width);
    if (given->width && chart->style == ARMEX_SLIDE)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--width: a slide is 1280 by 720 pixels; leave it out");
    chart->width = (int)width;
    chart->scale = given->scale && *given->scale == '2' ? 2 : 1;
    return ARMEX_OK;
}

/** The base year, which only an index has. */
static armex_status read_base(struct armex_chart *chart,
                              const struct armex_plot_options *given,
                              struct armex_error *error)
{
    long base = 0;

    if (!given->base)
        return ARMEX_OK;
    if (strcmp(chart->kind->name, "index") != 0)
        return armex_fail(
            error, ARMEX_USAGE, ARMEX_NOWHERE,
            "--base: %s %s chart has no base year; 'armex plot index' has",
            armex_article(chart->kind->name), chart->kind->name);
    if (!armex_whole_parse(&base, given->base, strlen(given->base), 1, 9999))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--base: '%s' is not a year", given->base);
    chart->base = (int)base;
    return ARMEX_OK;
}

/** Per cents of a whole, which only an area stacks. */
static armex_status read_share(struct armex_chart *chart,
                               const struct armex_plot_options *given,
                               struct armex_error *error)
{
    chart->share = given->share != NULL;
    if (!chart->share || strcmp(chart->kind->name, "area") == 0)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "--share: %s %s chart has no whole; 'armex plot area' has",
                      armex_article(chart->kind->name), chart->kind->name);
}

/** How many suppliers and recipients have a name; a ranking is cut by its table. */
static armex_status read_parties(struct armex_chart *chart, const char *top,
                                 struct armex_error *error)
{
    long parties = 0;

    if (!top || strcmp(chart->kind->analysis, "flows") != 0)
        return ARMEX_OK;
    if (!armex_whole_parse(&parties, top, strlen(top), 1, 10))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--top: '%s' is not a number from 1 to 10, as many as a %s "
                          "chart names of either side",
                          top, chart->kind->name);
    chart->parties = (int)parties;
    return ARMEX_OK;
}

/** The entity in the accent colour, where one is named. */
static armex_status read_highlight(struct armex_chart *chart, const char *name,
                                   struct armex_error *error)
{
    char meant[ARMEX_MEANT_SIZE];

    if (!name)
        return ARMEX_OK;
    const struct armex_entity *entity = armex_entity_find(name, strlen(name));
    chart->highlight = entity ? entity->code : NULL;
    if (entity)
        return ARMEX_OK;
    if (armex_entity_meant(meant, name, "'"))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--highlight: no entity is called '%s'; did you mean %s?",
                          name, meant);
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "--highlight: no entity is called '%s'", name);
}

/** What --data writes must be a table, before anything is drawn. */
static armex_status read_data(const struct armex_plot_options *given,
                              struct armex_error *error)
{
    enum armex_format untold;

    return armex_table_file_format(&untold, "--data", given->data, error);
}

/** Only rankings are laid out as SIPRI does. */
static armex_status check_style(const struct armex_chart_kind *kind, const char *style,
                                struct armex_error *error)
{
    if (!style || strcmp(style, "sipri") != 0 || !strcmp(kind->analysis, "rank"))
        return ARMEX_OK;
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "--style: sipri is a layout of rankings, and %s %s chart draws "
                      "none; web, paper and slide suit it",
                      armex_article(kind->name), kind->name);
}

/** Details and mobility are tables of their own, not rankings that could be drawn. */
static armex_status check_table(const struct armex_query *query,
                                struct armex_error *error)
{
    const char *option = query->mobility  ? "mobility"
                         : query->details ? "details"
                                          : NULL;

    return option
               ? armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                            "--%s makes a table and no chart; 'armex rank' prints it",
                            option)
               : ARMEX_OK;
}

armex_status armex_plot_request(struct armex_chart *chart, bool *draws,
                                const struct armex_session *session,
                                const struct armex_plot_options *given,
                                struct armex_error *error)
{
    armex_status status;

    *chart = (struct armex_chart){.title = given->title,
                                  .subtitle = given->subtitle,
                                  .note = given->note,
                                  .command = session->asked,
                                  .dark = given->dark != NULL};
    if (!session->operands.n)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "which chart? 'armex plot --list-kinds' names them");
    status = find_kind(&chart->kind, session->operands.items[0], session->arena, error);
    if (!status)
        status = check_table(&session->query, error);
    if (!status)
        status = armex_plot_takes(chart->kind, &session->query, error);
    if (!status)
        status = check_style(chart->kind, given->style, error);
    if (!status)
        status = read_data(given, error);
    if (!status)
        status = read_format(&chart->format, draws, session, given, error);
    read_style(chart, given->style);
    if (!status)
        status = read_width(chart, given, error);
    if (!status)
        status = read_base(chart, given, error);
    if (!status)
        status = read_share(chart, given, error);
    if (!status)
        status = read_parties(chart, session->query.top, error);
    if (!status)
        status = read_highlight(chart, given->highlight, error);
    return status;
}
