/** cli/command_plot.c: a chart, drawn from a question. */
#include <string.h>

#include "chart/drawn_table.h"
#include "chart/subject.h"
#include "cli/command.h"
#include "cli/plot_files.h"
#include "cli/plot_request.h"
#include "cli/table_file.h"
#include "render/render.h"

#define FIELD(name) offsetof(struct armex_plot_options, name)

static const struct armex_option options[] = {
    {"title", 0, "TEXT", "its title; else what the figures show", NULL, FIELD(title),
     false},
    {"subtitle", 0, "TEXT", "the line below; else measure, unit and years", NULL,
     FIELD(subtitle), false},
    {"note", 0, "TEXT", "the note at its foot", NULL, FIELD(note), false},
    {"highlight", 0, "NAME",
     "the entity drawn in the accent colour; else the first of "
     "--entity, of a group or of all the largest",
     NULL, FIELD(highlight), false},
    {"width", 0, "PIXELS", "280 to 4000; 720 unless named, 328 suits a phone", NULL,
     FIELD(width), false},
    {"scale", 0, "N", "pixels of a png for each pixel of width", "1|2", FIELD(scale),
     false},
    {"style", 0, "NAME",
     "what for: web unless named; paper: 160 mm wide, colours apart in grey too; "
     "slide: "
     "1280 by 720. Of a ranking, sipri: as SIPRI lays it out",
     "web|paper|slide|sipri", FIELD(style), false},
    {"dark", 0, NULL, "for a dark page", NULL, FIELD(dark), false},
    {"base", 0, "YEAR",
     "of an index, the year that is 100; else the first with a figure", NULL,
     FIELD(base), false},
    {"share", 0, NULL, "of an area, per cents of each year's whole", NULL, FIELD(share),
     false},
    {"data", 0, "FILE",
     "write the drawn table too; its suffix chooses csv, json, md, "
     "tex or txt",
     NULL, FIELD(data), true},
    {"script", 0, "FILE",
     "write the gnuplot script too, its data inside; it runs on its "
     "own",
     NULL, FIELD(script), true},
    {"list-kinds", 0, NULL, "list the kinds of charts, one a line", NULL,
     FIELD(list_kinds), false},
    {0}};

static armex_status list_kinds(struct armex_session *session, struct armex_error *error)
{
    size_t n;
    const struct armex_chart_kind *kinds = armex_chart_kinds(&n);

    for (size_t i = 0; i < n; i++)
        armex_text_printf(&session->out, "%s\n", kinds[i].name);
    return session->out.failed ? armex_fail_memory(error) : ARMEX_OK;
}

static armex_status make_table(struct armex_table **out, struct armex_session *session,
                               const struct armex_chart_kind *kind, const char *style,
                               struct armex_error *error)
{
    struct armex_store *store = NULL;
    armex_status status = armex_session_store(&store, session, error);

    session->query.analysis = kind->analysis;
    if (style && !strcmp(style, "sipri"))
        session->query.style = style;
    if (!strcmp(kind->name, "revisions"))
        session->query.publications = "yes";
    if (!status)
        status = armex_drawn_table(out, store, &session->query, kind, error);
    armex_store_close(store);
    return status;
}

/** Appends the table that was drawn, as the suffix of its file has it. */
static armex_status add_data(struct armex_text *out,
                             const struct armex_session *session,
                             const struct armex_table *table, const char *path,
                             struct armex_error *error)
{
    enum armex_format format = ARMEX_FORMAT_CSV;
    const struct armex_render_options how = {0, session->asked, session->version};
    const armex_status status = armex_table_file_format(&format, "--data", path, error);

    return status ? status : armex_render(out, table, format, &how, error);
}

static struct armex_chart_tools tools_of(const struct armex_session *session)
{
    return (struct armex_chart_tools){
        .plots = session->paths.plots,
        .painter = armex_paths_helper(&session->paths, "armex-paint", session->arena),
        .stand_ins = session->paths.stand_ins,
        .single = true};
}

/** Gnuplot, and the painter of a png, start while the data are read. NULL: what keeps
 *  them from that is found out again, and told, by the drawing. */
static struct armex_chart_desk *open_desk(const struct armex_session *session,
                                          const struct armex_chart *chart, bool draws)
{
    struct armex_chart_tools tools = tools_of(session);
    struct armex_chart_desk *desk = NULL;
    struct armex_error untold;

    tools.paints = chart->format == ARMEX_PNG;
    tools.pdfs = chart->format == ARMEX_PDF;
    if (draws && tools.plots && armex_chart_desk_open(&desk, &tools, &untold))
        desk = NULL;
    return desk;
}

/** The picture, the script and the table that was drawn, all into place or none. */
static armex_status draw(struct armex_session *session, struct armex_chart_desk *desk,
                         const struct armex_chart *chart, bool draws,
                         const struct armex_plot_options *given,
                         struct armex_error *error)
{
    struct armex_plot_file files[ARMEX_PLOT_FILES] = {
        [ARMEX_PLOT_PICTURE] = {.path = draws ? session->globals.output : NULL},
        [ARMEX_PLOT_SCRIPT] = {.path = given->script},
        [ARMEX_PLOT_DATA] = {.path = given->data}};
    const struct armex_chart_tools tools = tools_of(session);
    armex_status status = ARMEX_OK;

