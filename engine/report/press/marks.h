/**
 * report/press/marks.h: the marks within words of a document for paper.
 *
 * No text that came in with data can hold them, for it is freed of controls.
 */
#ifndef ARMEX_REPORT_PRESS_MARKS_H
#define ARMEX_REPORT_PRESS_MARKS_H

/** LINK TARGET LINKED WORDS LINK_END, BOLD WORDS BOLD_END. */
enum press_mark {
    PRESS_LINK = 2,
    PRESS_LINKED,
    PRESS_LINK_END,
    PRESS_BOLD,
    PRESS_BOLD_END
};

#endif
