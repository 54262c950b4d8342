/** tests/render/test_hostile.c: what comes in with data does nothing in any format. */
#include "tables.h"

/* `name` as the one cell of a row, in `format`, must stand exactly as `expected`. */
static void is_set_as(const char *name, enum armex_format format, const char *expected)
{
    struct armex_table *table = table_with_name(name);
    char *text = rendered_with(table, format, &all_options);
    if (!strstr(text, expected))
        fail_msg("'%s' is not in\n%s", expected, text);
    free(text);
    armex_table_free(table);
}

static void a_formula_does_not_run_in_a_spreadsheet(void **state)
{
    (void)state;
    is_set_as("=1+1", ARMEX_FORMAT_CSV, "\n'=1+1,-1\n");
    is_set_as("+A1", ARMEX_FORMAT_CSV, "\n'+A1,-1\n");
    is_set_as("-A1", ARMEX_FORMAT_CSV, "\n'-A1,-1\n");
    is_set_as("@SUM(A1)", ARMEX_FORMAT_CSV, "\n'@SUM(A1),-1\n");
    is_set_as("\t=1", ARMEX_FORMAT_CSV, "\n'\t=1,-1\n");
    is_set_as("\r=1", ARMEX_FORMAT_CSV, "\n\"'\r=1\",-1\n");
    is_set_as("=HYPERLINK(\"x\",\"y\")", ARMEX_FORMAT_CSV,
              "\n\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\",-1\n");
    is_set_as("a=1", ARMEX_FORMAT_CSV, "\na=1,-1\n");
}

static void quotes_commas_and_newlines_stay_in_their_csv_cell(void **state)
{
    (void)state;
    is_set_as("say \"hi\"", ARMEX_FORMAT_CSV, "\n\"say \"\"hi\"\"\",-1\n");
    is_set_as("a,b", ARMEX_FORMAT_CSV, "\n\"a,b\",-1\n");
    is_set_as("a\nb", ARMEX_FORMAT_CSV, "\n\"a\nb\",-1\n");
    is_set_as(" a", ARMEX_FORMAT_CSV, "\n\" a\",-1\n");
    is_set_as("a ", ARMEX_FORMAT_CSV, "\n\"a \",-1\n");
    is_set_as("\x1b[2J\x7f", ARMEX_FORMAT_CSV, "\n\ufffd[2J\ufffd,-1\n");
    is_set_as("\xff\xc3", ARMEX_FORMAT_CSV, "\n\ufffd\ufffd,-1\n");
}

static void a_terminal_is_not_steered(void **state)
{
    (void)state;
    is_set_as("a\x1b[2J\nb\tc\rd", ARMEX_FORMAT_TEXT, "\na [2J b c d  −1\n");
    is_set_as("\xc2\x9b 2J", ARMEX_FORMAT_TEXT, "\n  2J  −1\n");
    is_set_as("\u202egnp.exe", ARMEX_FORMAT_TEXT, "\n\ufffdgnp.exe  −1\n");
    is_set_as("a\xff", ARMEX_FORMAT_TEXT, "\na\ufffd    −1\n");
}

static void json_keeps_scripts_out_of_pages(void **state)
{
    (void)state;
    is_set_as("</script>", ARMEX_FORMAT_JSON, "\"name\": \"\\u003c/script>\", \"n\"");
    is_set_as("a\"b\\\n\t\x1b", ARMEX_FORMAT_JSON,
              "\"name\": \"a\\\"b\\\\\\u000a\\u0009\\u001b\", \"n\"");
}

