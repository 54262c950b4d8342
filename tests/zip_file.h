/** tests/zip_file.h: zip files made in memory, nothing compressed, so that a test shows
 * what is in them. Source: PKWARE, APPNOTE.TXT, sections 4.3.7, 4.3.12, 4.3.16. */
#ifndef ARMEX_TESTS_ZIP_FILE_H
#define ARMEX_TESTS_ZIP_FILE_H

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <zlib.h>

#include "base/text.h"

struct zip_part {
    const char *name, *text;
};

static inline void zip_number(struct armex_text *out, uint32_t number, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        const char byte = (char)(number >> (8 * i));
        armex_text_add_bytes(out, &byte, 1);
    }
}

/** What a member's own header and its entry in the list share. */
static inline void zip_facts(struct armex_text *out, const struct zip_part *part)
{
    const size_t length = strlen(part->text);
    const uint32_t crc =
        (uint32_t)crc32(0, (const unsigned char *)part->text, (unsigned)length);

    zip_number(out, 20, 2); // version needed
    zip_number(out, 0, 2);  // flags
    zip_number(out, 0, 2);  // stored
    zip_number(out, 0x5a210000, 4);
    zip_number(out, crc, 4);
    zip_number(out, (uint32_t)length, 4);
    zip_number(out, (uint32_t)length, 4);
    zip_number(out, (uint32_t)strlen(part->name), 2);
    zip_number(out, 0, 2);
}

/** The archive of `n` parts. Owner: the caller, armex_text_free(). */
static inline struct armex_text zip_of(const struct zip_part *parts, size_t n)
{
    struct armex_text out = {0}, list = {0};

    for (size_t i = 0; i < n; i++) {
        const uint32_t offset = (uint32_t)out.length;
        armex_text_add(&out, "PK\3\4");
        zip_facts(&out, &parts[i]);
        armex_text_add(&out, parts[i].name);
        armex_text_add(&out, parts[i].text);
        armex_text_add(&list, "PK\1\2");
        zip_number(&list, 20, 2);
        zip_facts(&list, &parts[i]);
        zip_number(&list, 0, 2); // comment
        zip_number(&list, 0, 2); // disk
        zip_number(&list, 0, 2);
        zip_number(&list, 0, 4);
        zip_number(&list, offset, 4);
        armex_text_add(&list, parts[i].name);
    }
    const uint32_t start = (uint32_t)out.length, length = (uint32_t)list.length;
    armex_text_add_bytes(&out, list.length ? list.data : "", list.length);
    armex_text_add(&out, "PK\5\6");
    zip_number(&out, 0, 4);
    zip_number(&out, (uint32_t)n, 2);
    zip_number(&out, (uint32_t)n, 2);
    zip_number(&out, length, 4);
    zip_number(&out, start, 4);
    zip_number(&out, 0, 2);
    armex_text_free(&list);
    return out;
}

/** The parts of a workbook, those left NULL being empty but sound. */
struct xlsx_parts {
    const char *workbook, *relations, *strings, *styles, *sheet, *properties;
};

static const char xlsx_workbook[] =
    "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Data\" r:id=\"rId1\"/></sheets>"
    "</workbook>";
static const char xlsx_relations[] =
    "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/>"
    "</Relationships>";

static inline struct armex_text xlsx_of(const struct xlsx_parts *given)
{
    const struct zip_part parts[] = {
        {"[Content_Types].xml", "<Types/>"},
        {"xl/workbook.xml", given->workbook ? given->workbook : xlsx_workbook},
        {"xl/_rels/workbook.xml.rels",
         given->relations ? given->relations : xlsx_relations},
        {"xl/sharedStrings.xml", given->strings ? given->strings : "<sst/>"},
        {"xl/styles.xml", given->styles ? given->styles : "<styleSheet/>"},
        {"docProps/core.xml", given->properties ? given->properties : "<p/>"},
        {"xl/worksheets/sheet1.xml",
         given->sheet ? given->sheet : "<worksheet><sheetData/></worksheet>"},
    };
    return zip_of(parts, sizeof parts / sizeof *parts);
}

#endif
