/** bench/peers/duckdb.c: the least client of DuckDB, in C, so that it is charged for
 * nothing else.
 *
 *      duckdb FILE.sql [NAME=TEXT]...
 *
 * puts TEXT wherever the statements say ${NAME}, runs them, and prints the first row of
 * the last one.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Of DuckDB's stable C interface what is needed; its header does not come with the
 * library that npm brings. */
typedef struct {
    unsigned long columns, rows, changed;
    void *deprecated;
    char *message;
    void *internal;
} duckdb_result;
int duckdb_open(const char *path, void **database);
int duckdb_connect(void *database, void **connection);
int duckdb_query(void *connection, const char *statement, duckdb_result *result);
const char *duckdb_result_error(duckdb_result *result);
unsigned long duckdb_column_count(duckdb_result *result);
char *duckdb_value_varchar(duckdb_result *result, unsigned long column,
                           unsigned long row);
void duckdb_destroy_result(duckdb_result *result);

static char statements[1 << 16];

static void read_statements(const char *path)
{
    FILE *file = fopen(path, "r");
    if (!file || fread(statements, 1, sizeof statements - 1, file) == 0)
        exit(66);
    fclose(file);
}

static void put_in(const char *name_and_text)
{
    static char after[sizeof statements];
    const char *text = strchr(name_and_text, '=') + 1;
    char name[64], *at;

    snprintf(name, sizeof name, "${%.*s}", (int)(text - 1 - name_and_text),
             name_and_text);
    while ((at = strstr(statements, name))) {
        strcpy(after, at + strlen(name));
        snprintf(at, sizeof statements - (size_t)(at - statements), "%s%s", text,
                 after);
    }
}

static void run(void *connection, const char *statement, int last)
{
    duckdb_result result;

    memset(&result, 0, sizeof result);
    if (duckdb_query(connection, statement, &result)) {
        fprintf(stderr, "%s\n", duckdb_result_error(&result));
        exit(1);
    }
    for (unsigned long i = 0; last && i < duckdb_column_count(&result); i++)
        printf("%s%s", i ? " " : "", duckdb_value_varchar(&result, i, 0));
    if (last)
        puts("");
    duckdb_destroy_result(&result);
}

int main(int count, char **arguments)
{
    void *database, *connection;

    read_statements(arguments[1]);
    for (int i = 2; i < count; i++)
        put_in(arguments[i]);
    if (duckdb_open(NULL, &database) || duckdb_connect(database, &connection))
        return 1;
    for (char *at = statements, *end; (end = strchr(at, ';')); at = end + 1) {
        *end = '\0';
        run(connection, at, strchr(end + 1, ';') == NULL);
    }
    fflush(stdout);
    _Exit(0); // what is left to tidy up is the system's to take back
}
