/** report/print.c: the page as a document for paper, from top to bottom. */
#include "report/print.h"

#include <string.h>

#include "render/view.h"
#include "report/press/marks.h"
#include "report/print_parts.h"
#include "report/same_data.h"
#include "report/sections.h"

void armex_print_text(struct armex_text *out, const char *words)
{
    armex_view_clean(out, words);
}

void armex_print_line(struct armex_text *out, const char *style, const char *words)
{
    if (!words || !*words)
        return;
    armex_text_printf(out, "%s\t", style);
    const size_t letters = strspn(words, "abcdefghijklmnopqrstuvwxyz");
    if (strcmp(style, "note") == 0 && letters > 0 && words[letters] == ' ')
        armex_text_printf(out, "%c", *words++ - 'a' + 'A');
    armex_print_text(out, words);
    armex_text_add(out, "\n");
}

void armex_print_link(struct armex_text *out, const char *target, const char *words)
{
    armex_text_printf(out, "%c", PRESS_LINK);
    armex_print_text(out, target);
    armex_text_printf(out, "%c", PRESS_LINKED);
    armex_print_text(out, words);
    armex_text_printf(out, "%c", PRESS_LINK_END);
}

static void add_meta(struct armex_text *out, const char *name, const char *text)
{
    armex_text_printf(out, "meta\t%s\t", name);
    armex_print_text(out, text ? text : "");
    armex_text_add(out, "\n");
}

/* What the document says of itself to those who look at its properties. */
static void add_about(struct armex_text *out, struct armex_contents *contents,
                      const struct armex_report_request *request)
{
    const struct armex_notes *sources = &contents->sources;
    struct armex_text words = {0};
    char date[ARMEX_DATE_SIZE];

    add_meta(out, "title", contents->title);
    add_meta(out, "footer", contents->title);
    add_meta(out, "language", contents->spec->language);
    add_meta(out, "subject",
             armex_contents_say_first(contents, &contents->spec->standfirst));
    add_meta(out, "command", request->command);
    armex_text_printf(&words, "armex %s", request->version ? request->version : "");
    add_meta(out, "creator", words.data);
    words.length = 0;
    for (size_t i = 0; i < sources->n_sources; i++) {
        armex_date_write(date, sources->sources[i].vintage);
        armex_text_printf(&words, "%s%s %s sha256:%s", i ? "; " : "",
                          sources->sources[i].dataset, date,
                          sources->sources[i].sha256);
    }
    add_meta(out, "keywords", sources->n_sources ? words.data : "");
    armex_date_write(date, armex_contents_day(contents));
    add_meta(out, "date", date);
    out->failed = out->failed || words.failed;
    armex_text_free(&words);
}

static void add_fact(struct armex_text *out, const char *label, const char *words)
{
    if (!label || !words)
        return;
    armex_text_add(out, "fact\t");
    armex_print_text(out, label);
    armex_text_printf(out, ": %c", PRESS_BOLD);
    armex_print_text(out, words);
    armex_text_printf(out, "%c\n", PRESS_BOLD_END);
}

static void add_header(struct armex_text *out, struct armex_contents *contents)
{
    const struct armex_spec *spec = contents->spec;
    char date[ARMEX_DATE_SIZE];

    armex_print_line(out, "kicker", armex_contents_say(contents, &spec->kicker));
    armex_print_line(out, "title", contents->title);
    armex_print_line(out, "stand",
                     armex_contents_say_first(contents, &spec->standfirst));
    armex_date_for_people(date, armex_contents_day(contents));
    add_fact(out, "Data as of", date);
    for (size_t i = 0; i < spec->n_facts; i++)
        add_fact(out, armex_contents_say(contents, &spec->facts[i].label),
                 armex_contents_say(contents, &spec->facts[i].words));
}

