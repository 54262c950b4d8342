/** cli/global_options.c: the options that every command takes. */
#include "cli/global_options.h"

#include "cli/session.h"

#define FIELD(name) offsetof(struct armex_globals, name)

const struct armex_option armex_global_options[] = {
    {"store", 's', "DIR",
     "the store; else $ARMEX_STORE, else $XDG_DATA_HOME/armex. The datasets that ship "
     "with the program are always seen beneath it",
     NULL, FIELD(store), true},
    {"format", 'f', "FORMAT",
     "how a table is written; else the suffix of --output says, else text, which fits "
     "the terminal",
     "text|csv|json|markdown|latex", FIELD(format), false},
    {"output", 'o', "FILE", "write there, whole or not at all", NULL, FIELD(output),
     true},
    {"quiet", 'q', NULL, "say nothing beside the data but errors", NULL, FIELD(quiet),
     true},
    {"verbose", 'v', NULL, "say more: which store is read", NULL, FIELD(verbose), true},
    {"no-progress", 0, NULL, "show no progress, not even on a terminal", NULL,
     FIELD(no_progress), true},
    {"threads", 0, "N", "use no more threads than that; answers never depend on it",
     NULL, FIELD(threads), true},
    {"help", 'h', NULL, "say how it is used", NULL, FIELD(help), true},
    {0}};

const struct armex_option armex_program_options[] = {
    {"version", 'V', NULL, "say which version this is", NULL, FIELD(version), true},
    {"completions", 0, "SHELL", "print the completions for a shell", "bash|zsh|fish",
     FIELD(completions), true},
    {"man", 0, NULL,
     "print the manual page (roff) of the program, or of the command "
     "named after it",
     NULL, FIELD(man), true},
    {0}};
