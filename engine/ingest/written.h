/**
 * ingest/written.h: a figure as people write it: decimal commas, thousands marks, signs
 * of currencies, and the words and dashes that stand where there is none.
 *
 * For cells that base/number.h does not read: what it reads ("1.234") is what it says,
 * unless the comma is known to be the decimal mark.
 */
#ifndef ARMEX_INGEST_WRITTEN_H
#define ARMEX_INGEST_WRITTEN_H

#include "ingest/csv.h"
#include "ingest/written_marks.h"
#include "model/mark.h"
#include "model/unit.h"

/** What is known of a cell before it is read. */
struct armex_writing {
    struct armex_unit unit;
    int exponent; /**< the figure counts that power of ten of the unit */
    enum armex_comma comma;
    bool map_may_say; /**< of the comma: the message tells the user so */
    bool is_unsure;   /**< "(12)" is 12: something else says that it is unsure. Else
                           brackets are refused, for to some they mean a loss */
    struct armex_place place;
};

/** What a cell says. */
struct armex_written {
    double value;    /**< in the unit; NAN where no figure stands */
    armex_mark mark; /**< final; of no figure: missing, unknown, no_state */
    unsigned digits; /**< significant, as printed; 0 where no figure stands */
    bool doubtful;   /**< "12?", "~12", or a mark of a footnote: "12*" */
};

/** Reads the cell, blanks around it left off.
 *  No figure: blanks alone, "NA", "n.a.", "n/a", "#N/A", "n.d.", "k.A.", "null",
 * "none", "nan", ":", "-", a dash: missing; dots ("..",
 *  ". .", "...", "…"), "?": unknown; "xxx": no_state. Words in either case.
 *  Figures:   "1,5" is 1.5. Thousands are set off in threes by one kind of mark:
 *             blank (also no-break, narrow or thin), apostrophe, comma or point;
 *             "1,234,567", "1.234,5" and "1 234,5" can mean one thing only. A minus may
 *             be U+2212. A sign or code of a currency, or "%", must agree with the
 *             unit: "$5" is in any dollars, "US$5" and "5 USD" in those of the United
 *             States.
 *             Money, volumes and counts may be "1.2 bn" or "12 million"
 *             (ingest/written_ends.h). A figure with a mark of a footnote is read, and
 *             doubtful: nobody knows what the note says.
 *  Errors:    ARMEX_BAD_INPUT at the place: no figure; "12 million" where `exponent`
 *             says millions already; "1,234" alone, which may be 1234
 *             and 1.234, unless `comma` says which; another currency than the unit's;
 *             brackets. */
armex_status armex_written_read(struct armex_written *out,
                                const struct armex_cell *cell,
                                const struct armex_writing *writing,
                                struct armex_error *error);

/** What "..", "xxx" and the like say, as above; false: the text is no such word. */
bool armex_written_word(armex_mark *out, const char *text, size_t length);

#endif
