/**
 * report/spec.h: what a report is to say, as its author wrote it down in YAML.
 *
 *     title                  words
 *     standfirst             words, or a list: the first that can be said stands
 *     parameters             what may be set, see report/parameter.h
 *     kicker, language       a word above the title; "en" unless given
 *     as-of                  a date for every question that has none of its own; a
 *                            question's `as-of: now` is without one
 *     formats                which of html, pdf, markdown; all unless given; html is
 *                            left out only for files: charts, tables, manifest alone
 *     chart-files            every chart also as svg, png, pdf; all unless given
 *     png-scale              pixels of their png for each pixel of width: 1, or 2
 *                            unless given
 *     facts                  list of {label, words}: the line of dates below the title
 *     figures                map of NAME: {question..., column, where, pick, by, known,
 *                             year-of}
 *                            or NAME: {ratio|change|difference: [NAME, NAME]}
 *     findings               list of {figure, label, words, when, see}
 *     sections               list of {heading, id, words, when, needs, items}; `needs`
 *                            names a dataset without which the section is left out, as
 *                            is an item that what is stored of it cannot answer
 *     items of a section     {chart: KIND, question..., id, title, note, highlight,
 *                             base: of an index the year that is 100}
 *                            {table: ANALYSIS, question..., id, title, note, columns,
 *                             where, sort, highlight}
 *                            {changes: revised|all, question..., id, title, note,
 *                             columns}
 *                            {claim: QUOTE, parts: [{label, stated, found, test,
 *                             words}], leaves-out: [words]}
 *                            any of them also with `when`
 *
 * A question has the option names of the command line: dataset, entity, years, ...
 * No figure is ever typed into words: {NAME} or {NAME:STYLE} stands for one, see
 * report/figure.h for the styles; "{{" is a brace. Words with a figure that is missing
 * are left out, and so is a finding, item or section whose `when` ("NAME > NAME",
 * "NAME <= 10", a list: all of them) does not hold: a question in it is then not asked,
 * and what is printed stays true when the data move.
 */
#ifndef ARMEX_REPORT_SPEC_H
#define ARMEX_REPORT_SPEC_H

#include "analysis/query.h"
#include "base/arena.h"
#include "report/report.h"

/** Words with slots for figures, see report/words.h. text NULL: not given. */
struct armex_report_words {
    const char *text;
    struct armex_place place;
};

struct armex_report_words_list {
    struct armex_report_words *items;
    size_t n;
};

/** A word that names something. */
struct armex_label {
    const char *text;
    struct armex_place place;
};

struct armex_labels {
    struct armex_label *items;
    size_t n;
};

/** A figure by its name; `index` is found once all figures are read. */
struct armex_report_figure_name {
    struct armex_label name;
    size_t index;
};

/** A row must have `text` in `column` (numbers as the shortest text has them). */
struct armex_where {
    const char *column, *text;
    struct armex_place place;
};

struct armex_where_list {
    struct armex_where *items;
    size_t n;
};

enum armex_report_figure_kind {
    ARMEX_REPORT_FIGURE_CELL,       /**< a cell of the answer to a question */
    ARMEX_REPORT_FIGURE_RATIO,      /**< first / second */
    ARMEX_REPORT_FIGURE_CHANGE,     /**< second / first - 1 */
    ARMEX_REPORT_FIGURE_DIFFERENCE, /**< second - first */
};

enum armex_pick {
    ARMEX_PICK_ONLY, /**< exactly one row may fit */
    ARMEX_PICK_FIRST,
    ARMEX_PICK_LAST,
    ARMEX_PICK_LARGEST, /**< by the column `by`; missing cells take no part */
    ARMEX_PICK_SMALLEST,
};

