/** cli/suffix.c: what the end of a file's name asks for. */
#include "cli/suffix.h"

#include <string.h>

#include "base/ascii.h"

const char *armex_suffix(const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash ? slash + 1 : path;
    const char *dot = strrchr(name, '.');

    return dot && dot != name ? dot + 1 : "";
}

size_t armex_suffix_among(const char *path, const char *const *words, size_t n)
{
    const char *suffix = armex_suffix(path);

    for (size_t i = 0; i < n; i++)
        if (armex_same_letters(suffix, words[i]))
            return i;
    return n;
}
