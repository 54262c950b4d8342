/** cli/ingest_aside.c: names that the user explains, rows that he wants to see. */
#include "cli/ingest_aside.h"

#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "ingest/map.h"
#include "ingest/rejects.h"

static armex_status read_unknown(bool *keep, const char *word,
                                 struct armex_error *error)
{
    *keep = word && strcmp(word, "keep") == 0;
    if (!word || *keep || strcmp(word, "stop") == 0)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "--unknown: '%s' is neither stop nor keep", word);
}

/** Whether both names are one file, which is there. */
static bool same_file(const char *a, const char *b)
{
    struct stat one, other;

    return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev &&
           one.st_ino == other.st_ino;
}

static armex_status check_rejects(const char *path, const char *const *files,
                                  size_t n_files, struct armex_error *error)
{
    if (strcmp(path, "-") == 0)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--rejects needs the name of a file");
    if (n_files > 1)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--rejects takes the rows of one file; read the files one by "
                          "one");
    if (n_files && same_file(path, files[0]))
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "--rejects: '%s' is the file to be read", path);
    return ARMEX_OK;
}

armex_status armex_ingest_aside_open(struct armex_ingest_aside *out,
                                     const struct armex_aside_words *words,
                                     const char *const *files, size_t n_files,
                                     struct armex_error *error)
{
    armex_status status;

    *out = (struct armex_ingest_aside){.path = words->rejects};
    status = read_unknown(&out->keep_unknown, words->unknown, error);
    if (!status && words->rejects)
        status = check_rejects(words->rejects, files, n_files, error);
    if (!status && words->map)
        status = armex_map_read(&out->map, words->map, error);
    if (!status && words->rejects)
        status = armex_rejects_create(&out->rejects, error);
    return status;
}

void armex_ingest_aside_close(struct armex_ingest_aside *aside)
{
    armex_rejects_free(aside->rejects);
    armex_map_free(aside->map);
}

armex_status armex_ingest_aside_write(void *context, struct armex_error *error)
{
    const struct armex_ingest_aside *aside = context;
    const char *text = aside->rejects ? armex_rejects_text(aside->rejects) : NULL;

    return text ? armex_file_write(aside->path, text, strlen(text), error) : ARMEX_OK;
}
