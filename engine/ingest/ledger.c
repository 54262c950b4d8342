/** ingest/ledger.c: rows gathered, then numbered as flows want them. */
#include "ingest/ledger.h"

#include <stdlib.h>
#include <string.h>

armex_status armex_ledger_open(struct armex_ledger *ledger, struct armex_error *error)
{
    *ledger = (struct armex_ledger){.parties = armex_words_create(),
                                    .categories = armex_words_create()};
    return ledger->parties && ledger->categories ? ARMEX_OK : armex_fail_memory(error);
}

void armex_ledger_close(struct armex_ledger *ledger)
{
    armex_words_free(ledger->parties);
    armex_words_free(ledger->categories);
    free(ledger->items);
}

armex_status armex_ledger_add(struct armex_ledger *ledger,
                              const struct armex_flow *flow, struct armex_error *error)
{
    if (ledger->n == ledger->capacity) {
        const size_t more = ledger->capacity ? 2 * ledger->capacity : 1024;
        struct armex_flow *items = reallocarray(ledger->items, more, sizeof *items);
        if (!items)
            return armex_fail_memory(error);
        ledger->items = items;
        ledger->capacity = more;
    }
    ledger->items[ledger->n++] = *flow;
    return ARMEX_OK;
}

armex_status armex_ledger_category(uint32_t *number, struct armex_ledger *ledger,
                                   const char *text, size_t length,
                                   struct armex_error *error)
{
    static const char not_stated[] = "not stated";
    bool new;

    if (!length) {
        text = not_stated;
        length = strlen(not_stated);
    }
    return armex_words_number(number, &new, ledger->categories, text, length, error);
}

armex_status armex_ledger_flows(struct armex_flows **out, struct armex_ledger *ledger,
                                const struct armex_ledger_kind *kind,
                                struct armex_error *error)
{
    struct armex_words *parties = ledger->parties, *categories = ledger->categories;
    armex_status status = armex_words_sort(parties, error);

    *out = NULL;
    if (!status)
        status = armex_words_sort(categories, error);
    if (!status)
        status = armex_flows_create(out, parties->list, parties->n_list,
                                    categories->list, categories->n_list, error);
    if (!status) {
        (*out)->measure = kind->measure;
        (*out)->unit = kind->unit;
        (*out)->scope = armex_arena_text((*out)->arena, kind->scope);
        status = (*out)->scope ? ARMEX_OK : armex_fail_memory(error);
    }
    for (size_t i = 0; !status && i < ledger->n; i++) {
        struct armex_flow flow = ledger->items[i];
        flow.supplier = parties->place[flow.supplier];
        flow.recipient = parties->place[flow.recipient];
        flow.category = categories->place[flow.category];
        status = armex_flows_add(*out, flow, error);
    }
    if (status) {
        armex_flows_free(*out);
        *out = NULL;
    }
    return status;
}
