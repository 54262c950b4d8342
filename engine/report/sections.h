/**
 * report/sections.h: the sections of a report and what they show, in order, by whatever
 * hand writes them: as a page, for paper, as Markdown.
 */
#ifndef ARMEX_REPORT_SECTIONS_H
#define ARMEX_REPORT_SECTIONS_H

#include "report/contents.h"

/** Appends a chart or a table. Errors: its own. */
typedef armex_status armex_write_exhibit(struct armex_text *out,
                                         const struct armex_contents *contents,
                                         const struct armex_exhibit *exhibit,
                                         struct armex_error *error);

/** How each part of a section is written; words and heading are never NULL. */
struct armex_section_writer {
    void (*begin)(struct armex_text *out, const struct armex_section *section,
                  const char *heading);
    /** A paragraph; `leads`: to what the section shows, right below. */
    void (*say)(struct armex_text *out, const char *words, bool leads);
    armex_write_exhibit *chart;
    armex_write_exhibit *table; /**< of changes too */
    void (*claim)(struct armex_text *out, struct armex_contents *contents,
                  const struct armex_exhibit *exhibit);
    void (*end)(struct armex_text *out); /**< NULL: nothing ends a section */
    /** Whether it can be written now; NULL: whatever it is. */
    bool (*ready)(const struct armex_exhibit *exhibit);
};

/** How far the writing is. Starts as {.contents, .writer}. */
struct armex_sections {
    struct armex_contents *contents;
    const struct armex_section_writer *writer;
    size_t section, item; /**< that come next */
    size_t exhibit;
    bool within; /**< the section has begun */
    bool done;   /**< all is written */
};

/** Appends what follows, up to an exhibit that is not ready. Errors: as
 *  armex_sections_write(). */
armex_status armex_sections_go_on(struct armex_text *out,
                                  struct armex_sections *sections,
                                  struct armex_error *error);

/** Appends every section that stands on the page: its heading, or its id if that cannot
 *  be said, its words, its exhibits. `out` fails if memory does.
 *  Errors: those of the first exhibit that fails; ARMEX_NO_MEMORY. */
armex_status armex_sections_write(struct armex_text *out,
                                  struct armex_contents *contents,
                                  const struct armex_section_writer *writer,
                                  struct armex_error *error);

#endif
