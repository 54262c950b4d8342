/**
 * report/html.h: HTML in which nothing that came in with data can be anything but text.
 */
#ifndef ARMEX_REPORT_HTML_H
#define ARMEX_REPORT_HTML_H

#include "base/text.h"

/** Appends `text` as text: & < > " ' as entities, controls left out, broken UTF-8 as
 *  U+FFFD. Right in an element and between quotes of an attribute. */
void armex_html_text(struct armex_text *out, const char *text);

/** printf of markup: every %s is escaped as above, so only the format can be markup.
 *  Knows %s, %zu, %d and %%. */
void armex_html(struct armex_text *out, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/** Appends bytes as the data of a URL (RFC 3986): what is no letter, digit or sign that
 *  means nothing there as %XX. Right between quotes of an attribute too. */
void armex_html_url(struct armex_text *out, const char *bytes, size_t length);

/** Appends base64 (RFC 4648). */
void armex_base64(struct armex_text *out, const void *bytes, size_t length);

#endif
