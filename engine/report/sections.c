/** report/sections.c: section by section, exhibit by exhibit, whoever writes them. */
#include "report/sections.h"

#include <stdlib.h>

#include "base/threads.h"

/* What an exhibit alone comes to, written before the rest. */
struct piece {
    struct armex_text text;
    armex_status status;
    struct armex_error error;
};

struct writing {
    struct armex_contents *contents;
    const struct armex_section_writer *writer;
    struct piece *pieces; // as the exhibits
    size_t next;          // exhibit that stands next on the page
};

/* A claim is left for later: it notes in the contents what it leaves out. */
static void write_piece(void *context, size_t i, void *scratch)
{
    (void)scratch;
    const struct writing *writing = context;
    const struct armex_exhibit *exhibit = &writing->contents->exhibits[i];
    struct piece *piece = &writing->pieces[i];
    armex_write_exhibit *write = exhibit->item->kind == ARMEX_CHART
                                     ? writing->writer->chart
                                     : writing->writer->table;

    if (exhibit->item->kind != ARMEX_CLAIM)
        piece->status = write(&piece->text, writing->contents, exhibit, &piece->error);
}

static armex_status add_exhibit(struct armex_text *out, const struct writing *writing,
                                size_t i, struct armex_error *error)
{
    const struct armex_exhibit *exhibit = &writing->contents->exhibits[i];
    const struct piece *piece = &writing->pieces[i];

    if (exhibit->item->kind == ARMEX_CLAIM)
        writing->writer->claim(out, writing->contents, exhibit);
    armex_text_add_bytes(out, piece->text.data, piece->text.length);
    out->failed = out->failed || piece->text.failed;
    if (piece->status && error)
        *error = piece->error;
    return piece->status;
}

static void add_words(struct armex_text *out, const struct writing *writing,
                      const struct armex_section *section)
{
    const struct armex_report_words_list *list = &section->words;

    for (size_t i = 0; i < list->n; i++) {
        const char *words = armex_contents_say(writing->contents, &list->items[i]);
        if (words)
            writing->writer->say(out, words, i + 1 == list->n && section->n_items);
    }
}

static armex_status add_section(struct armex_text *out, struct writing *writing,
                                const struct armex_section *section,
                                struct armex_error *error)
{
    struct armex_contents *contents = writing->contents;
    armex_status status = ARMEX_OK;

    if (!armex_contents_has(contents, section))
        return ARMEX_OK;
    const char *heading = armex_contents_say(contents, &section->heading);
    writing->writer->begin(out, section, heading ? heading : section->id);
    add_words(out, writing, section);
    for (size_t i = 0; !status && i < section->n_items; i++)
        if (writing->next < contents->n_exhibits &&
            contents->exhibits[writing->next].item == &section->items[i])
            status = add_exhibit(out, writing, writing->next++, error);
    if (writing->writer->end)
        writing->writer->end(out);
    return status;
}

armex_status armex_sections_write(struct armex_text *out,
                                  struct armex_contents *contents,
                                  const struct armex_section_writer *writer,
                                  struct armex_error *error)
{
    const struct armex_spec *spec = contents->spec;
    const size_t n = contents->n_exhibits;
    struct writing writing = {contents, writer, calloc(n + 1, sizeof *writing.pieces),
                              0};
    armex_status status = ARMEX_OK;

    if (!writing.pieces)
        return armex_fail_memory(error);
    armex_in_pieces(write_piece, &writing, n, ARMEX_FEW_THREADS, 0, NULL);
    for (size_t i = 0; !status && i < spec->n_sections; i++)
        status = add_section(out, &writing, &spec->sections[i], error);
    for (size_t i = 0; i < n; i++)
        armex_text_free(&writing.pieces[i].text);
    free(writing.pieces);
    return status;
}
