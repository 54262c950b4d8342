/** tests/fuzz/fuzz_package.c: no json and no rows make a package into an unsound
 * vintage.
 *
 *  The input is a datapackage.json, a line of "====", and the rows of the file x.csv
 *  beside it, which is written to a folder that lasts as long as the program. */
#include <stdio.h>
#include <string.h>

#include "fuzz_vintage.h"
#include "ingest/sources.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static char package_folder[] = "/tmp/armex-fuzz-XXXXXX";

static void remove_folder(void)
{
    char path[sizeof package_folder + 8];
    snprintf(path, sizeof path, "%s/x.csv", package_folder);
    remove(path);
    remove(package_folder);
}

static void write_rows(const char *path, const char *rows, size_t length)
{
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(rows, 1, length, file) != length || fclose(file) != 0)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char rule[] = "\n====\n";
    const struct armex_ingest_options options = {.vintage = {2026, 2, 12}};
    const char *bytes = (const char *)data;
    const char *end = memmem(bytes, size, rule, sizeof rule - 1);
    const size_t length = end ? (size_t)(end - bytes) : size;
    const size_t start = end ? length + sizeof rule - 1 : size;
    char path[sizeof package_folder + 24];
    struct armex_document document = {.path = path, .length = length};
    struct armex_vintage *vintage = NULL;
    struct armex_error error = {0};
    armex_status status;
    char *json = calloc(length + 1, 1); // a document ends with a NUL

    if (!json || (strstr(package_folder, "XXXXXX") &&
                  (!mkdtemp(package_folder) || atexit(remove_folder))))
        abort();
    if (length)
        memcpy(json, bytes, length);
    document.bytes = json;
    snprintf(path, sizeof path, "%s/x.csv", package_folder);
    write_rows(path, bytes + start, size - start);
    snprintf(path, sizeof path, "%s/datapackage.json", package_folder);
    armex_source_package.recognise(&document);
    status = armex_source_package.read(&vintage, &document, &options, &error);
    check_answer(status, vintage, &error);
    free(json);
    return 0;
}
