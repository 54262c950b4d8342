/** cli/answer.c: commands that are one question to the analysis. */
#include "cli/answer.h"

armex_status armex_answer(struct armex_session *session, const char *analysis,
                          struct armex_error *error)
{
    struct armex_store *store = NULL;
    struct armex_table *table = NULL;
    armex_status status = armex_session_store(&store, session, error);

    session->query.analysis = analysis;
    if (!status)
        status = armex_query_answer(&table, store, &session->query, error);
    if (!status)
        status = armex_session_table(session, table, error);
    armex_table_free(table);
    armex_store_close(store);
    return status;
}
