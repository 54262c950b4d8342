/**
 * analysis/claims_parts.h: what the files of claims share among themselves.
 */
#ifndef ARMEX_ANALYSIS_CLAIMS_PARTS_H
#define ARMEX_ANALYSIS_CLAIMS_PARTS_H

#include "analysis/claims.h"
#include "base/text.h"

/** Panel and publications of one vintage as they stood on one day. */
struct armex_evidence {
    const struct armex_panel *panel;
    const struct armex_publications *publications; /**< NULL: digits are not known */
    int as_of;                                     /**< yyyymmdd; 0: all is known */
};

/** What the evidence says. */
struct armex_finding {
    double value;     /**< as armex_statement.figure; NAN: no figure */
    double low, high; /**< what the published digits leave room for; both `value` where
                           the figure is as published */
    unsigned digits;  /**< of a figure as published; 0: not known, or worked out here */
    struct armex_date told; /**< when such a figure was published; year 0: not known */
    size_t series;          /**< of the panel */
    int window; /**< length of the window that answered for a single year; 0: none did
                 */
    bool published; /**< a rank, share or change as printed, not worked out */
};

/** Half a unit of the last of `digits` significant digits; of one digit as of two, for
 *  "9,000 million" is hardly 9 give or take a half. 0 where the digits are not known.
 */
double armex_half_unit(double value, unsigned digits);

/** How a series can answer a statement. */
enum armex_answers { ARMEX_ANSWERS_NOT, ARMEX_ANSWERS_PUBLISHED, ARMEX_ANSWERS_WORKED };

enum armex_answers armex_claim_answers(const struct armex_statement *statement,
                                       const struct armex_series *series);

/** What series s says of the statement; false, and value NAN: nothing. */
bool armex_claim_find(struct armex_finding *out, const struct armex_evidence *evidence,
                      const struct armex_statement *statement, size_t s);

/** SUPPORTED, ROUNDING or CONTRADICTED, as claims.h has it. */
enum armex_verdict armex_claim_weigh(const struct armex_statement *statement,
                                     const struct armex_finding *finding);

/** Whether the finding, rounded or cut to the claim's digits, is the figure claimed. */
bool armex_claim_rounds(const struct armex_statement *statement,
                        const struct armex_finding *finding);

/** The best of all series that answer. false: none has a figure. `*answered` is whether
 *  any series could answer at all. */
bool armex_claim_best(struct armex_finding *out, enum armex_verdict *verdict,
                      bool *answered, const struct armex_evidence *evidence,
                      const struct armex_statement *statement);

/** A verdict on one vintage. `standing` is what stands now; `found` what bears the
 *  verdict out, and equals it but for other vintages and windows. */
struct armex_judgement {
    enum armex_verdict verdict;
    struct armex_finding found, standing;
    struct armex_claim_years base, at; /**< the other window */
    struct armex_date day;             /**< of the other vintage */
};

/** Judges by one vintage, with the search. false: it does not bear on the statement, or
 *  holds no figure of it (`*answered` as above). Errors: ARMEX_NO_MEMORY. */
armex_status armex_claim_judgement(struct armex_judgement *out, bool *bears,
                                   bool *answered, const struct armex_vintage *vintage,
                                   const struct armex_statement *statement, int as_of,
                                   struct armex_error *error);

/** A figure as a person reads it: "14 billion USD", "rank 10", "91.8 %", "14 times".
 *  `digits` at the least three. */
void armex_claim_figure_words(struct armex_text *out,
                              const struct armex_statement *statement,
                              struct armex_unit unit, double value, unsigned digits);

/** What the statement is about: "orders 2023", "rank 2019–23, at most". */
void armex_claim_words(struct armex_text *out, const struct armex_statement *statement);

/** "2023", or "2019–23". */
void armex_claim_years_words(struct armex_text *out, struct armex_claim_years years);

/** Why the verdict is what it is. */
void armex_claim_reason(struct armex_text *out, const struct armex_statement *statement,
                        const struct armex_panel *panel,
                        const struct armex_judgement *judgement);

#endif