struct armex_report_figure_spec {
    const char *name;
    struct armex_place place;
    enum armex_report_figure_kind kind;
    struct armex_query query;
    const char *column, *by; /**< by NULL: column */
    const char *known;       /**< rows without a cell in it take no part; or NULL */
    struct armex_where_list where;
    struct armex_report_figure_name year_of; /**< only rows of the year that this
                                                  figure is; name.text NULL: of any */
    enum armex_pick pick;
    struct armex_report_figure_name
        of[2]; /**< of kinds made from figures before this one */
};

/** Written NAME OPERATOR NAME or NAME OPERATOR NUMBER. */
struct armex_condition {
    struct armex_report_figure_name left, right; /**< right.name.text NULL: `number` */
    double number;
    const char *sign; /**< one of < <= > >= = != */
};

struct armex_conditions {
    struct armex_condition *items;
    size_t n;
};

struct armex_fact {
    struct armex_report_words label, words;
};

struct armex_finding {
    struct armex_report_figure_name figure;
    struct armex_report_words label, words;
    struct armex_conditions when;
    struct armex_labels see; /**< ids of items and sections; checked */
    struct armex_place place;
};

struct armex_claim_part {
    struct armex_report_words label, words;
    struct armex_report_figure_name stated, found;
    const char *test; /**< "equal", or "at-most": a rank that is not above */
};

enum armex_item_kind { ARMEX_CHART, ARMEX_TABLE, ARMEX_CHANGES, ARMEX_CLAIM };

struct armex_item {
    enum armex_item_kind kind;
    struct armex_place place;
    const char *id;    /**< [a-z0-9-]+, unique on the page */
    const char *value; /**< the chart's kind, the analysis, "revised" or "all" */
    struct armex_query query;
    struct armex_report_words title, note, quote;
    const char *highlight;
    int base; /**< year of an index; 0: the chart chooses */
    struct armex_conditions when;
    struct armex_labels columns;
    struct armex_where_list where;
    struct armex_label sort; /**< a column: numbers largest first, texts from a to z */
    struct armex_claim_part *parts;
    size_t n_parts;
    struct armex_report_words_list leaves_out;
};

struct armex_section {
    struct armex_report_words heading;
    const char *id;
    struct armex_report_words_list words;
    struct armex_conditions when;
    const char *needs; /**< a dataset; NULL: none in particular */
    struct armex_item *items;
    size_t n_items;
    struct armex_place place;
};

struct armex_spec {
    struct armex_arena *arena; /**< owns all that follows, and the spec */
    const char *file;          /**< as given, for messages */
    const char *name;          /**< of the file without its folder, for what is made */
    char sha256[ARMEX_SHA256_SIZE];
    struct armex_report_words title, kicker;
    struct armex_report_words_list standfirst; /**< the first that can be said */
    struct armex_setting *settings; /**< of every parameter, settled; in their order */
    size_t n_settings;
    const char *language, *as_of;
    struct armex_labels formats, chart_files; /**< n 0: all; see report/formats.h */
    struct armex_label png_scale;             /**< text NULL: 2 */
    struct armex_fact *facts;
    size_t n_facts;
    struct armex_report_figure_spec *figures;
    size_t n_figures;
    struct armex_finding *findings;
    size_t n_findings;
    struct armex_section *sections;
    size_t n_sections;
};

/** Reads and checks a specification: every name in it means something.
 *  Owner:  the caller, armex_spec_free(); `*out` is NULL on failure.
 *  Errors: ARMEX_BAD_SPEC at the place, with the nearest right word; ARMEX_NOT_FOUND,
 *          ARMEX_IO, ARMEX_NO_MEMORY. */
armex_status armex_spec_read(struct armex_spec **out, const char *path,
                             struct armex_error *error);
/** The same with parameters set (report/parameter.h); NULL: none are.
 *  Errors: also ARMEX_USAGE for a setting that means nothing, or that is needed. */
armex_status armex_spec_read_with(struct armex_spec **out, const char *path,
                                  const struct armex_settings *settings,
                                  struct armex_error *error);
void armex_spec_free(struct armex_spec *spec); /* NULL is fine */

#endif