static void add_heading(struct armex_text *out, const struct armex_exhibit *exhibit,
                        const char *before)
{
    armex_text_printf(out, "id\t%s%s\nh3\t", before, exhibit->item->id);
    if (exhibit->item->kind == ARMEX_CHART)
        armex_text_printf(out, *before ? "Figures of chart %zu: " : "%zu  ",
                          exhibit->number);
    armex_print_text(out, armex_exhibit_title(exhibit));
    armex_text_add(out, "\n");
}

static armex_status add_chart(struct armex_text *out,
                              const struct armex_contents *contents,
                              const struct armex_exhibit *exhibit,
                              struct armex_error *error)
{
    (void)error;
    const struct armex_text *picture = &exhibit->pictures[ARMEX_PICTURE_WIDE];

    add_heading(out, exhibit, "");
    armex_print_line(out, "sub", exhibit->words.subtitle);
    armex_text_printf(out, "chart\t%zu\n", picture->length);
    armex_text_add_bytes(out, picture->data ? picture->data : "", picture->length);
    armex_print_line(out, "note", exhibit->note ? exhibit->note : exhibit->words.note);
    armex_print_origin(out, contents, exhibit->table);
    return ARMEX_OK;
}

/* What an answer says of itself. */
static void add_notes(struct armex_text *out, const struct armex_notes *notes)
{
    for (size_t i = 0; i < notes->n_notes; i++)
        armex_print_line(out, "note", notes->notes[i]);
}

static armex_status add_table(struct armex_text *out,
                              const struct armex_contents *contents,
                              const struct armex_exhibit *exhibit,
                              struct armex_error *error)
{
    armex_status status = ARMEX_OK;

    add_heading(out, exhibit, "");
    if (exhibit->table->n_rows == 0)
        armex_print_line(out, "p", armex_exhibit_nothing(exhibit));
    else
        status = armex_print_rows(out, exhibit, error);
    armex_print_line(out, "note", exhibit->note);
    add_notes(out, &exhibit->table->notes);
    armex_print_origin(out, contents, exhibit->table);
    return status;
}

static void begin_section(struct armex_text *out, const struct armex_section *section,
                          const char *heading)
{
    armex_text_printf(out, "id\t%s\n", section->id);
    armex_print_line(out, "h2", heading);
}

static void add_paragraph(struct armex_text *out, const char *words, bool leads)
{
    armex_print_line(out, leads ? "lead" : "p", words);
}

static const struct armex_section_writer sections = {
    .begin = begin_section,
    .say = add_paragraph,
    .chart = add_chart,
    .table = add_table,
    .claim = armex_print_claim,
};

/* The page folds them away below each chart; on paper they come last. */
static armex_status add_figures(struct armex_text *out,
                                const struct armex_contents *contents,
                                struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    bool first = true;

    for (size_t i = 0; !status && i < contents->n_exhibits; i++) {
        const struct armex_exhibit *exhibit = &contents->exhibits[i];
        if (exhibit->item->kind != ARMEX_CHART || !exhibit->table->n_rows)
            continue;
        if (first)
            armex_text_add(out,
                           "id\tfigures-of-charts\nh2\tThe figures of the charts\n");
        first = false;
        add_heading(out, exhibit, "figures-of-");
        const struct armex_exhibit *same = armex_same_data_first(contents, exhibit);
        if (same == exhibit)
            status = armex_print_rows(out, exhibit, error);
        else
            armex_text_printf(out, "note\tThe same as those of chart %zu.\n",
                              same->number);
    }
    return status;
}

armex_status armex_report_print(struct armex_text *out, struct armex_contents *contents,
                                const struct armex_report_request *request,
                                struct armex_error *error)
{
    add_about(out, contents, request);
    add_header(out, contents);
    armex_print_findings(out, contents);
    armex_print_since(out, contents);
    armex_status status = armex_sections_write(out, contents, &sections, error);
    armex_print_sources(out, contents, request);
    if (!status)
        status = add_figures(out, contents, error);
    return !status && out->failed ? armex_fail_memory(error) : status;
}
