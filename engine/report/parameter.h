/**
 * report/parameter.h: what may be chosen when a report is asked for: the country of a
 * profile.
 *
 *     parameters:
 *       entity: {kind: entity, about: the country of the profile}
 *       top: {kind: number, about: how many are drawn, default: 15}
 *
 * In every text of the specification $(entity) stands for the value and $(entity:name)
 * for the name of an entity; $(entity:the) is the name as it stands in a sentence, "the
 * United States", $(entity:The) as it begins one. One without a default must be given.
 * A default of "" makes it optional: a key whose whole value is such a parameter is
 * then as if it were not there. Without `parameters` a "$(" is a text like any other.
 */
#ifndef ARMEX_REPORT_PARAMETER_H
#define ARMEX_REPORT_PARAMETER_H

#include "report/yaml.h"

struct armex_parameter {
    const char *name, *about, *otherwise; /**< otherwise NULL: must be given */
    const char *kind;                     /**< entity, number, text */
    const char *value;                    /**< never NULL once read; "": not given */
    const char *title;                    /**< of an entity its name, else the value */
    struct armex_place place;
};

/** Reads the map `parameters` of the document, if it has one, and settles each value:
 *  an entity's is its code, whatever the spelling it was given in.
 *  Errors: ARMEX_BAD_SPEC at the place; ARMEX_USAGE for a setting that no parameter
 *          takes, a value that does not fit, and one that is needed and not given. */
armex_status armex_parameters_read(struct armex_yaml *yaml,
                                   const struct armex_settings *settings);

/** Puts values in the place of $(NAME), $(NAME:name) and so on; `*text` is of the
 * arena. Errors: ARMEX_BAD_SPEC for a name or style that is not there; ARMEX_NO_MEMORY.
 */
armex_status armex_parameters_fill(struct armex_yaml *yaml, struct armex_place place,
                                   const char **text);

/** Whether the whole text is a parameter that was not given. */
bool armex_parameters_none(const struct armex_yaml *yaml, const char *text,
                           size_t length);

/** For the map that holds them, which armex_parameters_read() has read before. */
armex_yaml_read armex_parameters_skip;

#endif
