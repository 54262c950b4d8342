/** country/generate_translations.c: names in all languages, from gettext catalogues.
 *
 * A .mo file is a table of originals and a table of translations, each entry a length
 * and an offset (GNU gettext manual, "The Format of GNU MO Files").
 */
#include "country/generate.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"

enum { LARGEST_CATALOGUE = 8 << 20 };

struct catalogue {
    const unsigned char *bytes;
    size_t length;
    bool swapped; /* written on a machine of the other byte order */
    size_t n, originals, translations;
};

/* The 32-bit number at `offset`; false beyond the end. */
static bool read_number(size_t *out, const struct catalogue *catalogue, size_t offset)
{
    const unsigned char *b = catalogue->bytes + offset;
    if (offset > catalogue->length || catalogue->length - offset < 4)
        return false;
    *out = catalogue->swapped
               ? (size_t)b[0] << 24 | (size_t)b[1] << 16 | (size_t)b[2] << 8 | b[3]
               : (size_t)b[3] << 24 | (size_t)b[2] << 16 | (size_t)b[1] << 8 | b[0];
    return true;
}

/* The text whose length and offset stand at `entry`: NUL-terminated UTF-8, or NULL. */
static const char *read_text(const struct catalogue *catalogue, size_t entry)
{
    size_t length, offset;
    if (!read_number(&length, catalogue, entry) ||
        !read_number(&offset, catalogue, entry + 4) || offset >= catalogue->length ||
        length >= catalogue->length - offset ||
        catalogue->bytes[offset + length] != '\0')
        return NULL;
    const char *text = (const char *)catalogue->bytes + offset;
    return armex_utf8_valid(text, strlen(text)) ? text : NULL;
}

static bool open_catalogue(struct catalogue *out, const char *bytes, size_t length)
{
    const size_t magic = 0x950412de, magic_swapped = 0xde120495;
    size_t number;

    *out = (struct catalogue){.bytes = (const unsigned char *)bytes, .length = length};
    if (!read_number(&number, out, 0) || (number != magic && number != magic_swapped))
        return false;
    out->swapped = number == magic_swapped;
    return read_number(&out->n, out, 8) && read_number(&out->originals, out, 12) &&
           read_number(&out->translations, out, 16) && out->n <= length / 8 &&
           out->originals <= length && out->translations <= length;
}

/* An English name of ISO 3166-1 and whose it is, sorted by name. */
struct original {
    const char *text;
    size_t target;
};

static int compare_originals(const void *a, const void *b)
{
    return strcmp(((const struct original *)a)->text,
                  ((const struct original *)b)->text);
}

static struct original *list_originals(size_t *n, const struct generate_isos *isos,
                                       const struct generate_world *world)
{
    struct original *list = calloc(3 * isos->n + 1, sizeof *list);
    *n = 0;
    for (size_t i = 0; list && i < isos->n; i++)
        for (size_t j = 0; isos->items[i].current && j < 3; j++)
            if (*isos->items[i].names[j])
                list[(*n)++] = (struct original){
                    isos->items[i].names[j],
                    generate_entity_index(world, isos->items[i].code)};
    if (list)
        qsort(list, *n, sizeof *list, compare_originals);
    return list;
}

static armex_status add_catalogue(struct generate_names *names,
                                  const struct catalogue *catalogue,
                                  const struct original *originals, size_t n,
                                  const char *path, struct armex_error *error)
{
    armex_status status = ARMEX_OK;
    for (size_t i = 0; !status && i < catalogue->n; i++) {
        const struct original wanted = {
            read_text(catalogue, catalogue->originals + 8 * i), 0};
        const char *translation = read_text(catalogue, catalogue->translations + 8 * i);
        if (!wanted.text || !translation)
            return armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                              "%s: entry %zu is broken", path, i + 1);
        const struct original *found =
            bsearch(&wanted, originals, n, sizeof *originals, compare_originals);
        if (found)
            status = generate_name_add(names, translation, found->target,
                                       ARMEX_SPELT_TRANSLATED, error);
    }
    return status;
}

static armex_status add_language(struct generate_names *names, size_t *n_languages,
                                 const struct original *originals, size_t n,
                                 const char *path, struct armex_error *error)
{
    struct catalogue catalogue;
    char *bytes = NULL;
    size_t length = 0;
    armex_status status =
        armex_file_read(&bytes, &length, path, LARGEST_CATALOGUE, error);

    if (status == ARMEX_NOT_FOUND) // most languages lack one, and none is needed
        return ARMEX_OK;
    if (!status && !open_catalogue(&catalogue, bytes, length))
        status = armex_fail(error, ARMEX_BAD_INPUT, ARMEX_NOWHERE,
                            "%s is not a gettext catalogue", path);
    if (!status)
        status = add_catalogue(names, &catalogue, originals, n, path, error);
    *n_languages += !status;
    free(bytes);
    return status;
}

armex_status generate_translations(struct generate_names *names, size_t *n_languages,
                                   const struct generate_isos *isos,
                                   const struct generate_world *world,
                                   const char *folder, struct armex_error *error)
{
    char **languages = NULL;
    size_t n = 0, n_originals = 0;
    struct original *originals = list_originals(&n_originals, isos, world);
    armex_status status = originals ? ARMEX_OK : armex_fail_memory(error);

    *n_languages = 0;
    if (!status)
        status = armex_folder_list(&languages, &n, folder, "", error);
    for (size_t i = 0; !status && i < n; i++) {
        const char *path = armex_arena_printf(
            names->arena, "%s/%s/LC_MESSAGES/iso_3166-1.mo", folder, languages[i]);
        status =
            path ? add_language(names, n_languages, originals, n_originals, path, error)
                 : armex_fail_memory(error);
    }
    free(languages);
    free(originals);
    return status;
}
