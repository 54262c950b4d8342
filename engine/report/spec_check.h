/**
 * report/spec_check.h: the parts of reading a specification that its files share.
 */
#ifndef ARMEX_REPORT_SPEC_CHECK_H
#define ARMEX_REPORT_SPEC_CHECK_H

#include "report/yaml.h"

/** The list under `sections`, into a struct armex_spec. */
armex_yaml_read armex_spec_read_sections;

/** A condition or a list of them, into a struct armex_conditions. */
armex_yaml_read armex_spec_read_conditions;

/** Errors: ARMEX_BAD_SPEC when there is no analysis of that name. */
armex_status armex_spec_check_analysis(struct armex_yaml *yaml,
                                       struct armex_place place, const char *name);

/** Every section and item gets an id, unique on the page. Errors: ARMEX_BAD_SPEC. */
armex_status armex_spec_check_ids(struct armex_spec *spec, struct armex_yaml *yaml);

/** What no single key can know: every figure that is named exists, ids are unique,
 *  slots and styles mean something, links lead somewhere. Finds the indices of
 *  figures, gives ids to what has none, and `as-of` to every question without. */
armex_status armex_spec_check(struct armex_spec *spec, struct armex_yaml *yaml);

#endif
