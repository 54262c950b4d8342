/**
 * report/origin_parts.h: each format's own way to say where a file comes from.
 */
#ifndef ARMEX_REPORT_ORIGIN_PARTS_H
#define ARMEX_REPORT_ORIGIN_PARTS_H

#include <stdbool.h>

#include "base/text.h"
#include "report/origin.h"

/** A file in memory, with a NUL behind it, and what it says, plain. */
struct armex_origin_words {
    struct armex_text sources; /**< "DATASET VINTAGE sha256:HEX; ..." */
    struct armex_text command;
};

/** false: the bytes are of another format, or say nothing. */
typedef bool armex_origin_find(struct armex_origin_words *out, const char *bytes,
                               size_t length);

armex_origin_find armex_origin_png, armex_origin_pdf, armex_origin_svg,
    armex_origin_html, armex_origin_tex, armex_origin_json;

/** From the manifest of the report that the file at `path`, with that hash, is part of:
 *  beside it or in the folder above. */
bool armex_origin_manifest(struct armex_origin_words *out, const char *path,
                           const char *sha256);

#endif
