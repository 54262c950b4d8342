/** tests/render/test_people.c: text, markdown and latex, whole. */
#include "tables.h"

static void text_has_aligned_columns_and_says_where_the_figures_are_from(void **state)
{
    (void)state;
    struct armex_table *table = ranking();
    assert_renders(
        table, ARMEX_FORMAT_TEXT,
        "Largest exporters, 2023\n"
        "\n"
        "Rank  Name           Value, USD billion  Share, %  Change, %  Year\n"
        "──────────────────────────────────────────────────────────────────\n"
        "   1  United States                80.9      75.3      +55.5  2023\n"
        "   2  Türkiye                       5.5       7.3       −3.3  2023\n"
        "   3  South Korea                     –         –          –  2023\n"
        "\n"
        "Note: licences & orders are not 100 % deliveries\n"
        "Source: armex, National figures (national-figures, 12 Feb 2026), "
        "https://example.org/a_b\n");
    armex_table_free(table);
}

static void a_narrow_terminal_folds_headers_then_shortens_names(void **state)
{
    (void)state;
    const struct armex_render_options narrow = {46, NULL, NULL};
    struct armex_table *table = ranking();
    assert_renders_with(table, ARMEX_FORMAT_TEXT, &narrow,
                        "Largest exporters, 2023\n"
                        "\n"
                        "                    Value  Share  Change\n"
                        "Rank  Name    USD billion      %       %  Year\n"
                        "──────────────────────────────────────────────\n"
                        "   1  Unite…         80.9   75.3   +55.5  2023\n"
                        "   2  Türki…          5.5    7.3    −3.3  2023\n"
                        "   3  South…            –      –       –  2023\n"
                        "\n"
                        "Note: licences & orders are not 100 %\n"
                        "  deliveries\n"
                        "Source: armex, National figures\n"
                        "  (national-figures, 12 Feb 2026),\n"
                        "  https://example.org/a_b\n");
    armex_table_free(table);
}

static void no_line_of_text_is_wider_than_the_terminal(void **state)
{
    (void)state;
    struct armex_table *table = ranking();
    for (size_t width = 46; width < 120; width++) {
        const struct armex_render_options options = {width, NULL, NULL};
        char *text = rendered_with(table, ARMEX_FORMAT_TEXT, &options), *rest = NULL;
        for (char *line = strtok_r(text, "\n", &rest); line;
             line = strtok_r(NULL, "\n", &rest))
            assert_true(armex_text_columns(line) <= width);
        free(text);
    }
    armex_table_free(table);
}

static void wide_characters_take_two_columns(void **state)
{
    (void)state;
    const struct armex_render_options narrow = {14, NULL, NULL};
    struct armex_table *table = table_with_name("대한민국의 수출");
    assert_renders(table, ARMEX_FORMAT_TEXT,
                   "Name              N\n"
                   "───────────────────\n"
                   "대한민국의 수출  −1\n");
    assert_renders_with(table, ARMEX_FORMAT_TEXT, &narrow,
                        "Name         N\n"
                        "──────────────\n"
                        "대한민국…   −1\n");
    armex_table_free(table);
}

static void units_that_differ_stay_in_their_column_under_one_scale(void **state)
{
    (void)state;
    struct armex_table *table = empty_ranking();
    add_exporter(table, 1, "USA", "United States", 80e9, "usd", 0.5, NAN);
    add_exporter(table, 2, "KOR", "South Korea", 7.3e9, "usd-2020", 0.5, NAN);
    add_exporter(table, 3, "FRA", "France", 2e9, "tiv", 0.5, NAN);
    assert_renders(
        table, ARMEX_FORMAT_TEXT,
        "Rank  Name           Value, billion  Unit              Share, %  Change, %  "
        "Year\n"
        "────────────────────────────────────────────────────────────────────────────"
        "────\n"
        "   1  United States            80.0  USD                   50.0          –  "
        "2023\n"
        "   2  South Korea               7.3  USD, 2020 prices      50.0          –  "
        "2023\n"
        "   3  France                    2.0  TIV                   50.0          –  "
        "2023\n");
    armex_table_free(table);
}

