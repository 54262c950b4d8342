/** ingest/map.c: the lines of a map, looked up. */
#include "ingest/map.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/text.h"
#include "ingest/columns.h"
#include "ingest/decode.h"
#include "ingest/tidy_cell.h"
#include "ingest/words.h"

/* The name that a column of the file is to have. */
struct renamed {
    struct armex_cell written;
    const char *name; /* of the tidy layout */
};

struct armex_map {
    char *file, *raw;
    struct armex_decoded decoded;
    struct armex_sheet *sheet; /* points into these */
    struct armex_words *names; /* folded, each with the code of its entity */
    struct renamed *columns;
    size_t n_columns;
    struct armex_defaults every;
    enum armex_comma comma;
};

enum { KIND, WRITTEN, MEANS, PARTS };
static const char *const parts[PARTS] = {"kind", "written", "means"};

/** A line of the map. */
struct line {
    const char *file;
    struct armex_cell written, means;
};

static armex_status fail_at(const struct line *line, const struct armex_cell *cell,
                            const char *words, struct armex_error *error)
{
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(line->file, cell),
                      "'%s' %s", armex_cell_clip(cell).text, words);
}

static armex_status add_name(struct armex_map *map, const struct line *line,
                             struct armex_error *error)
{
    const struct armex_clip clip = armex_cell_clip(&line->means);
    const struct armex_entity *entity =
        armex_entity_find(line->means.text, line->means.length);
    char *folded = entity ? armex_fold(line->written.text, line->written.length) : NULL;
    char meant[ARMEX_MEANT_SIZE];
    uint32_t number = 0;
    bool new = false;

    if (!entity)
        return armex_fail(error, ARMEX_BAD_INPUT,
                          armex_cell_place(line->file, &line->means),
                          armex_entity_meant(meant, clip.text, "")
                              ? "no entity is called '%s'; did you mean %s?"
                              : "no entity is called '%s'; armex entities lists them",
                          clip.text, meant);
    if (!folded)
        return armex_fail_memory(error);
    armex_status status =
        armex_words_number(&number, &new, map->names, folded, strlen(folded), error);
    free(folded);
    if (!status && !new)
        status = fail_at(line, &line->written, "is said twice", error);
    if (!status)
        map->names->codes[number] = entity->code;
    return status;
}

/* The columns of a table of trade that the tidy layout lacks. */
enum { TRADE_COLUMNS = 3 };
static const char *const trade_columns[TRADE_COLUMNS] = {"reporter", "partner",
                                                         "commodity"};

static bool is_trade_column(const char *name)
{
    return armex_word_index(trade_columns, TRADE_COLUMNS, name, strlen(name)) <
           TRADE_COLUMNS;
}

/** The name of a column of the tidy layout, or of a table of trade. */
static armex_status find_column(const char **out, const struct line *line,
                                const struct armex_cell *cell,
                                struct armex_error *error)
{
    const struct armex_clip clip = armex_cell_clip(cell);
    const size_t trade =
        armex_word_index(trade_columns, TRADE_COLUMNS, cell->text, cell->length);
    const char *names[ARMEX_TIDY_COLUMNS], *nearest;

    if (trade < TRADE_COLUMNS) {
        *out = trade_columns[trade];
        return ARMEX_OK;
    }
    for (size_t i = 0; i < ARMEX_TIDY_COLUMNS; i++) {
        names[i] = *out = armex_tidy_kinds[i].name;
        if (armex_cell_is(cell, names[i]))
            return ARMEX_OK;
    }
    nearest = armex_nearest(clip.text, names, ARMEX_TIDY_COLUMNS);
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(line->file, cell),
                      nearest ? "'%s' is no column of the tidy layout; did you mean %s?"
                              : "'%s' is no column of the tidy layout: entity, year, "
                                "value, measure, unit, multiplier, flow, scope, ...",
                      clip.text, nearest);
}

static armex_status add_column(struct armex_map *map, const struct line *line,
                               struct armex_error *error)
{
    struct renamed column = {.written = line->written};
    armex_status status = find_column(&column.name, line, &line->means, error);

    for (size_t i = 0; !status && i < map->n_columns; i++)
        if (map->columns[i].name == column.name ||
            armex_cell_compare(&map->columns[i].written, &column.written) == 0)
            status = fail_at(line, &line->written,
                             "or what it means is said of a column already", error);
    if (!status)
        map->columns[map->n_columns++] = column;
    return status;
}

