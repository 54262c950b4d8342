/** analysis/claims_statements.c: a list of statements that grows. */
#include <string.h>

#include "analysis/claims.h"

armex_status armex_statements_add(struct armex_statements *statements,
                                  const struct armex_statement *statement,
                                  struct armex_error *error)
{
    struct armex_statement copy = *statement;

    if (statements->n == statements->capacity) {
        const size_t capacity = 2 * statements->capacity + 8;
        struct armex_statement *items =
            armex_arena_new(statements->arena, capacity, sizeof *items);
        if (!items)
            return armex_fail_memory(error);
        if (statements->n)
            memcpy(items, statements->items, statements->n * sizeof *items);
        statements->items = items;
        statements->capacity = capacity;
    }
    copy.id = armex_arena_text(statements->arena, statement->id);
    copy.why = armex_arena_text(statements->arena, statement->why);
    copy.scope =
        statement->scope ? armex_arena_text(statements->arena, statement->scope) : NULL;
    if (!copy.id || !copy.why || (statement->scope && !copy.scope))
        return armex_fail_memory(error);
    statements->items[statements->n++] = copy;
    return ARMEX_OK;
}
