/** report/sections.c: section by section, exhibit by exhibit, whoever writes them. */
#include "report/sections.h"

static armex_status add_exhibit(struct armex_text *out,
                                const struct armex_sections *sections,
                                const struct armex_exhibit *exhibit,
                                struct armex_error *error)
{
    const struct armex_section_writer *writer = sections->writer;

    if (exhibit->item->kind == ARMEX_CLAIM) {
        writer->claim(out, sections->contents, exhibit);
        return ARMEX_OK;
    }
    return (exhibit->item->kind == ARMEX_CHART ? writer->chart : writer->table)(
        out, sections->contents, exhibit, error);
}

static void add_words(struct armex_text *out, const struct armex_sections *sections,
                      const struct armex_section *section)
{
    const struct armex_report_words_list *list = &section->words;

    for (size_t i = 0; i < list->n; i++) {
        const char *words = armex_contents_say(sections->contents, &list->items[i]);
        if (words)
            sections->writer->say(out, words, i + 1 == list->n && section->n_items);
    }
}

static void begin_section(struct armex_text *out, struct armex_sections *sections,
                          const struct armex_section *section)
{
    const char *heading = armex_contents_say(sections->contents, &section->heading);

    sections->writer->begin(out, section, heading ? heading : section->id);
    add_words(out, sections, section);
    sections->within = true;
    sections->item = 0;
}

/* Items that are left out have no exhibit. false: one is not ready. */
static bool add_items(struct armex_text *out, struct armex_sections *sections,
                      const struct armex_section *section, armex_status *status,
                      struct armex_error *error)
{
    const struct armex_contents *contents = sections->contents;

    for (; !*status && sections->item < section->n_items; sections->item++) {
        const struct armex_exhibit *exhibit = &contents->exhibits[sections->exhibit];
        if (sections->exhibit == contents->n_exhibits ||
            exhibit->item != &section->items[sections->item])
            continue;
        if (sections->writer->ready && !sections->writer->ready(exhibit))
            return false;
        sections->exhibit++;
        *status = add_exhibit(out, sections, exhibit, error);
    }
    return !*status;
}

armex_status armex_sections_go_on(struct armex_text *out,
                                  struct armex_sections *sections,
                                  struct armex_error *error)
{
    const struct armex_spec *spec = sections->contents->spec;
    armex_status status = ARMEX_OK;

    for (; sections->section < spec->n_sections; sections->section++) {
        const struct armex_section *section = &spec->sections[sections->section];
        if (!sections->within && !armex_contents_has(sections->contents, section))
            continue;
        if (!sections->within)
            begin_section(out, sections, section);
        if (!add_items(out, sections, section, &status, error))
            return status;
        if (sections->writer->end)
            sections->writer->end(out);
        sections->within = false;
    }
    sections->done = true;
    return status;
}

armex_status armex_sections_write(struct armex_text *out,
                                  struct armex_contents *contents,
                                  const struct armex_section_writer *writer,
                                  struct armex_error *error)
{
    struct armex_sections sections = {.contents = contents, .writer = writer};

    return armex_sections_go_on(out, &sections, error);
}