static void markdown_means_nothing_in_a_cell(void **state)
{
    (void)state;
    is_set_as("a|b", ARMEX_FORMAT_MARKDOWN, "\n| a\\|b | −1 |\n");
    is_set_as("<script>alert(1)</script>", ARMEX_FORMAT_MARKDOWN,
              "\n| \\<script\\>alert(1)\\</script\\> | −1 |\n");
    is_set_as("[x](javascript:y)", ARMEX_FORMAT_MARKDOWN,
              "\n| \\[x\\](javascript:y) | −1 |\n");
    is_set_as("`c` *d* _e_ f_g &amp; ~h~ $i$ \\", ARMEX_FORMAT_MARKDOWN,
              "\n| \\`c\\` \\*d\\* \\_e\\_ f_g \\&amp; \\~h\\~ \\$i\\$ \\\\ | −1 |\n");
    is_set_as("a\n| b |", ARMEX_FORMAT_MARKDOWN, "\n| a \\| b \\| | −1 |\n");
}

static void tex_runs_nothing_from_a_cell(void **state)
{
    (void)state;
    is_set_as("\\input{/etc/passwd}", ARMEX_FORMAT_LATEX,
              "\n\\textbackslash{}input\\{/etc/passwd\\} & $-$1 \\\\\n");
    is_set_as(
        "$x^2$ & 5 % #1 a_b ~", ARMEX_FORMAT_LATEX,
        "\n\\$x\\textasciicircum{}2\\$ \\& 5 \\% \\#1 a\\_b \\textasciitilde{} & ");
    is_set_as("[2ex]*", ARMEX_FORMAT_LATEX, "\n{[}2ex{]}{*} & ");
    is_set_as("<\"|>", ARMEX_FORMAT_LATEX,
              "\n\\textless{}\\char34{}\\textbar{}\\textgreater{} & ");
    is_set_as("a\n\nb\xff", ARMEX_FORMAT_LATEX, "\na  b? & ");
    is_set_as("^^5cinput", ARMEX_FORMAT_LATEX,
              "\n\\textasciicircum{}\\textasciicircum{}5cinput & ");
}

static void titles_headers_and_notes_are_no_safer_than_cells(void **state)
{
    (void)state;
    static const struct armex_column columns[] = {
        {"=n", "A|\\b\n%", "%\x1b", "", ARMEX_COLUMN_AMOUNT, false}};
    struct armex_table *table = table_of(columns, 1);
    table->title = "|\\t\n\x1b";
    assert_int_equal(
        armex_notes_add(&table->notes, table->arena, NULL, "%s", "<b>\n\\n\x1b"),
        ARMEX_OK);
    assert_renders(table, ARMEX_FORMAT_TEXT,
                   "|\\t  \n\nA|\\b %, %\n──────────\n\nNote: <b> \\n\n");
    assert_renders(table, ARMEX_FORMAT_MARKDOWN,
                   "**\\|\\\\t  **\n\n| A\\|\\\\b %, %  |\n| ---: |\n\n- Note: \\<b\\> "
                   "\\\\n \n");
    assert_renders(
        table, ARMEX_FORMAT_LATEX,
        "\\begin{table}\n\\centering\n\\caption{\\textbar{}\\textbackslash{}t "
        " }\n\\begin{tabular}{r}\n\\toprule\nA\\textbar{}\\textbackslash{}b "
        "\\%, \\%  \\\\\n\\midrule\n\\bottomrule\n\\end{tabular}\n\\par"
        "\\smallskip{\\footnotesize Note: \\textless{}b\\textgreater{} "
        "\\textbackslash{}n }\n\\end{table}\n");
    assert_renders(table, ARMEX_FORMAT_CSV, "'=n\n");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_formula_does_not_run_in_a_spreadsheet),
        cmocka_unit_test(quotes_commas_and_newlines_stay_in_their_csv_cell),
        cmocka_unit_test(a_terminal_is_not_steered),
        cmocka_unit_test(json_keeps_scripts_out_of_pages),
        cmocka_unit_test(markdown_means_nothing_in_a_cell),
        cmocka_unit_test(tex_runs_nothing_from_a_cell),
        cmocka_unit_test(titles_headers_and_notes_are_no_safer_than_cells),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
