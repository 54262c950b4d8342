/** chart/short_names.c: names as they stand where there is no room for them. */
#include "chart/short_names.h"

#include <string.h>

static const char *const names[ARMEX_SHORT_NAMES][2] = {
    {"Antigua and Barbuda", "Antigua"},
    {"Bosnia and Herzegovina", "Bosnia"},
    {"Central African Republic", "CAR"},
    {"Czechoslovakia", "Czechoslov."},
    {"Dominican Republic", "Dominican R."},
    {"East Germany", "GDR"},
    {"Equatorial Guinea", "Eq. Guinea"},
    {"European Union (institutions)", "EU"},
    {"North Macedonia", "N. Macedonia"},
    {"Papua New Guinea", "Papua N.G."},
    {"Saint Kitts and Nevis", "St Kitts"},
    {"Saint Lucia", "St Lucia"},
    {"Saint Vincent and the Grenadines", "St Vincent"},
    {"Sao Tome and Principe", "S\u00e3o Tom\u00e9"},
    {"Saudi Arabia", "S. Arabia"},
    {"Serbia and Montenegro", "Serbia & M."},
    {"Solomon Islands", "Solomon Is."},
    {"South Vietnam", "S. Vietnam"},
    {"Soviet Union", "USSR"},
    {"Trinidad and Tobago", "Trinidad"},
    {"United Arab Emirates", "UAE"},
    {"United Kingdom", "UK"},
    {"United Nations", "UN"},
    {"United States", "US"},
    {"Yemen Arab Republic (North Yemen)", "North Yemen"},
    {"unknown country", "unknown"},
    {"unknown recipient", "unknown"},
    {"unknown supplier", "unknown"},
};

const char *armex_short_name(struct armex_arena *arena, const char *text)
{
    for (size_t i = 0; i < ARMEX_SHORT_NAMES; i++) {
        const size_t length = strlen(names[i][0]);
        if (!strncmp(text, names[i][0], length) &&
            (!text[length] || text[length] == ','))
            return armex_arena_printf(arena, "%s%s", names[i][1], text + length);
    }
    return NULL;
}