static armex_status add_default(struct armex_map *map, const struct line *line,
                                struct armex_error *error)
{
    struct armex_default said = {.place = armex_cell_place(line->file, &line->means)};
    armex_status status = find_column(&said.column, line, &line->written, error);

    if (!status && armex_default_find(&map->every, said.column))
        status = fail_at(line, &line->written, "is said twice", error);
    if (!status) {
        said.text =
            armex_arena_copy(map->names->arena, line->means.text, line->means.length);
        status = said.text ? ARMEX_OK : armex_fail_memory(error);
    }
    if (!status)
        map->every.items[map->every.n++] = said;
    return status;
}

static armex_status add_mark(struct armex_map *map, const struct line *line,
                             struct armex_error *error)
{
    if (!armex_cell_is(&line->written, ","))
        return fail_at(line, &line->written,
                       "is no mark of figures that a map tells of; ',' is", error);
    if (map->comma)
        return fail_at(line, &line->written, "is said twice", error);
    if (armex_cell_is(&line->means, "decimal"))
        map->comma = ARMEX_COMMA_DECIMAL;
    else if (armex_cell_is(&line->means, "thousands"))
        map->comma = ARMEX_COMMA_THOUSANDS;
    else
        return fail_at(line, &line->means,
                       "is no meaning of a comma; write decimal or thousands", error);
    return ARMEX_OK;
}

static armex_status add_line(struct armex_map *map, const struct armex_cell *kind,
                             const struct line *line, struct armex_error *error)
{
    if (!line->written.length || !line->means.length)
        return armex_fail(error, ARMEX_BAD_INPUT,
                          armex_cell_place(line->file, line->written.length
                                                           ? &line->means
                                                           : &line->written),
                          "a line of a map says what is written and what it means");
    if (!kind || armex_cell_is(kind, "name"))
        return add_name(map, line, error);
    if (armex_cell_is(kind, "column"))
        return add_column(map, line, error);
    if (armex_cell_is(kind, "every"))
        return add_default(map, line, error);
    if (armex_cell_is(kind, "mark"))
        return add_mark(map, line, error);
    return fail_at(line, kind,
                   "is no kind of line; kinds are name, column, every, mark", error);
}

static armex_status read_lines(struct armex_map *map, struct armex_error *error)
{
    const struct armex_sheet *sheet = map->sheet;
    const size_t kind = armex_sheet_column(sheet, parts[KIND]);
    size_t at[PARTS];
    armex_status status = armex_columns_find(at + WRITTEN, sheet, parts + WRITTEN,
                                             PARTS - WRITTEN, error);

    map->columns = calloc(sheet->n_rows + 1, sizeof *map->columns);
    map->every.items = calloc(sheet->n_rows + 1, sizeof *map->every.items);
    if (!status && (!map->columns || !map->every.items))
        status = armex_fail_memory(error);
    for (size_t row = 0; !status && row < sheet->n_rows; row++) {
        const struct line line = {
            sheet->file, armex_cell_trim(*armex_sheet_cell(sheet, row, at[WRITTEN])),
            armex_cell_trim(*armex_sheet_cell(sheet, row, at[MEANS]))};
        struct armex_cell said;
        if (kind < sheet->n_columns)
            said = armex_cell_trim(*armex_sheet_cell(sheet, row, kind));
        status = add_line(map, kind < sheet->n_columns ? &said : NULL, &line, error);
    }
    return status;
}

armex_status armex_map_read(struct armex_map **out, const char *path,
                            struct armex_error *error)
{
    const size_t limit = (size_t)16 << 20;
    struct armex_map *map = calloc(1, sizeof *map);
    size_t length = 0;
    armex_status status;

    *out = NULL;
    if (!map || !(map->file = strdup(path)) || !(map->names = armex_words_create())) {
        armex_map_free(map);
        return armex_fail_memory(error);
    }
    status = armex_file_read(&map->raw, &length, path, limit, error);
    if (!status)
        status = armex_decode(&map->decoded, map->file, map->raw, length, limit, error);
    if (!status)
        status = armex_sheet_read(&map->sheet, map->file, map->decoded.bytes,
                                  map->decoded.length, 0, error);
    if (!status)
        status = read_lines(map, error);
    if (!status)
        *out = map;
    else
        armex_map_free(map);
    return status;
}

