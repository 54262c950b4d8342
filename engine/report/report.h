/**
 * report/report.h: a specification becomes a folder: a page, its charts and tables, a
 * manifest.
 *
 *     FOLDER/index.html      the page: one file, asks for nothing over a network
 *     FOLDER/report.pdf      the same on paper: real text, charts as vectors
 *     FOLDER/report.md       the same as Markdown, for wikis
 *     FOLDER/charts/ID.svg   every chart, also as .png and .pdf
 *     FOLDER/tables/ID.csv   every table, and the figures of every chart
 *     FOLDER/manifest.json   what it was made from and what was made, with hashes
 *
 * The same store, specification, program and command give the same bytes: there is no
 * clock in them. Over an older report the page also says what changed since then, and
 * says it again until something else changes. The layout of a specification is
 * described in report/spec.h.
 */
#ifndef ARMEX_REPORT_REPORT_H
#define ARMEX_REPORT_REPORT_H

#include "chart/chart.h"
#include "store/store.h"

/** A parameter of the specification and what it is to be: "entity", "FRA". */
struct armex_setting {
    const char *name, *value;
};

struct armex_settings {
    const struct armex_setting *items;
    size_t n;
};

struct armex_report_request {
    const char *spec;        /**< path of the YAML file */
    const char *folder;      /**< where the report goes; its folder above must exist */
    const char *command;     /**< as typed, for the page and the manifest; NULL: "" */
    const char *version;     /**< of the program; NULL: "" */
    const char *formats;     /**< "html,pdf,markdown,files" or some; NULL: the spec's */
    const char *pdf_program; /**< armex-paint; NULL: on the PATH */
    const struct armex_chart_tools *tools;
    struct armex_settings settings; /**< of the same name the last stands */
    bool if_changed;                /**< leave a report that is up to date as it is */
    bool check; /**< write nothing: only say whether it is up to date */
};

/** What was done; texts of the error when there was one. */
struct armex_report_outcome {
    bool no_pdf;       /**< it was not asked for by name, and armex-paint is missing */
    bool no_png;       /**< the same of the charts' png */
    bool written;      /**< false: it was up to date, or only checked */
    const char *shows; /**< the file to be looked at first: "index.html" */
    size_t charts, tables;
    size_t
        left_out; /**< findings and words whose figures are missing or guard failed */
};

/** Builds the report aside and swaps it in whole. What stood in `folder` stands until
 *  then, and stays on failure; a folder that holds anything but a report is refused.
 *
 *  A report is up to date when its manifest's fingerprint (of the specification, the
 *  answers to all its questions with their sources, the templates of the charts and
 *  the program's version) is that of now, and every file it lists is unaltered.
 *
 *  `outcome` may be NULL.
 *  Errors: ARMEX_BAD_SPEC with file:line:column; ARMEX_TRY_AGAIN when another run holds
 *          the lock; ARMEX_ANSWER_NO from `check`, saying what is out of date;
 *          ARMEX_UNAVAILABLE when a PDF or png was asked for by name and armex-paint is
 *          missing;
 *          ARMEX_NOT_FOUND, ARMEX_CANNOT_CREATE, ARMEX_IO; else as the questions and
 *          charts in it, with the place in the specification before the message. */
armex_status armex_report(struct armex_report_outcome *outcome,
                          const struct armex_store *store,
                          const struct armex_report_request *request,
                          struct armex_error *error);

#endif
