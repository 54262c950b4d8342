/** ingest/xlsx_styles.c: which styles are dates, and which letters are red or blue. */
#include "ingest/xlsx_book.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"

enum { MOST_FORMATS = 4096, MOST_FORMAT_NUMBER = 1 << 20 };

struct styles {
    struct armex_xlsx *book;
    uint8_t *fonts; /* the colour of each */
    size_t n_fonts, most_fonts;
    uint32_t *dates; /* numbers of the formats that show a day */
    size_t n_dates, most_dates;
    bool in_fonts, in_cells;
    const char *failed;
};

/** The formats that every workbook has: 14 to 17 and 22 show a day; 27 to 36 and 50 to
 *  58 do in East Asia. */
static bool is_common_date(size_t format)
{
    return (format >= 14 && format <= 17) || format == 22 ||
           (format >= 27 && format <= 36) || (format >= 50 && format <= 58);
}

/** Whether a format's code shows years: y outside of quotes, brackets and escapes. */
static bool shows_years(const char *code)
{
    char inside = '\0';

    for (; *code; code++) {
        if (*code == inside)
            inside = '\0';
        else if (inside)
            continue;
        else if (*code == '"')
            inside = '"';
        else if (*code == '[')
            inside = ']';
        else if (*code == '\\' && code[1])
            code++;
        else if (armex_lower(*code) == 'y')
            return true;
    }
    return false;
}

static void add_format(struct styles *styles, const char **attributes)
{
    const char *code = armex_xml_attribute(attributes, "formatCode");
    const size_t number =
        armex_xml_number(attributes, "numFmtId", MOST_FORMAT_NUMBER, 0);

    if (!code || !shows_years(code) || styles->n_dates == MOST_FORMATS)
        return;
    uint32_t *dates = armex_xlsx_grow(styles->dates, styles->n_dates,
                                      &styles->most_dates, sizeof *dates);
    if (!dates) {
        styles->failed = armex_xml_no_memory;
        return;
    }
    styles->dates = dates;
    dates[styles->n_dates++] = (uint32_t)number;
}

static void add_font(struct styles *styles)
{
    uint8_t *fonts = armex_xlsx_grow(styles->fonts, styles->n_fonts,
                                     &styles->most_fonts, sizeof *fonts);
    if (!fonts) {
        styles->failed = armex_xml_no_memory;
        return;
    }
    styles->fonts = fonts;
    fonts[styles->n_fonts++] = ARMEX_XLSX_PLAIN;
}

/** Red and blue as the old palette numbers them, or as they are mixed. */
static uint8_t colour_of(const char **attributes)
{
    const char *rgb = armex_xml_attribute(attributes, "rgb");

    switch (armex_xml_number(attributes, "indexed", 255, 0)) {
    case 2:
    case 10:
        return ARMEX_XLSX_RED;
    case 4:
    case 12:
        return ARMEX_XLSX_BLUE;
    default:
        break;
    }
    if (!rgb || strlen(rgb) < 6)
        return ARMEX_XLSX_PLAIN;
    rgb += strlen(rgb) - 6; // what is before it says how opaque it is
    return armex_same_letters(rgb, "FF0000")   ? ARMEX_XLSX_RED
           : armex_same_letters(rgb, "0000FF") ? ARMEX_XLSX_BLUE
                                               : ARMEX_XLSX_PLAIN;
}

static void add_style(struct styles *styles, const char **attributes)
{
    struct armex_xlsx *book = styles->book;
    const size_t font = armex_xml_number(attributes, "fontId", SIZE_MAX >> 1, SIZE_MAX),
                 format =
                     armex_xml_number(attributes, "numFmtId", MOST_FORMAT_NUMBER, 0);
    struct armex_xlsx_style style = {is_common_date(format), ARMEX_XLSX_PLAIN};
    struct armex_xlsx_style *all =
        armex_xlsx_grow(book->styles, book->n_styles, &book->most_styles, sizeof *all);

    if (!all) {
        styles->failed = armex_xml_no_memory;
        return;
    }
    for (size_t i = 0; i < styles->n_dates; i++)
        style.date = style.date || styles->dates[i] == format;
    if (font < styles->n_fonts)
        style.colour = styles->fonts[font];
    book->styles = all;
    all[book->n_styles++] = style;
}

static void start(void *context, const char *name, const char **attributes)
{
    struct styles *styles = context;

    if (strcmp(name, "numFmt") == 0)
        add_format(styles, attributes);
    else if (strcmp(name, "fonts") == 0)
        styles->in_fonts = true;
    else if (strcmp(name, "cellXfs") == 0)
        styles->in_cells = true;
    else if (styles->in_fonts && strcmp(name, "font") == 0)
        add_font(styles);
    else if (styles->in_fonts && styles->n_fonts && strcmp(name, "color") == 0)
        styles->fonts[styles->n_fonts - 1] = colour_of(attributes);
    else if (styles->in_cells && strcmp(name, "xf") == 0)
        add_style(styles, attributes);
}

static void end(void *context, const char *name)
{
    struct styles *styles = context;

    styles->in_fonts = styles->in_fonts && strcmp(name, "fonts") != 0;
    styles->in_cells = styles->in_cells && strcmp(name, "cellXfs") != 0;
}

armex_status armex_xlsx_read_styles(struct armex_xlsx *book, struct armex_error *error)
{
    struct styles styles = {.book = book};
    const struct armex_xml_reader reader = {&styles, start, end, NULL, &styles.failed};
    const armex_status status =
        armex_xlsx_read_part(book, "xl/styles.xml", false, &reader, error);

    free(styles.fonts);
    free(styles.dates);
    return status;
}
