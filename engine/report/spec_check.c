/** report/spec_check.c: names in a specification that must mean something. */
#include "report/spec_check.h"

#include <string.h>

#include "report/answers.h"
#include "report/formats.h"
#include "report/words.h"

enum { MOST_WORDS = 256 };

static const char lower[] = "abcdefghijklmnopqrstuvwxyz";
static const char digits[] = "0123456789";

static bool only(const char *text, const char *letters, const char *others)
{
    for (; *text; text++)
        if (!strchr(letters, *text) && !strchr(digits, *text) && !strchr(others, *text))
            return false;
    return true;
}

armex_status armex_spec_check_analysis(struct armex_yaml *yaml,
                                       struct armex_place place, const char *name)
{
    const char *names[MOST_WORDS];
    size_t n;
    const struct armex_analysis *analyses = armex_analyses(&n);

    n = n < MOST_WORDS ? n : MOST_WORDS - 1;
    for (size_t i = 0; i < n; i++)
        names[i] = analyses[i].name;
    names[n++] = ARMEX_COMPARE;
    for (size_t i = 0; i < n; i++)
        if (strcmp(names[i], name) == 0)
            return ARMEX_OK;
    return armex_yaml_unknown(yaml, place, "there is no analysis", name, names, n);
}

static armex_status unknown_figure(const struct armex_spec *spec,
                                   struct armex_yaml *yaml, struct armex_place place,
                                   const char *name)
{
    const char *names[MOST_WORDS];
    const size_t n = spec->n_figures < MOST_WORDS ? spec->n_figures : MOST_WORDS;

    for (size_t i = 0; i < n; i++)
        names[i] = spec->figures[i].name;
    return armex_yaml_unknown(yaml, place, "there is no figure", name, names, n);
}

static armex_status find_figure(struct armex_report_figure_name *name, size_t before,
                                const struct armex_spec *spec, struct armex_yaml *yaml)
{
    const char *text = name->name.text;
    name->index = armex_spec_figure(spec, text, strlen(text));
    if (name->index < before)
        return ARMEX_OK;
    if (name->index < spec->n_figures)
        return armex_yaml_fail(yaml, name->name.place,
                               "the figure '%s' must stand above what is made from it",
                               text);
    return unknown_figure(spec, yaml, name->name.place, text);
}

static armex_status check_slot(const struct armex_slot *slot,
                               const struct armex_spec *spec, struct armex_yaml *yaml,
                               struct armex_place place)
{
    if (!slot->name)
        return armex_yaml_fail(yaml, place,
                               "a '{' is never closed; write '{{' for a brace");
    if (!*slot->name) // "{{" is a brace
        return ARMEX_OK;
    const size_t figure = armex_spec_figure(spec, slot->name, slot->name_length);
    const char *name = armex_arena_copy(yaml->arena, slot->name, slot->name_length);
    const char *style = armex_arena_copy(yaml->arena, slot->style, slot->style_length);
    if (!name || !style)
        return armex_fail_memory(yaml->error);
    if (figure == spec->n_figures)
        return unknown_figure(spec, yaml, place, name);
    if (armex_word_index(armex_report_figure_styles, armex_n_report_figure_styles,
                         style, strlen(style)) == armex_n_report_figure_styles)
        return armex_yaml_unknown(yaml, place, "there is no style", style,
                                  armex_report_figure_styles,
                                  armex_n_report_figure_styles);
    return ARMEX_OK;
}

static armex_status check_words(const struct armex_report_words *words,
                                const struct armex_spec *spec, struct armex_yaml *yaml)
{
    const char *text = words->text, *plain;
    struct armex_slot slot;
    size_t length;
    armex_status status = ARMEX_OK;

    while (!status && text && armex_report_words_next(&text, &plain, &length, &slot))
        status = check_slot(&slot, spec, yaml, words->place);
    return status;
}

/* The day of the whole report, unless the question has its own, or asks for now. */
static void settle_day(struct armex_query *query, const struct armex_spec *spec)
{
    if (!query->as_of)
        query->as_of = spec->as_of;
    else if (strcmp(query->as_of, "now") == 0)
        query->as_of = NULL;
}

