/**
 * ingest/party.h: whom a row is about: its code first, then its name.
 */
#ifndef ARMEX_INGEST_PARTY_H
#define ARMEX_INGEST_PARTY_H

#include "ingest/names.h"

/** The last answer: rows of one country follow one another. Starts with the names of
 *  the document, and nothing else. */
struct armex_party {
    struct armex_names *names;
    struct armex_cell code, name;
    const struct armex_entity *entity;
};

/** The entity of the code in `code`; where it is empty or means nobody, that of the
 *  name in `name`. Publishers give the same country other names every few years, and
 *  other codes hardly ever. Texts of the cells must last as long as the party.
 *  Errors: ARMEX_BAD_INPUT at the name, or at the code where the name is empty;
 *          ARMEX_NO_MEMORY. */
armex_status armex_party_find(struct armex_party *party, const char *file,
                              const struct armex_cell *code,
                              const struct armex_cell *name, struct armex_error *error);

#endif
