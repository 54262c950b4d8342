/** chart/svg_path.c: an outline or a line as short path data. */
#include "chart/svg_path.h"

#include <math.h>

#include "chart/svg_pen.h"

enum { LONGEST = 24 }; // bytes of a number

/** What was written so far, in tenths of a pixel. */
struct trail {
    long x, y;
    char command; /**< the letter that need not be written again */
};

static char *put_tenths(char *end, long tenths)
{
    char digits[LONGEST];
    size_t n = 0;
    unsigned long rest =
        tenths < 0 ? 0UL - (unsigned long)tenths : (unsigned long)tenths;
    if (tenths < 0)
        *end++ = '-';
    const char tenth = (char)('0' + rest % 10);
    const bool zero = rest < 10 && tenth != '0';
    for (rest /= 10; rest; rest /= 10)
        digits[n++] = (char)('0' + rest % 10);
    if (!n && !zero)
        digits[n++] = '0';
    while (n)
        *end++ = digits[--n];
    if (tenth != '0') {
        *end++ = '.';
        *end++ = tenth;
    }
    return end;
}

/** A number after another, or after a letter: a minus needs no blank before it. */
static char *put_next(char *end, long tenths, bool after_letter)
{
    if (!after_letter && tenths >= 0)
        *end++ = ' ';
    return put_tenths(end, tenths);
}

void armex_svg_box_add(struct armex_text *out, long x, long y, long width, long height)
{
    char bytes[6 * LONGEST], *end = bytes;
    *end++ = 'M';
    end = put_tenths(end, 10 * x);
    end = put_next(end, 10 * y, false);
    *end++ = 'h';
    end = put_tenths(end, 10 * width);
    *end++ = 'v';
    end = put_tenths(end, 10 * height);
    *end++ = 'h';
    end = put_tenths(end, -10 * width);
    armex_text_add_bytes(out, bytes, (size_t)(end - bytes));
}

static void add_step(struct armex_text *out, struct trail *trail, char command, long x,
                     long y)
{
    char bytes[2 * LONGEST + 2], *end = bytes;
    const bool again = command == trail->command && command != 'M';
    if (!again)
        *end++ = command;
    if (command != 'v')
        end = put_next(end, x, !again);
    if (command == 'v')
        end = put_next(end, y, !again);
    else if (command != 'h')
        end = put_next(end, y, false);
    armex_text_add_bytes(out, bytes, (size_t)(end - bytes));
    trail->command = command;
}

void armex_svg_tenths_after(struct armex_text *out, const char *before, double value)
{
    char bytes[LONGEST];
    armex_text_add(out, before);
    armex_text_add_bytes(out, bytes,
                         (size_t)(put_tenths(bytes, lround(value * 10.0)) - bytes));
}

void armex_svg_path_add(struct armex_text *out, struct armex_span data, double top)
{
    struct armex_svg_path path = {.data = data};
    struct trail trail = {0};
    enum armex_svg_step step;
    double at[2];
    while ((step = armex_svg_step(at, &path)) != ARMEX_SVG_END) {
        const long x = lround(at[0] * 10.0), y = lround((at[1] - top) * 10.0);
        if (step == ARMEX_SVG_CLOSE) {
            armex_text_add_bytes(out, "z", 1);
            trail.command = 'z';
            continue;
        }
        if (step == ARMEX_SVG_MOVE)
            add_step(out, &trail, 'M', x, y);
        else if (y == trail.y)
            add_step(out, &trail, 'h', x - trail.x, 0);
        else if (x == trail.x)
            add_step(out, &trail, 'v', 0, y - trail.y);
        else
            add_step(out, &trail, 'l', x - trail.x, y - trail.y);
        trail.x = x;
        trail.y = y;
    }
}
