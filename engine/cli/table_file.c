/** cli/table_file.c: the format that the name of a table's file asks for. */
#include "cli/table_file.h"

#include "cli/suffix.h"

armex_status armex_table_file_format(enum armex_format *out, const char *option,
                                     const char *path, struct armex_error *error)
{
    static const char *const ours[] = {[ARMEX_FORMAT_TEXT] = "txt",
                                       [ARMEX_FORMAT_CSV] = "csv",
                                       [ARMEX_FORMAT_JSON] = "json",
                                       [ARMEX_FORMAT_MARKDOWN] = "md",
                                       [ARMEX_FORMAT_LATEX] = "tex"};
    // text by such a name is opened by a program that cannot read it
    static const char *const others[] = {"xlsx", "xls", "ods", "html", "htm",
                                         "pdf",  "svg", "png", "docx", "nc",
                                         "h5",   "tsv", "xml", "zip",  "parquet"};
    const size_t n = sizeof ours / sizeof *ours,
                 n_others = sizeof others / sizeof *others;
    const size_t found = path ? armex_suffix_among(path, ours, n) : n;

    if (found < n)
        *out = (enum armex_format)found;
    if (!path || armex_suffix_among(path, others, n_others) == n_others)
        return ARMEX_OK;
    return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                      "%s: no table is written as %s; a name that ends in .csv, .json, "
                      ".md, .tex or .txt chooses how",
                      option, armex_suffix(path));
}
