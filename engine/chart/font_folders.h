/**
 * chart/font_folders.h: the files of a typeface, found where systems keep them.
 *
 * Reading the folders takes half a millisecond; fontconfig's fc-match takes six, twice.
 * They must give the same answer, so whatever could make fontconfig choose otherwise,
 * settings of one's own, a second file of the same name, a file of several weights,
 * leaves the question to it.
 */
#ifndef ARMEX_CHART_FONT_FOLDERS_H
#define ARMEX_CHART_FONT_FOLDERS_H

#include <stdbool.h>
#include <stddef.h>

struct armex_font_files {
    const char *family; /**< "Inter"; static */
    char regular[1024], bold[1024];
};

/** The first of Inter, Open Sans, Liberation Sans and DejaVu Sans of which these
 * folders, and what is in them, hold a regular and a bold once each. A folder that is
 * not there is empty. false: none of the four is there, or there is doubt about it. */
bool armex_font_folders_search(struct armex_font_files *out, const char *const *folders,
                               size_t n);

/** The same in the folders that fontconfig reads unless told otherwise: the system's
 * and the user's. false too when it was told otherwise. */
bool armex_font_folders_find(struct armex_font_files *out);

#endif
