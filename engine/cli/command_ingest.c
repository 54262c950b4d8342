/** cli/command_ingest.c: publishers' files become vintages of the store. */
#include <stdint.h>
#include <string.h>

#include "base/number.h"
#include "cli/command.h"
#include "cli/ingest_ahead.h"
#include "cli/ingest_aside.h"
#include "cli/ingest_table.h"

struct ingest_options {
    const char *source, *list_sources, *dataset, *vintage, *publisher, *measure, *unit,
        *dry_run, *totals;
    struct armex_aside_words aside;
};

#define FIELD(name) offsetof(struct ingest_options, name)

static const struct armex_option options[] = {
    {"source", 0, "ID", "read the files as that source's; else what they hold decides",
     NULL, FIELD(source), false},
    {"list-sources", 0, NULL, "list the sources there are, and read nothing", NULL,
     FIELD(list_sources), false},
    {"dataset", 'd', "ID", "store it under that name; else the file's own", NULL,
     FIELD(dataset), false},
    {"vintage", 0, "DATE", "when it was published, where the file does not say", NULL,
     FIELD(vintage), false},
    {"publisher", 0, "NAME",
     "who published it, if not those in whose layout it is; their licence and address "
     "are then left out",
     NULL, FIELD(publisher), false},
    {"measure", 'm', "NAME", "what the figures of a tidy csv count, if it does not say",
     NULL, FIELD(measure), false},
    {"unit", 0, "UNIT", "what they are counted in, if it does not say", NULL,
     FIELD(unit), false},
    {"map", 0, "FILE",
     "a csv that says whom names in the file mean, or which column is which", NULL,
     FIELD(aside.map), false},
    {"unknown", 0, "keep|stop",
     "keep a name that means nobody as an entity of its own; else it ends the reading",
     NULL, FIELD(aside.unknown), false},
    {"rejects", 0, "FILE",
     "write the rows that are wrong there, with the reason, and go on without them",
     NULL, FIELD(aside.rejects), false},
    {"dry-run", 'n', NULL, "read and report, but store nothing", NULL, FIELD(dry_run),
     false},
    {"totals", 0, NULL,
     "of a file of trade between countries keep only each reporter's yearly totals",
     NULL, FIELD(totals), false},
    {0}};

/** Of a large file; false when ^C was pressed. */
static bool follow(void *context, uint64_t done, uint64_t all)
{
    const struct armex_session *session = context;

    armex_session_reading(session, done, all);
    return !armex_session_stopped(session);
}

static unsigned threads_of(const struct armex_session *session)
{
    const char *text = session->globals.threads;
    long threads = 0;

    if (text)
        armex_whole_parse(&threads, text, strlen(text), 1, 1024);
    return (unsigned)threads;
}

static armex_status read_options(struct armex_ingest_options *out,
                                 struct armex_session *session,
                                 const struct ingest_options *given,
                                 const struct armex_ingest_aside *aside,
                                 struct armex_error *error)
{
    *out = (struct armex_ingest_options){.source = given->source,
                                         .dataset = given->dataset,
                                         .publisher = given->publisher,
                                         .measure = given->measure,
                                         .unit = given->unit,
                                         .version = session->version,
                                         .map = aside->map,
                                         .keep_unknown = aside->keep_unknown,
                                         .rejects = aside->rejects,
                                         .totals = given->totals != NULL,
                                         .scratch = session->paths.store,
                                         .threads = threads_of(session),
                                         .progress = follow,
                                         .progress_context = session};
    if (!given->vintage ||
        armex_date_parse(&out->vintage, given->vintage, strlen(given->vintage)))
        return ARMEX_OK;
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "--vintage: '%s' is no date; write 2026-03-12, 2026-03 or 2026",
                      given->vintage);
}

/** A vintage that stands already is not made anew, whatever was said of its names. */
static armex_status say_unchanged(struct armex_table *table, const char *path,
                                  struct armex_error *error)
{
    return armex_notes_add(&table->notes, table->arena, error,
                           "%s is stored already, and stays as it was first read: to "
                           "read it otherwise, give another --dataset or --vintage, or "
                           "remove what is stored",
                           path);
}

/** How the files are read, and what becomes of them. */
struct work {
    struct armex_ahead *ahead;
    bool is_stored;
    bool is_told; /**< what names mean, or which rows are wrong, is said by the user */
};

/** Says in the table what became of a file. */
static armex_status say_file(struct armex_table *table, const char *path,
                             const struct armex_ahead_file *file,
                             const struct work *work, struct armex_error *error)
{
    const armex_status status =
        armex_ingest_table_add(table, path, file->vintage,
                               !work->is_stored                 ? "no (dry run)"
                               : file->added == ARMEX_ADDED_NEW ? "new"
                                                                : "the same",
                               error);
    return status || !work->is_told || file->added == ARMEX_ADDED_NEW
               ? status
               : say_unchanged(table, path, error);
}

/** Each file stands alone: a bad one is said, and the others are read all the same. */
static armex_status ingest_all(struct armex_session *session, const struct work *work,
                               struct armex_error *error)
{
    const struct armex_operands *files = &session->operands;
    struct armex_table *table = NULL;
    struct armex_ahead_file file;
    armex_status first = ARMEX_OK, status = armex_ingest_table_create(&table, error);

