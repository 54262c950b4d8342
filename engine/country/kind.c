/** country/kind.c: the words for kinds of entities. */
#include "country/entity.h"

const char *armex_entity_kind_name(enum armex_entity_kind kind)
{
    static const char *const names[] = {
        "state",        "former state", "territory", "armed group",
        "organisation", "unknown",      "aggregate",
    };
    return (size_t)kind < sizeof names / sizeof *names ? names[kind] : "";
}
