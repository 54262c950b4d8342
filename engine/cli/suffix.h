/**
 * cli/suffix.h: what the end of a file's name asks for.
 */
#ifndef ARMEX_CLI_SUFFIX_H
#define ARMEX_CLI_SUFFIX_H

#include <stddef.h>

/** The part of `path` after the last dot of its last component, or "". */
const char *armex_suffix(const char *path);

/** Which of `words[0..n)` it is, or n. */
size_t armex_suffix_among(const char *path, const char *const *words, size_t n);

#endif