    session->output_done = true;
    if (!tools.plots)
        return armex_fail(
            error, ARMEX_UNAVAILABLE, ARMEX_NOWHERE,
            "the templates of charts are missing: share/armex/plots is not "
            "beside the program");
    if (draws)
        status = desk ? armex_chart_draw_at(desk, &files[ARMEX_PLOT_PICTURE].bytes,
                                            chart, error)
                      : armex_chart_draw(&files[ARMEX_PLOT_PICTURE].bytes, chart,
                                         &tools, error);
    if (!status && given->script)
        status =
            armex_chart_script(&files[ARMEX_PLOT_SCRIPT].bytes, chart, &tools, error);
    if (!status && given->data)
        status = add_data(&files[ARMEX_PLOT_DATA].bytes, session, chart->table,
                          given->data, error);
    if (!status)
        status = armex_plot_files_write(&session->out, files, error);
    for (size_t i = 0; i < ARMEX_PLOT_FILES; i++)
        armex_text_free(&files[i].bytes);
    return status;
}

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    const struct armex_plot_options *given = own;
    struct armex_chart_desk *desk = NULL;
    struct armex_table *table = NULL;
    struct armex_chart chart;
    armex_status status;
    bool draws;

    if (given->list_kinds)
        return list_kinds(session, error);
    status = armex_plot_request(&chart, &draws, session, given, error);
    if (!status)
        desk = open_desk(session, &chart, draws);
    if (!status)
        status = make_table(&table, session, chart.kind, given->style, error);
    chart.table = table;
    chart.asked = session->query.entity;
    if (!status && !given->highlight)
        chart.highlight =
            armex_subject_default(table, chart.kind->analysis, session->query.entity);
    if (!status)
        status = draw(session, desk, &chart, draws, given, error);
    armex_chart_desk_close(desk);
    armex_table_free(table);
    return status;
}

const struct armex_command armex_command_plot = {
    .name = "plot",
    .summary = "a chart: svg, png, pdf or tex",
    .operands = "KIND",
    .most = 1,
    .description =
        "The suffix of --output chooses the format. Title, note and source line are "
        "made "
        "from the data unless they are given; a title states a finding only where the "
        "figures bear it out. Needs gnuplot, and armex-paint for png. A matrix or a "
        "flow needs a register that was ingested, as 'armex flows' does; --top names "
        "so "
        "many of either side. A scatter and an agreement take two datasets, -d A -d "
        "B, "
        "or two counts of one.\n\n"
        "A line with --fit mean, median, spline, hp or local draws what 'armex trend' "
        "fits to each series, the figures as dots beneath; --window alone fits means. "
        "A bump draws every year that --years names, else the last ten rankings.\n\n"
        "Sums of many, like the world, and those nobody knows are not drawn beside "
        "states, as they are not ranked beside them, unless --entity or --highlight "
        "names them. Years before a state was founded or after it ended are blank "
        "where nothing was identified; --entities successor joins a state with the "
        "one that it continues.\n\n"
        "A tex is a picture of TikZ, in style paper unless another is named: \\input "
        "it, "
        "and LaTeX sets its words in the font of the paper; given to LaTeX alone it "
        "makes "
        "a page.\n\n"
        "--data writes the drawn table, --script a gnuplot script that draws the same "
        "on "
        "its own; with either, --output may be left out.",
    .analyses = "rank trend", // and what chooses data: publications are not drawn
    .options = options,
    .size = sizeof(struct armex_plot_options),
    .examples =
        {{"armex plot line -d national-figures -e KOR -m orders -o korea.svg",
          "South Korea's export orders as a line"},
         {"armex plot line -d national-figures -m deliveries -e ESP --fit mean "
          "--window 5 -o trend.svg",
          "five-year means of Spain's exports, the figures as dots beneath"},
         {"armex plot rank -d sipri-factsheets --scope share -y 2023 --top 10 "
          "-o rank.png "
          "--data rank.csv",
          "the ten largest exporters as bars, and the table that was drawn"},
         {"armex plot slope -d sipri-factsheets -y 2023 --highlight KOR -o "
          "slope.svg",
          "shares of 2014-18 and 2019-23 side by side"},
         {"armex plot waterfall -d national-figures -m deliveries --unit usd "
          "-y 2021 -o waterfall.svg",
          "who moved the sum of exports from 2020 to 2021"},
         {"armex plot area -d sipri-factsheets -e USA,RUS,FRA,KOR --highlight "
          "KOR -o area.tex",
          "shares of the world, stacked, for a paper that LaTeX sets"},
         {"armex plot fan -d national-figures -m deliveries -e ESP --forecast 5 "
          "-o fan.svg",
          "Spain's exports five years on, with intervals of 80 and 95 %"},
         {"armex plot breaks -d national-figures -m orders -e KOR -o breaks.svg",
          "when South Korea's orders changed level: 2007, 2011 and 2021"},
         {"armex plot scatter -d national-figures -d sipri-factsheets -m deliveries "
          "--unit usd -o scatter.svg",
          "export value across, share of the volume of major arms up"}},
    .own_output = true,
    .run = run};
