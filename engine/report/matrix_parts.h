/**
 * report/matrix_parts.h: what a matrix needs besides its cells, one file each.
 */
#ifndef ARMEX_REPORT_MATRIX_PARTS_H
#define ARMEX_REPORT_MATRIX_PARTS_H

#include "report/matrix.h"

/** Finds the usual status and the letters of the others. false: there are too many. */
bool armex_matrix_find_marks(struct armex_matrix *matrix);

/** Finds how wide series and years are as columns, and so which stand down the side. */
void armex_matrix_measure(struct armex_matrix *matrix);

#endif
