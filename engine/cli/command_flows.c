/** cli/command_flows.c: who supplies whom. */
#include "analysis/bilateral_query.h"
#include "cli/command.h"

#define FIELD(name) offsetof(struct armex_bilateral_words, name)

static const struct armex_option options[] = {
    {.name = "as",
     .value = "WHAT",
     .help = "partners of each (unless named), dependence on few, a matrix, the "
             "network; what is estimated, lumpiness, the mirror of the other side",
     .choices = "partners|dependence|matrix|network|estimates|lumpiness|mirror",
     .offset = FIELD(as)},
    {.name = "partner",
     .value = "LIST",
     .help = "only these on the other side; shares stay of all",
     .offset = FIELD(partner)},
    {.name = "category",
     .value = "LIST",
     .help = "only these kinds of arms: aircraft, ships, missiles, ...",
     .offset = FIELD(category)},
    {.name = "top",
     .value = "N",
     .help = "so many of each, 10 unless named",
     .offset = FIELD(top)},
    {.name = "year-error",
     .value = "P",
     .help = "of estimates: chance that an estimated year is off by one; 0.5",
     .offset = FIELD(year_error)},
    {.name = "number-error",
     .value = "P",
     .help = "of estimates: how far off an estimated number may be; 0.2",
     .offset = FIELD(number_error)},
    {.name = "resamples",
     .value = "N",
     .help = "of estimates: how often they are drawn; 10000 unless named",
     .offset = FIELD(resamples)},
    {.name = "seed",
     .value = "N",
     .help = "of estimates: where the draws begin; 1 unless named",
     .offset = FIELD(seed)},
    {0}};

static armex_status run(struct armex_session *session, const void *own,
                        struct armex_error *error)
{
    struct armex_store *store = NULL;
    struct armex_table *table = NULL;
    armex_status status = armex_session_store(&store, session, error);

    if (!status)
        status = armex_bilateral_answer(&table, store, &session->query, own, error);
    if (!status)
        status = armex_session_table(session, table, error);
    armex_table_free(table);
    armex_store_close(store);
    return status;
}

const struct armex_command armex_command_flows = {
    .name = "flows",
    .summary = "who supplies whom: partners, dependence, matrices, the network",
    .operands = "",
    .description =
        "Adds up the deliveries of a register over the years (the last five unless "
        "named). With --entity: its recipients, or with --flow imports its suppliers; "
        "share is of all that it sent or got, and beside it stands what the partner "
        "depends on it for.\n\n"
        "--as dependence: how concentrated each one's suppliers are (Herfindahl index, "
        "effective number). --as matrix: suppliers by recipients. --as network: how "
        "many "
        "partners each has, how strong, and how much comes back.\n\n"
        "--as estimates: which part of each figure rests on estimates, and how far off "
        "it may therefore be. --as lumpiness: the largest deal of each year, and "
        "growth "
        "without it. --as mirror: what each reports against what its partners report "
        "of "
        "the same, pair by pair with --partner (a list, or all).\n\n"
        "Needs a register, or a file of UN Comtrade, that was ingested: none ships "
        "with armex. The examples read "
        "register.csv, as SIPRI's web site saves it.",
    .analyses = "",
    .options = options,
    .size = sizeof(struct armex_bilateral_words),
    .examples =
        {{"armex -s mine ingest register.csv && armex -s mine flows -d "
          "sipri-register -e Norway --flow imports",
          "Norway's suppliers: of the register that armex is tested with France "
          "alone, with 7.5 million TIV"},
         {"armex -s mine ingest register.csv && armex -s mine flows -d "
          "sipri-register --as estimates",
          "there 40.2 % of France's exports rest on estimates, and are 6.9 to 8.1 "
          "million TIV"}},
    .run = run};