static void headers_name_units_of_every_kind(void **state)
{
    (void)state;
    static const struct armex_column columns[] = {
        {"a", "A", "usd-2020", "", ARMEX_COLUMN_AMOUNT, false},
        {"b", "B", "tiv", "", ARMEX_COLUMN_AMOUNT, false},
        {"c", "C", "eur-constant", "", ARMEX_COLUMN_AMOUNT, false},
        {"d", "D", "percent", "", ARMEX_COLUMN_AMOUNT, false},
        {"e", "E", "points", "", ARMEX_COLUMN_NUMBER, false},
        {"f", "F", "fraction", "", ARMEX_COLUMN_NUMBER, false},
        {"g", "G", "", "", ARMEX_COLUMN_TEXT, false},
    };
    struct armex_table *table = table_of(columns, 7);
    const double values[] = {2e6, 3e6, 4e9, 5, 6, 0.5};
    assert_int_equal(armex_table_add(table, NULL), ARMEX_OK);
    for (size_t i = 0; i < 6; i++)
        assert_int_equal(armex_table_number(table, i, values[i], NULL), ARMEX_OK);
    assert_renders(table, ARMEX_FORMAT_MARKDOWN,
                   "| A, USD million, 2020 prices | B, TIV million | C, EUR billion, "
                   "constant prices | D, % | E, points | F |\n"
                   "| ---: | ---: | ---: | ---: | ---: | ---: |\n"
                   "| 2 | 3 | 4 | 5 | 6 | 0.5 |\n");
    armex_table_free(table);
}

static void an_empty_table_still_has_its_head(void **state)
{
    (void)state;
    struct armex_table *table = empty_ranking();
    assert_renders(table, ARMEX_FORMAT_TEXT,
                   "Rank  Name  Value  Unit  Share, %  Change, %  Year\n"
                   "──────────────────────────────────────────────────\n");
    armex_table_free(table);
}

static void markdown_is_a_table_of_its_own_kind(void **state)
{
    (void)state;
    struct armex_table *table = ranking();
    assert_renders(
        table, ARMEX_FORMAT_MARKDOWN,
        "**Largest exporters, 2023**\n"
        "\n"
        "| Rank | Name | Value, USD billion | Share, % | Change, % | Year |\n"
        "| ---: | :--- | ---: | ---: | ---: | ---: |\n"
        "| 1 | United States | 80.9 | 75.3 | +55.5 | 2023 |\n"
        "| 2 | Türkiye | 5.5 | 7.3 | −3.3 | 2023 |\n"
        "| 3 | South Korea | – | – | – | 2023 |\n"
        "\n"
        "- Note: licences \\& orders are not 100 % deliveries\n"
        "- Source: armex, National figures (national-figures, 12 Feb 2026), "
        "https://example.org/a_b\n");
    armex_table_free(table);
}

static void latex_is_a_booktabs_table(void **state)
{
    (void)state;
    struct armex_table *table = ranking();
    assert_renders(
        table, ARMEX_FORMAT_LATEX,
        "\\begin{table}\n"
        "\\centering\n"
        "\\caption{Largest exporters, 2023}\n"
        "\\begin{tabular}{rlrrrr}\n"
        "\\toprule\n"
        "Rank & Name & Value, USD billion & Share, \\% & Change, \\% & Year \\\\\n"
        "\\midrule\n"
        "1 & United States & 80.9 & 75.3 & +55.5 & 2023 \\\\\n"
        "2 & Türkiye & 5.5 & 7.3 & $-$3.3 & 2023 \\\\\n"
        "3 & South Korea & -- & -- & -- & 2023 \\\\\n"
        "\\bottomrule\n"
        "\\end{tabular}\n"
        "\\par\\smallskip{\\footnotesize Note: licences \\& orders are not 100 \\% "
        "deliveries}\n"
        "\\par\\smallskip{\\footnotesize Source: armex, National figures "
        "(national-figures, 12 Feb 2026), https://example.org/a\\_b}\n"
        "\\end{table}\n");
    armex_table_free(table);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_has_aligned_columns_and_says_where_the_figures_are_from),
        cmocka_unit_test(a_narrow_terminal_folds_headers_then_shortens_names),
        cmocka_unit_test(no_line_of_text_is_wider_than_the_terminal),
        cmocka_unit_test(wide_characters_take_two_columns),
        cmocka_unit_test(units_that_differ_stay_in_their_column_under_one_scale),
        cmocka_unit_test(headers_name_units_of_every_kind),
        cmocka_unit_test(an_empty_table_still_has_its_head),
        cmocka_unit_test(markdown_is_a_table_of_its_own_kind),
        cmocka_unit_test(latex_is_a_booktabs_table),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