void armex_map_free(struct armex_map *map)
{
    if (map) {
        armex_sheet_free(map->sheet);
        armex_decoded_free(&map->decoded);
        armex_words_free(map->names);
        free(map->columns);
        free(map->every.items);
        free(map->raw);
        free(map->file);
        free(map);
    }
}

const struct armex_entity *armex_map_entity(const struct armex_map *map,
                                            const char *text, size_t length)
{
    char *folded = map->names->n && length ? armex_fold(text, length) : NULL;
    const char *code = folded ? armex_words_code(map->names, folded) : NULL;

    free(folded);
    return code ? armex_entity_by_code(code) : NULL;
}

const char *armex_map_other_name(const struct armex_map *map, const char *code,
                                 bool (*knows)(const char *text, size_t length))
{
    for (size_t i = 0; i < map->names->n; i++)
        if (strcmp(map->names->codes[i], code) == 0 &&
            !knows(map->names->words[i], strlen(map->names->words[i])))
            return map->names->words[i];
    return NULL;
}

bool armex_map_has_columns(const struct armex_map *map)
{
    return map && map->n_columns;
}

bool armex_map_is_of_names(const struct armex_map *map)
{
    return !map || (!map->n_columns && !map->every.n && !map->comma);
}

bool armex_map_is_trade(const struct armex_map *map)
{
    for (size_t i = 0; map && i < map->n_columns; i++)
        if (is_trade_column(map->columns[i].name))
            return true;
    return false;
}

/** The column that is called so; `n` if none is. */
static size_t column_written(const struct armex_cell *written,
                             const struct armex_cell *header, size_t n)
{
    for (size_t c = 0; c < n; c++) {
        const struct armex_cell name = armex_cell_trim(header[c]);
        if (armex_cell_compare(&name, written) == 0)
            return c;
    }
    return n;
}

bool armex_map_fits(const struct armex_map *map, const struct armex_cell *header,
                    size_t n)
{
    for (size_t i = 0; i < map->n_columns; i++)
        if (column_written(&map->columns[i].written, header, n) == n)
            return false;
    return true;
}

static armex_status find_written(size_t *at, const struct armex_map *map,
                                 const struct armex_cell *written,
                                 const struct armex_cell *header, size_t n,
                                 const char *file, struct armex_error *error)
{
    *at = column_written(written, header, n);
    if (*at < n)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_BAD_INPUT, armex_cell_place(map->file, written),
                      "%s has no column '%s'; its columns are %s", file,
                      armex_cell_clip(written).text,
                      armex_header_words(header, n).text);
}

armex_status armex_map_column(size_t *at, const struct armex_map *map,
                              const char *means, const struct armex_cell *header,
                              size_t n, const char *file, struct armex_error *error)
{
    *at = n;
    for (size_t i = 0; map && i < map->n_columns; i++)
        if (strcmp(map->columns[i].name, means) == 0)
            return find_written(at, map, &map->columns[i].written, header, n, file,
                                error);
    return ARMEX_OK;
}

static void rename_column(struct armex_sheet *sheet, size_t at, const char *name)
{
    const size_t old = armex_sheet_column(sheet, name);

    if (old < sheet->n_columns)
        sheet->header[old].length = 0;
    sheet->header[at].text = name;
    sheet->header[at].length = strlen(name);
}

armex_status armex_map_columns(const struct armex_map *map, struct armex_sheet *sheet,
                               struct armex_error *error)
{
    size_t *at = calloc(map->n_columns + 1, sizeof *at);
    armex_status status = at ? ARMEX_OK : armex_fail_memory(error);

    for (size_t i = 0; !status && i < map->n_columns; i++)
        status = find_written(&at[i], map, &map->columns[i].written, sheet->header,
                              sheet->n_columns, sheet->file, error);
    for (size_t i = 0; !status && i < map->n_columns; i++)
        rename_column(sheet, at[i], map->columns[i].name);
    free(at);
    return status;
}

enum armex_comma armex_map_comma(const struct armex_map *map)
{
    return map ? map->comma : ARMEX_COMMA_EITHER;
}

struct armex_defaults armex_map_defaults(const struct armex_map *map)
{
    return map ? map->every : (struct armex_defaults){NULL, 0};
}
