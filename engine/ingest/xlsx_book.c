/** ingest/xlsx_book.c: what is in a workbook, and where. */
#include "ingest/xlsx_book.h"

#include <stdlib.h>
#include <string.h>

#include "base/text.h"

/** Which sheet lies where: the workbook names a relation, the relations name a part. */
struct contents {
    struct armex_xlsx *book;
    const char **relations; /* of each sheet; then id and target by turns */
    size_t n, most;
    const char *failed;
};

static const char *keep(struct contents *contents, const char *text)
{
    const char *copy = armex_arena_text(contents->book->arena, text);

    contents->failed = copy ? contents->failed : armex_xml_no_memory;
    return copy ? copy : "";
}

static void keep_relation(struct contents *contents, const char *text)
{
    const char **relations = armex_xlsx_grow(contents->relations, contents->n,
                                             &contents->most, sizeof *relations);
    if (!relations) {
        contents->failed = armex_xml_no_memory;
        return;
    }
    contents->relations = relations;
    relations[contents->n++] = keep(contents, text);
}

static void add_sheet(struct contents *contents, const char **attributes)
{
    struct armex_xlsx *book = contents->book;
    const char *name = armex_xml_attribute(attributes, "name"),
               *id = armex_xml_attribute(attributes, "id");
    struct armex_xlsx_part *sheets = armex_xlsx_grow(
        book->sheets, book->n_sheets, &book->most_sheets, sizeof *sheets);

    if (!sheets || !name || !id) {
        contents->failed = sheets ? "a sheet has no name" : armex_xml_no_memory;
        book->sheets = sheets ? sheets : book->sheets;
        return;
    }
    book->sheets = sheets;
    sheets[book->n_sheets++] = (struct armex_xlsx_part){keep(contents, name), NULL};
    keep_relation(contents, id);
}

static void start_workbook(void *context, const char *name, const char **attributes)
{
    struct contents *contents = context;

    if (strcmp(name, "sheet") == 0)
        add_sheet(contents, attributes);
    else if (strcmp(name, "workbookPr") == 0) {
        const char *value = armex_xml_attribute(attributes, "date1904");
        contents->book->from_1904 =
            value && (strcmp(value, "1") == 0 || strcmp(value, "true") == 0);
    }
}

static void start_relations(void *context, const char *name, const char **attributes)
{
    struct contents *contents = context;
    const char *id = armex_xml_attribute(attributes, "Id"),
               *target = armex_xml_attribute(attributes, "Target");

    if (strcmp(name, "Relationship") == 0 && id && target) {
        keep_relation(contents, id);
        keep_relation(contents, target);
    }
}

/** Targets are below xl/, or begin with a slash. */
static armex_status place_sheets(struct contents *contents, struct armex_error *error)
{
    struct armex_xlsx *book = contents->book;

    for (size_t s = 0; s < book->n_sheets; s++) {
        for (size_t i = book->n_sheets; i + 1 < contents->n; i += 2) {
            const char *target = contents->relations[i + 1];
            if (strcmp(contents->relations[i], contents->relations[s]) == 0)
                book->sheets[s].target =
                    *target == '/' ? target + 1
                                   : armex_arena_printf(book->arena, "xl/%s", target);
        }
        if (!book->sheets[s].target)
            return armex_fail(error, ARMEX_BAD_INPUT,
                              (struct armex_place){book->file, 0, 0},
                              "the workbook does not say where its sheet '%s' is; save "
                              "it again",
                              book->sheets[s].name);
    }
    return ARMEX_OK;
}

static armex_status read_contents(struct armex_xlsx *book, struct armex_error *error)
{
    struct contents contents = {.book = book};
    struct armex_xml_reader reader = {&contents, start_workbook, NULL, NULL,
                                      &contents.failed};
    armex_status status =
        armex_xlsx_read_part(book, "xl/workbook.xml", true, &reader, error);

    reader.start = start_relations;
    if (!status)
        status = armex_xlsx_read_part(book, "xl/_rels/workbook.xml.rels", true, &reader,
                                      error);
    if (!status)
        status = place_sheets(&contents, error);
    free(contents.relations);
    return status;
}

/** The properties of the document: only the day it was made. */
struct properties {
    struct armex_date *created;
    bool inside;
    const char *failed;
};

static void start_property(void *context, const char *name, const char **attributes)
{
    (void)attributes;
    ((struct properties *)context)->inside = strcmp(name, "created") == 0;
}

static void end_property(void *context, const char *name)
{
    (void)name;
    ((struct properties *)context)->inside = false;
}

static void property(void *context, const char *text, size_t length)
{
    const struct properties *properties = context;
    const size_t day = strlen("2023-04-26");

    if (properties->inside && length >= day)
        armex_date_parse(properties->created, text, day);
}

static armex_status read_properties(struct armex_xlsx *book, struct armex_error *error)
{
    struct properties properties = {.created = &book->created};
    const struct armex_xml_reader reader = {&properties, start_property, end_property,
                                            property, &properties.failed};

    return armex_xlsx_read_part(book, "docProps/core.xml", false, &reader, error);
}

armex_status armex_xlsx_open(struct armex_xlsx **out, const char *file,
                             const char *bytes, size_t length,
                             struct armex_error *error)
{
    struct armex_arena *arena = armex_arena_create();
    struct armex_xlsx *book = arena ? armex_arena_new(arena, 1, sizeof *book) : NULL;
    armex_status status;

    *out = NULL;
    if (!book) {
        armex_arena_free(arena);
        return armex_fail_memory(error);
    }
    *book = (struct armex_xlsx){.arena = arena, .file = file};
    status = armex_archive_open(&book->archive, file, bytes, length, error);
    if (!status)
        status = read_contents(book, error);
    if (!status)
        status = armex_xlsx_read_strings(book, error);
    if (!status)
        status = armex_xlsx_read_styles(book, error);
    if (!status)
        status = read_properties(book, error);
    if (status)
        armex_xlsx_close(book);
    else
        *out = book;
    return status;
}

void armex_xlsx_close(struct armex_xlsx *book)
{
    if (book) {
        armex_archive_close(book->archive);
        free(book->strings);
        free(book->styles);
        free(book->sheets);
        armex_arena_free(book->arena);
    }
}

size_t armex_xlsx_sheets(const struct armex_xlsx *book)
{
    return book->n_sheets;
}

const char *armex_xlsx_sheet_name(const struct armex_xlsx *book, size_t i)
{
    return book->sheets[i].name;
}

struct armex_date armex_xlsx_created(const struct armex_xlsx *book)
{
    return book->created;
}
