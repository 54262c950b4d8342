/** ingest/pattern.c: patterns of a table schema on POSIX regular expressions. */
#include "ingest/pattern.h"

#include <regex.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/text.h"

struct armex_pattern {
    regex_t expression;
};

/** What the counts in {braces} multiply to, at most `limit` + 1. */
static unsigned long repeats(const char *text, unsigned long limit)
{
    unsigned long product = 1;

    for (; *text && product <= limit; text++) {
        unsigned long most = 0;
        if (*text == '\\' && text[1]) {
            text++;
            continue;
        }
        if (*text != '{')
            continue;
        while (*++text && *text != '}') {
            if (armex_is_digit(*text))
                most = most > limit ? most : most * 10 + (unsigned long)(*text - '0');
            else
                most = 0; // "{2,5}": the last number counts; "{2,}" has none
        }
        product *= most > 1 ? most : 1;
        if (!*text)
            break;
    }
    return product > limit ? limit + 1 : product;
}

/** Classes that POSIX lacks, spelt out; groups that catch nothing become plain ones. */
static void translate(struct armex_text *out, const char *text)
{
    bool in_set = false;

    armex_text_add(out, "^(");
    for (; *text; text++) {
        if (*text == '\\' && text[1]) {
            text++;
            if (*text == 'd')
                armex_text_add(out, in_set ? "0-9" : "[0-9]");
            else if (in_set && *text == 'w')
                armex_text_add(out, "A-Za-z0-9_");
            else if (in_set && *text == 's')
                armex_text_add(out, " \t\r\n");
            else if (in_set) // a backslash stands for itself in a POSIX set
                armex_text_add_bytes(out, text, 1);
            else
                armex_text_add_bytes(out, text - 1, 2);
            continue;
        }
        in_set = in_set ? *text != ']' : *text == '[';
        armex_text_add_bytes(out, text, 1);
        if (*text == '(' && !in_set && text[1] == '?' && text[2] == ':')
            text += 2;
    }
    armex_text_add(out, ")$");
}

static const char *objection(const char *text)
{
    const size_t longest = 200;
    const unsigned long most_repeats = 1000;

    if (strlen(text) > longest)
        return "the pattern is longer than 200 bytes";
    if (repeats(text, most_repeats) > most_repeats)
        return "the pattern repeats more than 1,000 times";
    for (; *text; text++)
        if (*text == '\\' && text[1] && armex_is_digit(*++text))
            return "the pattern refers back to what it matched, which is not read";
    return NULL;
}

armex_status armex_pattern_create(struct armex_pattern **out, const char *text,
                                  struct armex_place place, struct armex_error *error)
{
    struct armex_text posix = {0};
    struct armex_pattern *pattern;
    const char *wrong = objection(text);
    int code = REG_ESPACE;

    *out = NULL;
    if (wrong)
        return armex_fail(error, ARMEX_BAD_INPUT, place, "%s", wrong);
    pattern = calloc(1, sizeof *pattern);
    translate(&posix, text);
    if (pattern && !posix.failed)
        code = regcomp(&pattern->expression, posix.data, REG_EXTENDED | REG_NOSUB);
    armex_text_free(&posix);
    if (code == 0) {
        *out = pattern;
        return ARMEX_OK;
    }
    free(pattern);
    if (code == REG_ESPACE)
        return armex_fail_memory(error);
    return armex_fail(error, ARMEX_BAD_INPUT, place,
                      "'%s' is no regular expression that can be read here", text);
}

void armex_pattern_free(struct armex_pattern *pattern)
{
    if (pattern) {
        regfree(&pattern->expression);
        free(pattern);
    }
}

armex_status armex_pattern_match(bool *matches, const struct armex_pattern *pattern,
                                 const char *text, size_t length,
                                 struct armex_error *error)
{
    char *copy = malloc(length + 1); // regexec() reads up to a NUL; cells hold none
    int code;

    *matches = false;
    if (!copy)
        return armex_fail_memory(error);
    memcpy(copy, text, length);
    copy[length] = '\0';
    code = regexec(&pattern->expression, copy, 0, NULL, 0);
    free(copy);
    *matches = code == 0;
    return code == 0 || code == REG_NOMATCH ? ARMEX_OK : armex_fail_memory(error);
}