static armex_status check_figure(struct armex_spec *spec, size_t f,
                                 struct armex_yaml *yaml)
{
    struct armex_report_figure_spec *figure = &spec->figures[f];

    if (!*figure->name || !only(figure->name, lower, "_"))
        return armex_yaml_fail(yaml, figure->place,
                               "'%s' is no name of a figure; use a-z, 0-9 and _",
                               figure->name);
    if (armex_spec_figure(spec, figure->name, strlen(figure->name)) != f)
        return armex_yaml_fail(yaml, figure->place, "the figure '%s' is there twice",
                               figure->name);
    if (figure->kind != ARMEX_REPORT_FIGURE_CELL) {
        if (figure->query.analysis || figure->column)
            return armex_yaml_fail(yaml, figure->place,
                                   "'%s' is made from two figures and asks nothing",
                                   figure->name);
        const armex_status status = find_figure(&figure->of[0], f, spec, yaml);
        return status ? status : find_figure(&figure->of[1], f, spec, yaml);
    }
    if (!figure->query.analysis || !figure->column)
        return armex_yaml_fail(yaml, figure->place, "the key '%s' is missing",
                               figure->query.analysis ? "column" : "analysis");
    settle_day(&figure->query, spec);
    const armex_status status = figure->year_of.name.text
                                    ? find_figure(&figure->year_of, f, spec, yaml)
                                    : ARMEX_OK;
    if (status)
        return status;
    return armex_spec_check_analysis(yaml, figure->place, figure->query.analysis);
}

static armex_status check_when(struct armex_conditions *when,
                               const struct armex_spec *spec, struct armex_yaml *yaml)
{
    armex_status status = ARMEX_OK;

    for (size_t i = 0; !status && i < when->n; i++) {
        status = find_figure(&when->items[i].left, spec->n_figures, spec, yaml);
        if (!status && when->items[i].right.name.text)
            status = find_figure(&when->items[i].right, spec->n_figures, spec, yaml);
    }
    return status;
}

static bool has_id(const struct armex_spec *spec, const char *id)
{
    for (size_t s = 0; s < spec->n_sections; s++) {
        const struct armex_section *section = &spec->sections[s];
        if (strcmp(section->id, id) == 0)
            return true;
        for (size_t i = 0; i < section->n_items; i++)
            if (strcmp(section->items[i].id, id) == 0)
                return true;
    }
    return false;
}

static armex_status check_finding(struct armex_finding *finding,
                                  const struct armex_spec *spec,
                                  struct armex_yaml *yaml)
{
    armex_status status = find_figure(&finding->figure, spec->n_figures, spec, yaml);

    if (!status)
        status = check_when(&finding->when, spec, yaml);
    if (!status)
        status = check_words(&finding->label, spec, yaml);
    if (!status)
        status = check_words(&finding->words, spec, yaml);
    for (size_t i = 0; !status && i < finding->see.n; i++)
        if (!has_id(spec, finding->see.items[i].text))
            status = armex_yaml_fail(yaml, finding->see.items[i].place,
                                     "nothing on the page has the id '%s'",
                                     finding->see.items[i].text);
    return status;
}

static armex_status check_part(struct armex_claim_part *part,
                               const struct armex_spec *spec, struct armex_yaml *yaml)
{
    armex_status status = find_figure(&part->stated, spec->n_figures, spec, yaml);

    if (!status)
        status = find_figure(&part->found, spec->n_figures, spec, yaml);
    if (!status)
        status = check_words(&part->label, spec, yaml);
    return status ? status : check_words(&part->words, spec, yaml);
}

