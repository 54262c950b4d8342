/**
 * ingest/map.h: what the user says of a file in a short one of his own: a csv that is
 * written by hand.
 *
 *     kind,written,means
 *     name,Corea del Sur,KOR
 *     column,Exportador,entity
 *     column,Importe,value
 *     every,unit,eur
 *     mark,",",decimal
 *
 * `name`: whom a name (or code) in the file means: a code or a name that armex knows.
 * `column`: which column of the tidy layout (datasets/README.md) a column of the file
 * is, or which of a table of trade: year, reporter, partner, flow, commodity, value.
 * `every`: what holds for every row, for a column that the file lacks. `mark`: what
 * "," is in figures, `decimal` or `thousands`, where "1,234" may be either; a point is
 * then the other of the two. Where all lines are names, the column `kind` may be left
 * out.
 */
#ifndef ARMEX_INGEST_MAP_H
#define ARMEX_INGEST_MAP_H

#include "country/entity.h"
#include "ingest/layout.h"
#include "ingest/written_marks.h"

struct armex_map;

/** Reads the file; "-" is standard input.
 *  Owner:  the caller, armex_map_free(); `*out` is NULL on failure.
 *  Errors: as armex_file_read(), armex_decode() and armex_sheet_read(); ARMEX_BAD_INPUT
 *          at the cell for another kind, a name or column that there is not, something
 *          said twice. */
armex_status armex_map_read(struct armex_map **out, const char *path,
                            struct armex_error *error);
void armex_map_free(struct armex_map *map); /* NULL is fine */

/** Whom the map says that the name means, however its letters are cased; or NULL. */
const struct armex_entity *armex_map_entity(const struct armex_map *map,
                                            const char *text, size_t length);

/** A name that the map has for that entity's code, folded (base/text.h), and that
 * `knows` does not say is one; NULL: there is none. */
const char *armex_map_other_name(const struct armex_map *map, const char *code,
                                 bool (*knows)(const char *text, size_t length));

/** Whether it names columns: such a file is read by the tidy layout. NULL: false. */
bool armex_map_has_columns(const struct armex_map *map);

/** Whether it says nothing but whom names mean. NULL: true. */
bool armex_map_is_of_names(const struct armex_map *map);

/** Whether one of these columns is a reporter's, partner's or commodity's: such a file
 *  is a table of trade, with UN Comtrade's codes. NULL: false. */
bool armex_map_is_trade(const struct armex_map *map);

/** Where in a header the column stands that the map says means `means`; `n` where it
 *  says nothing of one. `map` NULL is fine.
 *  Errors: ARMEX_BAD_INPUT at the map's line for a column that the header lacks. */
armex_status armex_map_column(size_t *at, const struct armex_map *map,
                              const char *means, const struct armex_cell *header,
                              size_t n, const char *file, struct armex_error *error);

/** Whether all columns that the map names are among the cells of a header. */
bool armex_map_fits(const struct armex_map *map, const struct armex_cell *header,
                    size_t n);

/** Gives the columns of the sheet the names that the map has for them. A column that
 *  had such a name without the map's word loses it.
 *  Errors: ARMEX_BAD_INPUT at the map's line for a column that the sheet lacks. */
armex_status armex_map_columns(const struct armex_map *map, struct armex_sheet *sheet,
                               struct armex_error *error);

/** What it says of commas in figures. NULL: nothing. */
enum armex_comma armex_map_comma(const struct armex_map *map);

/** What it says of every row. They live as long as the map. NULL: nothing. */
struct armex_defaults armex_map_defaults(const struct armex_map *map);

#endif
