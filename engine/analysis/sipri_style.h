/**
 * analysis/sipri_style.h: how SIPRI's yearly fact sheet counts, rounds and words a
 * ranking, edition by edition.
 *
 * The edition of a year ("Trends in International Arms Transfers, 2023") ranks the five
 * years that end in it, appears in March of the next one, and sets them beside the five
 * years before. Source: the editions as quoted in the dataset sipri-factsheets.
 */
#ifndef ARMEX_ANALYSIS_SIPRI_STYLE_H
#define ARMEX_ANALYSIS_SIPRI_STYLE_H

#include "analysis/rank_parts.h"
#include "country/entity.h"

enum { ARMEX_SIPRI_WINDOW = 5 };

/** Whether the fact sheet gives such a one a rank. States have one; among importers
 *  NATO too (2019–23: Kazakhstan 33rd, Belarus 40th, with NATO 30th). The others count
 *  in the world's total only. */
bool armex_sipri_ranks(enum armex_entity_kind kind, enum armex_flow_direction flow);

/** How the edition of `year` prints shares and changes: whole per cents to 2014 ("China
 *  5, Germany 5, France 5"); since 2015 one decimal below 10 ("5.9, 5.6, 4.7"). */
enum armex_column_type armex_sipri_column(int year);

/** Decimals that the edition of `year` gives to `percent`: 41.7 none, 5.8 one. */
int armex_sipri_decimals(double percent, int year);

/** A hundred times the fraction, rounded once: 0.0725 is 7.25, not 7.2499…. */
double armex_sipri_per_cent_of(double fraction);

/** "42", "5.8", "−3.3", without a per cent sign; "" for NAN. Returns the length. */
size_t armex_sipri_percent(char out[32], double fraction, int year);

/** Change of the world's volume between the windows, unrounded; NAN: none. */
double armex_sipri_world_change(const struct armex_rank_run *run);

/** "The 25 largest exporters of major arms", where `top` rows are asked for. NULL: no
 *  memory. */
const char *armex_sipri_title(const struct armex_rank_run *run,
                              enum armex_flow_direction flow,
                              struct armex_arena *arena);

/** The notes below the table: what shares are of, how the world's volume moved, how
 *  many suppliers or recipients there are, how figures are rounded.
 *  Errors: ARMEX_NO_MEMORY. */
armex_status armex_sipri_notes(struct armex_rank_run *run);

#endif
