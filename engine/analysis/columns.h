/**
 * analysis/columns.h: the columns that many tables share, each described once.
 *
 * Each stands in a table's own list of columns, where that table wants it:
 *
 *     [ENTITY] = ARMEX_ENTITY_COLUMN,
 *     [UNIT] = ARMEX_UNIT_COLUMN("unit of the amounts"),
 *
 * What differs from table to table is an argument, and means what it means in
 * armex_column.
 */
#ifndef ARMEX_ANALYSIS_COLUMNS_H
#define ARMEX_ANALYSIS_COLUMNS_H

#include "model/table.h"

/** Whom the row is about; people read the name, machines join by the code. */
#define ARMEX_ENTITY_COLUMN                                                            \
    {                                                                                  \
        "entity", "Code", "", "ISO 3166 code, or a code of its own",                   \
            ARMEX_COLUMN_TEXT, true                                                    \
    }
#define ARMEX_NAME_COLUMN                                                              \
    {                                                                                  \
        "name", "Name", "", "name of the entity", ARMEX_COLUMN_TEXT, false             \
    }

/** The other side of its trade. */
#define ARMEX_PARTNER_COLUMN                                                           \
    {                                                                                  \
        "partner", "Code", "", "code of the partner", ARMEX_COLUMN_TEXT, true          \
    }
#define ARMEX_PARTNER_NAME_COLUMN                                                      \
    {                                                                                  \
        "partner_name", "Partner", "", "name of the partner", ARMEX_COLUMN_TEXT, false \
    }

/** What was counted, and which of several counts of it. */
#define ARMEX_MEASURE_COLUMN(machine)                                                  \
    {                                                                                  \
        "measure", "Measure", "", "what is counted", ARMEX_COLUMN_TEXT, machine        \
    }
#define ARMEX_SCOPE_COLUMN(machine)                                                    \
    {                                                                                  \
        "scope", "Scope", "", "which of several counts of the measure",                \
            ARMEX_COLUMN_TEXT, machine                                                 \
    }

/** A figure, and the unit of the row's figures. */
#define ARMEX_VALUE_COLUMN(description)                                                \
    {                                                                                  \
        "value", "Value", "", description, ARMEX_COLUMN_AMOUNT, false                  \
    }
#define ARMEX_UNIT_COLUMN(description)                                                 \
    {                                                                                  \
        "unit", "Unit", "", description, ARMEX_COLUMN_TEXT, false                      \
    }

/** Its share of some whole, 0.25 being a quarter. */
#define ARMEX_SHARE_COLUMN(description)                                                \
    {                                                                                  \
        "share", "Share", "fraction", description, ARMEX_COLUMN_FRACTION, false        \
    }
#define ARMEX_PREVIOUS_SHARE_COLUMN                                                    \
    {                                                                                  \
        "previous_share", "Share before", "fraction", "in the year or window before",  \
            ARMEX_COLUMN_FRACTION, false                                               \
    }

/** Its rank, the largest being the first, and the bounds of that rank. */
#define ARMEX_RANK_COLUMN(description)                                                 \
    {                                                                                  \
        "rank", "Rank", "", description, ARMEX_COLUMN_COUNT, false                     \
    }
#define ARMEX_RANK_LOW_COLUMN(description)                                             \
    {                                                                                  \
        "rank_low", "Rank from", "", description, ARMEX_COLUMN_COUNT, false            \
    }
#define ARMEX_RANK_HIGH_COLUMN(description)                                            \
    {                                                                                  \
        "rank_high", "Rank to", "", description, ARMEX_COLUMN_COUNT, false             \
    }

#endif