/* A key that means nothing for this kind of item would be silently without effect. */
static armex_status check_keys(const struct armex_item *item, struct armex_yaml *yaml)
{
    const struct armex_query none = {0};
    const bool claim = item->kind == ARMEX_CLAIM, table = item->kind == ARMEX_TABLE;
    const bool index = item->kind == ARMEX_CHART && strcmp(item->value, "index") == 0;
    const bool asks = memcmp(&item->query, &none, sizeof none) != 0;
    const struct {
        const char *key, *of;
        bool given, allowed;
    } keys[] = {
        {"highlight", "a chart or table", item->highlight, !claim},
        {"base", "an index chart", item->base != 0, index},
        {"columns", "a table", item->columns.n > 0,
         table || item->kind == ARMEX_CHANGES},
        {"sort", "a table", item->sort.text, table},
        {"where", "a table", item->where.n > 0, table},
        {"parts", "a claim", item->n_parts > 0, claim},
        {"leaves-out", "a claim", item->leaves_out.n > 0, claim},
        {"a question", "a chart or table", asks, !claim},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (keys[i].given && !keys[i].allowed)
            return armex_yaml_fail(yaml, item->place, "%s belongs to %s, not here",
                                   keys[i].key, keys[i].of);
    if (item->kind == ARMEX_CLAIM && !item->n_parts)
        return armex_yaml_fail(yaml, item->place, "the key 'parts' is missing");
    return ARMEX_OK;
}

static armex_status check_item(struct armex_item *item, const struct armex_spec *spec,
                               struct armex_yaml *yaml)
{
    armex_status status = check_keys(item, yaml);

    if (item->kind != ARMEX_CLAIM)
        settle_day(&item->query, spec);
    if (item->kind == ARMEX_CHART && strcmp(item->value, "revisions") == 0)
        item->query.publications = "yes"; // it draws nothing else
    if (!status)
        status = check_when(&item->when, spec, yaml);
    if (!status)
        status = check_words(&item->title, spec, yaml);
    if (!status)
        status = check_words(&item->note, spec, yaml);
    for (size_t i = 0; !status && i < item->n_parts; i++)
        status = check_part(&item->parts[i], spec, yaml);
    for (size_t i = 0; !status && i < item->leaves_out.n; i++)
        status = check_words(&item->leaves_out.items[i], spec, yaml);
    return status;
}

static armex_status check_section(struct armex_section *section,
                                  const struct armex_spec *spec,
                                  struct armex_yaml *yaml)
{
    armex_status status = check_words(&section->heading, spec, yaml);

    if (!status)
        status = check_when(&section->when, spec, yaml);
    for (size_t i = 0; !status && i < section->words.n; i++)
        status = check_words(&section->words.items[i], spec, yaml);
    for (size_t i = 0; !status && i < section->n_items; i++)
        status = check_item(&section->items[i], spec, yaml);
    return status;
}

armex_status armex_spec_check(struct armex_spec *spec, struct armex_yaml *yaml)
{
    armex_status status = armex_spec_check_ids(spec, yaml);

    if (!spec->language)
        spec->language = "en";
    if (!status && !only(spec->language, lower, "-ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
        status = armex_yaml_fail(yaml, (struct armex_place){spec->file, 0, 0},
                                 "language: '%s' is no tag such as en or de",
                                 spec->language);
    if (!status)
        status = armex_spec_check_formats(spec, yaml);
    for (size_t f = 0; !status && f < spec->n_figures; f++)
        status = check_figure(spec, f, yaml);
    if (!status)
        status = check_words(&spec->title, spec, yaml);
    for (size_t i = 0; !status && i < spec->standfirst.n; i++)
        status = check_words(&spec->standfirst.items[i], spec, yaml);
    if (!status)
        status = check_words(&spec->kicker, spec, yaml);
    for (size_t i = 0; !status && i < spec->n_facts; i++) {
        status = check_words(&spec->facts[i].label, spec, yaml);
        if (!status)
            status = check_words(&spec->facts[i].words, spec, yaml);
    }
    for (size_t i = 0; !status && i < spec->n_findings; i++)
        status = check_finding(&spec->findings[i], spec, yaml);
    for (size_t i = 0; !status && i < spec->n_sections; i++)
        status = check_section(&spec->sections[i], spec, yaml);
    return status;
}
