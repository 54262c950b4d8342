/**
 * chart/svg_tag.h: reading the SVG that gnuplot writes, one tag at a time.
 */
#ifndef ARMEX_CHART_SVG_TAG_H
#define ARMEX_CHART_SVG_TAG_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/text.h"

/** A stretch of somebody else's text. */
struct armex_span {
    const char *at;
    size_t length;
};

bool armex_span_has(struct armex_span span, const char *text);

/** Here, so that a text written out has its length known: there are many to compare. */
static inline bool armex_span_is(struct armex_span span, const char *text)
{
    return span.length == strlen(text) && span.at &&
           !memcmp(span.at, text, span.length);
}

struct armex_svg_tag {
    struct armex_span before; /**< the text that stood before the tag */
    struct armex_span name, attributes;
    struct armex_span around; /**< attributes that it has of the group around it; who
                                   walks sets them. {0}: none */
    bool closing, empty;      /**< </g>, <path/> */
};

/** The next tag of `*at`, which moves on behind it; comments and declarations are
 *  skipped. false: there is none. */
bool armex_svg_next(struct armex_svg_tag *tag, const char **at, const char *end);

static inline bool armex_svg_is(const struct armex_svg_tag *tag, const char *name)
{
    return armex_span_is(tag->name, name);
}

/** The next attribute of `*rest`, which moves on behind it. false: there is none. */
bool armex_svg_attribute_next(struct armex_span *name, struct armex_span *value,
                              struct armex_span *rest);

/** The value of an attribute, its own or that of the group around it; {NULL, 0}: it has
 *  none of that name. */
struct armex_span armex_svg_attribute(const struct armex_svg_tag *tag,
                                      const char *name);

/** The next number of a span, which moves on behind it, whatever stands before it.
 *  gnuplot writes fixed points only: "-12.50", and chart/svg_path.h "-.5"; one beyond
 * 100,000, farther than any picture reaches, ends there. false: there is none. */
bool armex_svg_number(double *out, struct armex_span *span);

/** Appends text of XML as it reads: "&amp;" is "&". */
void armex_span_plain(struct armex_text *out, struct armex_span words);

#endif
