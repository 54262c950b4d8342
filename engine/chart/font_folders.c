/** chart/font_folders.c: the files of a typeface, found where systems keep them. */
#include "chart/font_folders.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/ascii.h"

enum { FAMILIES = 4, PATH_BYTES = 1024, DEEPEST = 8 };

/** In the order in which they are wanted. */
static const struct {
    const char *name, *stem, *regular;
} families[FAMILIES] = {{"Inter", "Inter", "-Regular"},
                        {"Open Sans", "OpenSans", "-Regular"},
                        {"Liberation Sans", "LiberationSans", "-Regular"},
                        {"DejaVu Sans", "DejaVuSans", ""}};

/** What the folders hold of one family. */
struct holding {
    size_t regulars, bolds, others; /**< others: files that may hold either as well */
    char regular[PATH_BYTES], bold[PATH_BYTES];
};

/** One font by its suffix; collections and variable fonts hold several. */
static bool is_single(const char *suffix)
{
    return armex_same_letters(suffix, ".otf") || armex_same_letters(suffix, ".ttf");
}

static bool is_variable(const char *name)
{
    return strchr(name, '[') || armex_find_letters(name, "variable") ||
           armex_find_letters(name, ".ttc") || armex_find_letters(name, ".otc") ||
           armex_find_letters(name, "-vf.");
}

/** Whether `rest`, what follows the stem, is that style: where its suffix begins. */
static const char *style_end(const char *rest, const char *style)
{
    const size_t length = strlen(style);
    return armex_same_letters_n(rest, style, length) && rest[length] == '.'
               ? rest + length
               : NULL;
}

static void take(struct holding *holding, size_t family, const char *path,
                 const char *name)
{
    const char *rest = name + strlen(families[family].stem);
    const char *regular = style_end(rest, families[family].regular);
    const char *bold = style_end(rest, "-Bold");
    if (regular && is_single(regular)) {
        holding->regulars++;
        snprintf(holding->regular, PATH_BYTES, "%s", path);
    } else if (bold && is_single(bold)) {
        holding->bolds++;
        snprintf(holding->bold, PATH_BYTES, "%s", path);
    } else if (regular || bold || *rest == '.' || is_variable(rest)) {
        holding->others++;
    }
}

static void take_file(struct holding *holdings, const char *path, const char *name)
{
    char joined[256]; // without the blanks that some packagers leave in
    size_t n = 0;
    for (const char *at = name; *at && n + 1 < sizeof joined; at++)
        if (*at != ' ' && *at != '_')
            joined[n++] = *at;
    joined[n] = '\0';
    for (size_t i = 0; i < FAMILIES; i++)
        if (armex_same_letters_n(joined, families[i].stem, strlen(families[i].stem)))
            take(&holdings[i], i, path, joined);
}

static bool is_folder(const struct dirent *entry, const char *path)
{
    struct stat facts;
    if (entry->d_type != DT_LNK && entry->d_type != DT_UNKNOWN)
        return entry->d_type == DT_DIR;
    return stat(path, &facts) == 0 && S_ISDIR(facts.st_mode);
}

/** false: something cannot be followed, so that there is doubt. */
static bool walk(struct holding *holdings, const char *folder, int depth)
{
    DIR *stream = opendir(folder);
    bool sure = true;
    if (!stream)
        return true;
    const struct dirent *entry;
    while (sure && (entry = readdir(stream))) {
        char path[PATH_BYTES];
        const int n = snprintf(path, sizeof path, "%s/%s", folder, entry->d_name);
        if (entry->d_name[0] == '.')
            continue;
        if (n < 0 || (size_t)n >= sizeof path)
            sure = false;
        else if (!is_folder(entry, path))
            take_file(holdings, path, entry->d_name);
        else
            sure = depth < DEEPEST && walk(holdings, path, depth + 1);
    }
    closedir(stream);
    return sure;
}

bool armex_font_folders_search(struct armex_font_files *out, const char *const *folders,
                               size_t n)
{
    struct holding holdings[FAMILIES] = {0};
    for (size_t i = 0; i < n; i++)
        if (!walk(holdings, folders[i], 0))
            return false;
    for (size_t i = 0; i < FAMILIES; i++) {
        const struct holding *its = &holdings[i];
        if (!its->regulars && !its->bolds && !its->others)
            continue;
        out->family = families[i].name;
        memcpy(out->regular, its->regular, sizeof out->regular);
        memcpy(out->bold, its->bold, sizeof out->bold);
        return its->regulars == 1 && its->bolds == 1 && !its->others;
    }
    return false;
}

/** "$VARIABLE/rest", or "$HOME/.../rest" where that is not set; "" without either. */
static void below(char out[PATH_BYTES], const char *variable, const char *usual,
                  const char *rest)
{
    const char *base = variable ? getenv(variable) : NULL;
    const char *home = getenv("HOME");
    int n = 0;
    if (base && *base)
        n = snprintf(out, PATH_BYTES, "%s/%s", base, rest);
    else if (home && *home)
        n = snprintf(out, PATH_BYTES, "%s/%s%s", home, usual, rest);
    if (n <= 0 || n >= PATH_BYTES)
        out[0] = '\0';
}

/** Packages link their settings into the folder; a file there is somebody's own. */
static bool has_own_rules(const char *folder)
{
    DIR *stream = opendir(folder);
    bool found = !stream;
    const struct dirent *entry;
    while (!found && (entry = readdir(stream))) {
        const char *dot = strrchr(entry->d_name, '.');
        found = entry->d_type != DT_LNK && dot && !strcmp(dot, ".conf");
    }
    if (stream)
        closedir(stream);
    return found;
}

/** Whether fontconfig was told anything that its package did not tell it. */
static bool has_settings(void)
{
    static const char *const variables[] = {"FONTCONFIG_FILE", "FONTCONFIG_PATH",
                                            "FONTCONFIG_SYSROOT"};
    static const struct {
        const char *variable, *usual, *rest;
    } files[] = {{"XDG_CONFIG_HOME", ".config/", "fontconfig"},
                 {NULL, "", ".fonts.conf"},
                 {NULL, "", ".fonts.conf.d"}};
    char path[PATH_BYTES];
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        if (getenv(variables[i]))
            return true;
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        below(path, files[i].variable, files[i].usual, files[i].rest);
        if (*path && access(path, F_OK) == 0)
            return true;
    }
    return access("/etc/fonts/local.conf", F_OK) == 0 ||
           has_own_rules("/etc/fonts/conf.d");
}

bool armex_font_folders_find(struct armex_font_files *out)
{
    char data[PATH_BYTES], home[PATH_BYTES];
    const char *const folders[] = {"/usr/share/fonts", "/usr/local/share/fonts", data,
                                   home};
    below(data, "XDG_DATA_HOME", ".local/share/", "fonts");
    below(home, NULL, "", ".fonts");
    return !has_settings() &&
           armex_font_folders_search(out, folders, sizeof folders / sizeof *folders);
}
