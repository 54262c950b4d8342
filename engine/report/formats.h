/**
 * report/formats.h: which files a report is made of.
 */
#ifndef ARMEX_REPORT_FORMATS_H
#define ARMEX_REPORT_FORMATS_H

#include "report/spec.h"
#include "report/yaml.h"

/** Charts as files, tables as csv and the manifest are always made; so is the page,
 *  unless "files" is named and "html" is not. */
struct armex_report_formats {
    bool html, pdf, markdown;
    bool svg, png, chart_pdf; /**< every chart as a file of its own */
    int png_scale;            /**< 1 or 2 */
    bool pdf_missing; /**< nobody named it, and the program for it is not there */
    bool png_missing; /**< the same of the charts' png */
};

/** What the request names, else what the specification names, else all. A PDF or png
 *  that nobody named is left out where the program for it is missing.
 *  Errors: ARMEX_USAGE for a word of the request that names no format. */
armex_status armex_report_formats(struct armex_report_formats *out,
                                  const struct armex_spec *spec,
                                  const struct armex_report_request *request,
                                  struct armex_error *error);

/** Errors: ARMEX_BAD_SPEC for a word of the specification that names no format, for a
 *  scale that is neither 1 nor 2. */
armex_status armex_spec_check_formats(const struct armex_spec *spec,
                                      struct armex_yaml *yaml);

/** Appends "html pdf markdown, charts svg png@2 pdf": for the fingerprint. */
void armex_report_formats_write(struct armex_text *out,
                                const struct armex_report_formats *formats);

#endif
