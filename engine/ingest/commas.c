/** ingest/commas.c: marks among digits, told by what stands around them. */
#include "ingest/commas.h"

#include "base/ascii.h"

/* Digits and the marks among them. */
struct marks {
    size_t commas, points;
    size_t before, behind; /* digits before the first mark, and behind the last */
    char last;
    bool begins_with_nought;
};

static struct marks marks_of(const char *text, size_t length)
{
    struct marks marks = {0};
    size_t i = 0;

    while (i < length && !armex_is_digit(text[i]))
        i++;
    marks.begins_with_nought = i < length && text[i] == '0';
    for (; i < length; i++) {
        const bool mark = text[i] == ',' || text[i] == '.';
        if (!mark && !armex_is_digit(text[i]))
            break;
        if (mark && (i + 1 == length || !armex_is_digit(text[i + 1])))
            break; // the end of "ca. 5." and of "5, revised"
        marks.commas += text[i] == ',';
        marks.points += text[i] == '.';
        if (mark) {
            marks.last = text[i];
            marks.behind = 0;
        } else {
            marks.behind++;
            marks.before += !marks.last;
        }
    }
    return marks;
}

void armex_commas_see(struct armex_commas *commas, const struct armex_cell *cell)
{
    const struct marks marks = marks_of(cell->text, cell->length);
    const bool is_comma = marks.last == ',';

    if (!marks.last)
        return;
    if (marks.commas + marks.points > 1 && !(marks.commas && marks.points)) {
        commas->decimal |= !is_comma;
        commas->thousands |= is_comma;
    } else if (marks.commas + marks.points > 1 || marks.behind != 3 ||
               marks.before > 3 || marks.begins_with_nought) {
        commas->decimal |= is_comma;
        commas->thousands |= !is_comma;
    } else {
        commas->either |= !is_comma;
    }
}

enum armex_comma armex_commas_judge(const struct armex_commas *commas, char delimiter)
{
    if (commas->decimal != commas->thousands)
        return commas->decimal ? ARMEX_COMMA_DECIMAL : ARMEX_COMMA_THOUSANDS;
    return !commas->decimal && commas->either && delimiter == ';' ? ARMEX_COMMA_UNSURE
                                                                  : ARMEX_COMMA_EITHER;
}
