/** ingest/xlsx_xml.c: a part of a workbook through expat, which is told to trust
 * nobody. */
#include "ingest/xlsx_book.h"

#include <expat.h>
#include <stdlib.h>
#include <string.h>

#include "base/number.h"

const char armex_xml_no_memory[] = "no memory";

static const char has_doctype[] = "it has a DOCTYPE, which no workbook needs";

struct run {
    XML_Parser parser;
    const struct armex_xml_reader *reader;
    const char *failed; /* of our own */
};

static const char *local(const char *name)
{
    const char *colon = strchr(name, ':');
    return colon ? colon + 1 : name;
}

static bool goes_on(const struct run *run)
{
    if (!run->failed && !*run->reader->failed)
        return true;
    XML_StopParser(run->parser, XML_FALSE);
    return false;
}

static void XMLCALL start(void *user, const XML_Char *name, const XML_Char **attributes)
{
    struct run *run = user;

    if (goes_on(run) && run->reader->start)
        run->reader->start(run->reader->context, local(name), attributes);
}

static void XMLCALL end(void *user, const XML_Char *name)
{
    struct run *run = user;

    if (goes_on(run) && run->reader->end)
        run->reader->end(run->reader->context, local(name));
}

static void XMLCALL text(void *user, const XML_Char *bytes, int length)
{
    struct run *run = user;

    if (goes_on(run) && run->reader->text)
        run->reader->text(run->reader->context, bytes, (size_t)length);
}

static void XMLCALL doctype(void *user, const XML_Char *name, const XML_Char *system,
                            const XML_Char *public, int internal)
{
    struct run *run = user;

    (void)name;
    (void)system;
    (void)public;
    (void)internal;
    run->failed = has_doctype;
    XML_StopParser(run->parser, XML_FALSE);
}

/** NULL, or what is wrong with the part. */
static const char *parse(struct run *run, const char *bytes, size_t length)
{
    XML_SetUserData(run->parser, run);
    XML_SetElementHandler(run->parser, start, end);
    XML_SetCharacterDataHandler(run->parser, text);
    XML_SetStartDoctypeDeclHandler(run->parser, doctype);
    const bool sound = // parts are smaller than an int can count: the limit sees to it
        XML_Parse(run->parser, bytes, (int)length, XML_TRUE) == XML_STATUS_OK;
    const char *theirs = *run->reader->failed;
    if (theirs)
        return theirs;
    if (run->failed)
        return run->failed;
    if (!sound && XML_GetErrorCode(run->parser) == XML_ERROR_NO_MEMORY)
        return armex_xml_no_memory;
    return sound ? NULL : XML_ErrorString(XML_GetErrorCode(run->parser));
}

armex_status armex_xlsx_read_part(struct armex_xlsx *book, const char *part,
                                  bool required, const struct armex_xml_reader *reader,
                                  struct armex_error *error)
{
    const size_t limit = (size_t)512 << 20;
    const size_t i = armex_archive_find(book->archive, part);
    const struct armex_place place = {book->file, 0, 0};
    struct run run = {.reader = reader};
    const char *wrong = NULL;
    char *bytes = NULL;
    size_t length = 0;
    armex_status status;

    if (i == armex_archive_count(book->archive))
        return required ? armex_fail(error, ARMEX_BAD_INPUT, place,
                                     "this workbook lacks its part '%s'; save it again",
                                     part)
                        : ARMEX_OK;
    status = armex_archive_read(&bytes, &length, book->archive, i, limit, error);
    if (!status) {
        run.parser = XML_ParserCreate(NULL);
        wrong = run.parser ? parse(&run, bytes, length) : armex_xml_no_memory;
        if (wrong == armex_xml_no_memory)
            status = armex_fail_memory(error);
        else if (wrong)
            status =
                armex_fail(error, ARMEX_BAD_INPUT, place,
                           "the workbook's part '%s' is damaged in line %lu: %s", part,
                           (unsigned long)XML_GetCurrentLineNumber(run.parser), wrong);
        XML_ParserFree(run.parser);
    }
    free(bytes);
    return status;
}

const char *armex_xml_attribute(const char **attributes, const char *name)
{
    for (; *attributes; attributes += 2)
        if (strcmp(local(*attributes), name) == 0)
            return attributes[1];
    return NULL;
}

size_t armex_xml_number(const char **attributes, const char *name, size_t most,
                        size_t otherwise)
{
    const char *text = armex_xml_attribute(attributes, name);
    long number;

    if (!text || !armex_whole_parse(&number, text, strlen(text), 0, (long)most))
        return otherwise;
    return (size_t)number;
}

void *armex_xlsx_grow(void *items, size_t n, size_t *capacity, size_t size)
{
    if (n == *capacity) {
        const size_t more = n ? 2 * n : 64;
        items = reallocarray(items, more, size);
        *capacity = items ? more : *capacity;
    }
    return items;
}
