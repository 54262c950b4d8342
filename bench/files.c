/** bench/files.c: writes the files that are read, the same in every run.
 *
 *      files wide OUT        as the World Bank lays its tables out: 266 x 65, quoted
 *      files long OUT        as Our World in Data does: 6,000 rows
 *      files trade ROWS OUT  trade between countries under Comtrade's column names,
 *                            about 100 bytes a row, descriptions quoted
 */
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "country/entity.h"

enum { WIDE = 266, LONG = 100, TRADERS = 200, SIZES = 4096 };

static uint64_t state = 0x9e3779b97f4a7c15u;

/** xorshift64: Marsaglia, Journal of Statistical Software 8 (2003). */
static uint64_t draw(void)
{
    state ^= state << 13;
    state ^= state >> 7;
    return state ^= state << 17;
}

static double uniform(void)
{
    return (double)(draw() >> 11) * 0x1p-53;
}

static double normal(void)
{
    return sqrt(-2 * log(uniform() + 1e-300)) * cos(6.283185307179586 * uniform());
}

/** The first `n` entities that have a code of three letters. */
static void take_entities(const struct armex_entity **out, size_t n)
{
    size_t all, found = 0;
    const struct armex_entity *entities = armex_entities(&all);

    for (size_t i = 0; i < all && found < n; i++)
        if (strlen(entities[i].code) == 3)
            out[found++] = &entities[i];
    if (found < n) {
        fputs("files: too few entities\n", stderr);
        exit(1);
    }
}

static void write_wide(FILE *file)
{
    const struct armex_entity *who[WIDE];

    take_entities(who, WIDE);
    fputs("\"Data Source\",\"World Development Indicators\",\n\n\"Last Updated Date\","
          "\"2024-06-07\",\n\n\"Country Name\",\"Country Code\",\"Indicator Name\","
          "\"Indicator Code\",",
          file);
    for (int year = 1960; year < 2025; year++)
        fprintf(file, "\"%d\",", year);
    for (size_t i = 0; i < WIDE; i++) {
        double level = 18 - 0.02 * (double)i + normal();
        fprintf(file,
                "\n\"%s\",\"%s\",\"Arms exports (SIPRI trend indicator values)\","
                "\"MS.MIL.XPRT.KD\",",
                who[i]->name, who[i]->code);
        for (int year = 1960; year < 2025; year++) {
            level += 0.2 * normal();
            if (uniform() < (i < 80 ? 0.1 : 0.6))
                fputs("\"\",", file);
            else
                fprintf(file, "\"%.0f\",", floor(exp(level) / 1e6 + 1) * 1e6);
        }
    }
    fputc('\n', file);
}

static void write_long(FILE *file)
{
    const struct armex_entity *who[LONG];

    take_entities(who, LONG);
    fputs("Entity,Code,Year,Arms exports (TIV)\n", file);
    for (size_t i = 0; i < LONG; i++)
        for (int year = 1965; year < 2025; year++)
            fprintf(file, "\"%s\",%s,%d,%.10g\n", who[i]->name, who[i]->code, year,
                    floor(exp(15 + 2 * normal())) / 1000);
}

static const char *const goods[8] = {
    "9301,\"Military weapons, other than revolvers, pistols and arms of heading 9307\"",
    "930110,\"Artillery weapons (guns, howitzers and mortars)\"",
    "9302,\"Revolvers and pistols, other than those of heading 9303 or 9304\"",
    "9303,\"Firearms, other, and similar devices; \"\"Very\"\" pistols\"",
    "9305,\"Parts and accessories of articles of headings 9301 to 9304\"",
    "930690,\"Bombs, grenades, torpedoes, mines, missiles, and similar munitions\"",
    "8710,\"Tanks and other armoured fighting vehicles, motorised\"",
    "890610,\"Vessels; warships\""};

/** A few countries have most of the trade: the second half as much as the first. */
static size_t pick(void)
{
    const size_t i = (size_t)(TRADERS * pow(uniform(), 3));
    return i < TRADERS ? i : TRADERS - 1;
}

static void write_trade(FILE *file, long rows)
{
    static double sizes[SIZES];
    const struct armex_entity *who[TRADERS];

    take_entities(who, TRADERS);
    for (size_t i = 0; i < SIZES; i++)
        sizes[i] = exp(11 + 2.6 * normal());
    fputs("refYear,reporterISO,partnerISO,cmdCode,cmdDesc,flowCode,primaryValue,netWgt,"
          "qty\n",
          file);
    for (long i = 0; i < rows; i++) {
        const uint64_t r = draw(), flow = (r >> 40) & 63;
        const double value = sizes[(r >> 46) & 4095] * (1 + uniform());
        fprintf(file, "%d,%s,%s,%s,%s,", 1962 + (int)(r % 63), who[pick()]->code,
                who[pick()]->code, goods[(r >> 20) & 7],
                flow < 30   ? "X"
                : flow < 60 ? "M"
                : flow < 62 ? "RX"
                            : "RM");
        if ((r >> 8) & 63)
            fprintf(file, "%.3f", value);
        fputc(',', file);
        if ((r >> 14) & 3)
            fprintf(file, "%.2f", value / 64);
        fputc(',', file);
        if ((r >> 16) & 1)
            fprintf(file, "%d", (int)(r >> 32 & 4095));
        fputc('\n', file);
    }
}

int main(int count, char **arguments)
{
    FILE *file = count > 2 ? fopen(arguments[count - 1], "wb") : NULL;

    if (!file) {
        fputs("usage: files wide OUT | long OUT | trade ROWS OUT\n", stderr);
        return 64;
    }
    if (strcmp(arguments[1], "wide") == 0)
        write_wide(file);
    else if (strcmp(arguments[1], "long") == 0)
        write_long(file);
    else
        write_trade(file, atol(arguments[2]));
    return fclose(file) == 0 ? 0 : 1;
}