    for (size_t i = 0; !status; i++) {
        if (armex_session_stopped(session))
            armex_ahead_stop(work->ahead);
        if (!armex_ahead_next(work->ahead, &file))
            break;
        if (!file.status)
            file.status = say_file(table, files->items[i], &file, work, &file.error);
        if (file.status)
            armex_session_complain(session, &file.error);
        first = first ? first : file.status;
        armex_vintage_free(file.vintage);
        armex_session_progress(session, i + 1, files->n);
    }
    if (!status && table->n_rows)
        status = armex_session_table(session, table, error);
    armex_table_free(table);
    return status ? status : first; // what went wrong first was said already
}

static armex_status find_folder(const char **out, const struct armex_session *session,
                                bool is_stored, struct armex_error *error)
{
    *out = is_stored ? session->paths.store : NULL;
    if (*out || !is_stored)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "there is no folder for a store; name one with --store");
}

/** Reads and stores the files in the order named. */
static armex_status work_on(struct armex_session *session,
                            const struct ingest_options *given,
                            struct armex_ingest_aside *aside, struct armex_error *error)
{
    struct armex_ingest_options ask;
    struct work work = {.is_stored = given->dry_run == NULL,
                        .is_told = aside->map || aside->keep_unknown || aside->rejects};
    struct armex_ahead_plan plan = {.files = session->operands.items,
                                    .n = session->operands.n,
                                    .options = &ask,
                                    .once_read = armex_ingest_aside_write,
                                    .context = aside};
    armex_status status = read_options(&ask, session, given, aside, error);

    if (!status)
        status = find_folder(&plan.store, session, work.is_stored, error);
    if (!status)
        status = armex_ahead_open(&work.ahead, &plan, error);
    if (!status)
        status = ingest_all(session, &work, error);
    armex_ahead_close(work.ahead);
    return status;
}

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    const struct ingest_options *given = own;
    struct armex_ingest_aside aside;
    armex_status status;

    if (given->list_sources)
        return armex_ingest_list_sources(session, error);
    if (!session->operands.n)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "no file is named: armex ingest FILE...");
    status = armex_ingest_aside_open(&aside, &given->aside, session->operands.items,
                                     session->operands.n, error);
    if (!status)
        status = work_on(session, given, &aside, error);
    armex_ingest_aside_close(&aside);
    return status;
}

const struct armex_command armex_command_ingest = {
    .name = "ingest",
    .summary = "read publishers' files into the store",
    .operands = "FILE...",
    .most = SIZE_MAX,
    .description =
        "Recognises a file by what it holds, takes its vintage from it, and says what "
        "was read. The same file again changes nothing; a vintage once stored is never "
        "changed.\n\n"
        "Each file stands alone: one that cannot be read is said with its line and "
        "column, the others are stored, and the exit status is that of the first "
        "failure. - is standard input.\n\n"
        "A table is read as publishers and spreadsheets leave it: titles above the "
        "header, blanks around names and figures, sources, notes and totals below the "
        "last row, which are passed over and told. Figures may be written as people "
        "write them (1 234,5; $1.2 bn; 12*), years as 2019, 2019* or, where "
        "first_month "
        "says when they begin, FY2019 and 2018/19.\n\n"
        "A name that means nobody ends the reading, with its place and the nearest "
        "names. --map FILE says whom it means: a csv with the columns written,means "
        "and "
        "lines as Corea del Sur,KOR. With a column kind before them the lines are of "
        "four kinds: name,Corea del Sur,KOR; column,Importe,value, which calls a "
        "column of a table of any layout as the tidy layout does (entity, year, value, "
        "measure, unit, multiplier, ...; or, of a table of trade by customs codes, "
        "year, reporter, partner, flow, commodity, value); every,unit,eur, which holds "
        "for all rows; "
        "mark,\",\",decimal or mark,\",\",thousands, where a figure such as 1,234 may "
        "be either. "
        "--unknown keep gives such a name an entity of its own, with a code that "
        "begins "
        "with unlisted-. --rejects FILE sets rows aside that are wrong in any way, "
        "with "
        "line, column and reason behind their own cells.\n\n"
        "A file of UN Comtrade of any size is read in little memory, by all "
        "processors: every row of arms is kept as a flow, and reporters' yearly totals "
        "are added up exactly; with --totals, these alone are kept. Arms are chapter "
        "93 of the Harmonized System, tanks (8710) and warships (8906.10); codes that "
        "lie within others count once. The dataset is comtrade-hs93 where the file "
        "holds chapter 93 alone, else comtrade-arms. The answer does not depend on how "
        "many processors there are. ^C stops that and leaves nothing behind.",
    .options = options,
    .size = sizeof(struct ingest_options),
    .examples = {{"armex export -d national-figures -e KOR -o korea.csv && armex -s "
                  "mine ingest "
                  "korea.csv --dataset korea --vintage 2026-11-23",
                  "a tidy csv of observations, read into the store in the folder mine"},
                 {"armex ingest --list-sources", "the formats that are recognised"}},
    .run = run};
