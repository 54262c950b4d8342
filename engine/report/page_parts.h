/**
 * report/page_parts.h: the parts of a page, one file each, appended in this order.
 */
#ifndef ARMEX_REPORT_PAGE_PARTS_H
#define ARMEX_REPORT_PAGE_PARTS_H

#include "report/contents.h"
#include "report/html.h"
#include "report/matrix.h"

/** The style sheet, without the rule that names the page in print. */
extern const char armex_page_style[];

/** The script that sorts tables; its hash stands in the page's policy. */
extern const char armex_page_script[];

/** The policy that lets nothing but this page's own script run, style, links and icon.
 */
void armex_page_policy(struct armex_text *out);

/** The words of a finding; NULL when it is not true now, which is then noted. */
const char *armex_finding_words(struct armex_contents *contents,
                                const struct armex_finding *finding);

/** Whether any finding can be said now. */
bool armex_page_has_findings(struct armex_contents *contents);

/** Its figure, and the unit beside it where that is no part of the number. */
void armex_finding_number(struct armex_text *number, struct armex_text *unit,
                          const struct armex_report_figure *figure);

/** What a link to that id says: "Chart 2", the heading of a section; nothing when it is
 *  not on the page now. */
void armex_page_link_words(struct armex_text *out, struct armex_contents *contents,
                           const char *id);

/** Key findings, unless there are none: a big number, a sentence, links to what shows
 * it. */
void armex_page_findings(struct armex_text *out, struct armex_contents *contents);

/** What changed since last time, unless nothing did. */
void armex_page_since(struct armex_text *out, const struct armex_contents *contents);

/** Appends one change as a sentence without its full stop; the heading of its kind. */
void armex_since_say(struct armex_text *out, const struct armex_since_change *change);
const char *armex_since_heading(enum armex_since_change_kind kind);

/** A claim against what was found: its parts, stated and found, and the verdict. */
void armex_page_claim(struct armex_text *out, struct armex_contents *contents,
                      const struct armex_exhibit *exhibit);

/** A chart in two widths, its words, its data. */
armex_status armex_page_chart(struct armex_text *out,
                              const struct armex_contents *contents,
                              const struct armex_exhibit *exhibit,
                              struct armex_error *error);

/** A table as an exhibit of its own. */
armex_status armex_page_table(struct armex_text *out,
                              const struct armex_contents *contents,
                              const struct armex_exhibit *exhibit,
                              struct armex_error *error);

/** `<table>` alone, as it was prepared: sortable, cells as people read them; one or
 *  more, where the figures are seen as a matrix; nothing of a table without rows. */
void armex_page_rows(struct armex_text *out, const struct armex_exhibit *exhibit);

/** A matrix of figures as tables like that; `same` is said of all its figures. */
void armex_page_matrix(struct armex_text *out, const struct armex_matrix *matrix,
                       const struct armex_exhibit *exhibit, const char *same);

/** The end of a cell's tag, and its words: with its figure unrounded, or its text as
 *  it is kept, as the attribute data-v where what is shown would sort otherwise. The
 *  script reads numbers past thousands marks and U+2212. `words` is room to work in. */
void armex_page_table_cell(struct armex_text *out, struct armex_text *words,
                           const struct armex_view *view, size_t row, size_t i);

/** A link that hands over the exhibit's csv. */
void armex_page_csv(struct armex_text *out, const struct armex_exhibit *exhibit);

/** What an answer says of itself; a long list is folded away. */
void armex_page_notes(struct armex_text *out, const struct armex_table *table);

/** "Source: ..." with links. */
void armex_page_origin(struct armex_text *out, const struct armex_contents *contents,
                       const struct armex_table *table);

/** The table of sources and the footer with command, version and manifest. */
void armex_page_sources(struct armex_text *out, const struct armex_contents *contents);
void armex_page_footer(struct armex_text *out, const struct armex_contents *contents,
                       const struct armex_report_request *request);

#endif
