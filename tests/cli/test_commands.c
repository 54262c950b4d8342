/** The tables of options and commands agree with themselves, whoever reads them. */
#include "check.h"

#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/help.h"

static armex_status run(struct armex_session *session, struct armex_error *error,
                        size_t n, const char *const *words)
{
    assert_int_equal(armex_session_begin(session, error), ARMEX_OK);
    return armex_program(session, words, n, error);
}

#define RUN(session, error, ...)                                                       \
    run(session, error, sizeof((const char *[]){__VA_ARGS__}) / sizeof(const char *),  \
        (const char *[]){__VA_ARGS__})

static void no_command_has_two_options_of_one_name_or_letter(void **state)
{
    (void)state;
    size_t n;
    const struct armex_command *const *commands = armex_commands(&n);
    for (size_t i = 0; i < n; i++) {
        struct armex_session session;
        struct armex_option_group groups[ARMEX_GROUPS];
        const struct armex_option *all[128];
        size_t n_groups, seen = 0;
        assert_int_equal(armex_session_begin(&session, NULL), ARMEX_OK);
        assert_int_equal(
            armex_command_groups(groups, &n_groups, commands[i], &session, NULL, NULL),
            ARMEX_OK);
        for (size_t g = 0; g < n_groups; g++)
            for (const struct armex_option *o = groups[g].options; o->name; o++) {
                for (size_t k = 0; k < seen; k++)
                    if (!strcmp(all[k]->name, o->name) ||
                        (o->letter && all[k]->letter == o->letter))
                        fail_msg("armex %s: --%s and --%s", commands[i]->name,
                                 all[k]->name, o->name);
                all[seen++] = o;
            }
        armex_session_end(&session);
    }
}

static void every_command_has_two_or_more_examples_of_itself(void **state)
{
    (void)state;
    size_t n;
    const struct armex_command *const *commands = armex_commands(&n);
    for (size_t i = 0; i < n; i++)
        for (size_t e = 0; e < ARMEX_EXAMPLES; e++) {
            const struct armex_example *example = &commands[i]->examples[e];
            if (e >= 2 && !example->line)
                break;
            assert_true(strlen(example->shows) > 10);
            if (!strstr(example->line, commands[i]->name))
                fail_msg("armex %s: example %zu is of another", commands[i]->name, e);
        }
}

/** What the words print, to look into. */
static void expect_in_output(const char *const *words, size_t n,
                             const char *const *expected, size_t n_expected)
{
    struct armex_session session;
    struct armex_error error;
    assert_int_equal(run(&session, &error, n, words), ARMEX_OK);
    for (size_t i = 0; i < n_expected; i++)
        if (!strstr(session.out.data, expected[i]))
            fail_msg("%s %s: no '%s' in:\n%s", words[0], words[1], expected[i],
                     session.out.data);
    armex_session_end(&session);
}

static void help_manual_and_completions_name_every_option_of_every_command(void **state)
{
    (void)state;
    size_t n;
    const struct armex_command *const *commands = armex_commands(&n);
    for (size_t i = 0; i < n; i++) {
        struct armex_session session;
        struct armex_option_group groups[ARMEX_GROUPS];
        size_t n_groups;
        assert_int_equal(armex_session_begin(&session, NULL), ARMEX_OK);
        armex_command_groups(groups, &n_groups, commands[i], &session, NULL, NULL);
        for (size_t g = 0; g < n_groups; g++)
            for (const struct armex_option *o = groups[g].options; o->name; o++) {
                char typed[64], roff[64] = "\\-\\-", fish[64];
                snprintf(typed, sizeof typed, "--%s", o->name);
                snprintf(fish, sizeof fish, " -l %s", o->name);
                for (const char *c = o->name; *c; c++)
                    snprintf(roff + strlen(roff), sizeof roff - strlen(roff),
                             *c == '-' ? "\\-" : "%c", *c);
                const char *name = commands[i]->name;
                const char *expected = typed;
                expect_in_output((const char *[]){name, "--help"}, 2, &expected, 1);
                expect_in_output((const char *[]){"--completions", "bash"}, 2,
                                 &expected, 1);
                expect_in_output((const char *[]){"--completions", "zsh"}, 2, &expected,
                                 1);
                expected = roff;
                expect_in_output((const char *[]){"--man", name}, 2, &expected, 1);
                expected = fish;
                expect_in_output((const char *[]){"--completions", "fish"}, 2,
                                 &expected, 1);
            }
        armex_session_end(&session);
    }
}

static void no_line_of_help_is_wider_than_a_terminal(void **state)
{
    (void)state;
    size_t n;
    const struct armex_command *const *commands = armex_commands(&n);
    for (size_t i = 0; i <= n; i++) {
        struct armex_session session;
        struct armex_error error;
        const char *words[] = {"--help", i < n ? commands[i]->name : ""};
        assert_int_equal(run(&session, &error, i < n ? 2 : 1, words), ARMEX_OK);
        for (char *line = strtok(session.out.data, "\n"); line;
             line = strtok(NULL, "\n"))
            if (armex_text_columns(line) > 79 && strncmp(line, "  armex ", 8) != 0)
                fail_msg("%zu columns: %s", armex_text_columns(line), line);
        armex_session_end(&session);
    }
}

static void expect_refusal(armex_status status, const char *message, size_t n,
                           const char *const *words)
{
    struct armex_session session;
    struct armex_error error;
    assert_int_equal(run(&session, &error, n, words), status);
    assert_string_equal(error.message, message);
    assert_int_equal(session.out.length, 0);
    armex_session_end(&session);
}

#define REFUSED(message, ...)                                                          \
    expect_refusal(ARMEX_USAGE, message,                                               \
                   sizeof((const char *[]){__VA_ARGS__}) / sizeof(const char *),       \
                   (const char *[]){__VA_ARGS__})

static void wrong_words_are_answered_with_the_right_ones(void **state)
{
    (void)state;
    REFUSED("there is no command 'rnak'; did you mean 'rank'?", "rnak");
    REFUSED("there is no command 'sing'; there are: ingest, datasets, entities, show, "
            "growth, rank, share, trend, flows, compare, check, robust, revisions, "
            "plot, report, export, fetch, verify, explain",
            "sing");
    REFUSED("there is no command 'version'; did you mean 'armex --version'?",
            "version");
    REFUSED("there is no option '--category' here; armex flows has it", "show",
            "--category", "ships");
    REFUSED("there is no option '--top' here; armex rank, armex flows and armex plot "
            "have it",
            "show", "--top", "3");
    REFUSED("there is no option '--windwo'; did you mean '--window'?", "rank",
            "--windwo", "5");
    REFUSED("there is no option '--fromat'; did you mean '--format'?", "--fromat",
            "csv", "rank");
    REFUSED("--threads: '0' is not a number from 1 to 1024", "--threads", "0",
            "datasets");
    REFUSED("'x' is one word too many for armex rank", "rank", "x");
    REFUSED("'South Korea' is one word too many for armex rank; did you mean --entity "
            "'South Korea'?",
            "rank", "South Korea");
    REFUSED("there is no chart 'lien'; did you mean 'line'?", "plot", "lien");
    REFUSED("which chart? 'armex plot --list-kinds' names them", "plot");
    REFUSED(
        "where to? name a file with --output; its suffix chooses svg, png, pdf or tex",
        "plot", "line");
    REFUSED("--output: 'a.gif' does not end in .svg, .png, .pdf or .tex", "plot",
            "line", "-o", "a.gif");
    REFUSED("--base: a line chart has no base year; 'armex plot index' has", "plot",
            "line", "-o", "a.svg", "--base", "2020");
    REFUSED("--base: an area chart has no base year; 'armex plot index' has", "plot",
            "area", "-o", "a.svg", "--base", "2020");
    REFUSED("--share: an index chart has no whole; 'armex plot area' has", "plot",
            "index", "-o", "a.svg", "--share");
    REFUSED("--width: a slide is 1280 by 720 pixels; leave it out", "plot", "line",
            "-o", "a.svg", "--style", "slide", "--width", "800");
    REFUSED("--base: '20x0' is not a year", "plot", "index", "-o", "a.svg", "--base",
            "20x0");
    REFUSED("--width: '1e3' is not a number from 280 to 4000", "plot", "line", "-o",
            "a.svg", "--width", "1e3");
    REFUSED("--width: '279' is not a number from 280 to 4000", "plot", "line", "-o",
            "a.svg", "--width", "279");
    REFUSED("--highlight: no entity is called 'Soth Korea'; did you mean 'South Korea' "
            "or 'North Korea'?",
            "plot", "line", "-o", "a.svg", "--highlight", "Soth Korea");
    REFUSED("no file is named: armex ingest FILE...", "ingest");
    REFUSED("--vintage: 'today' is no date; write 2026-03-12, 2026-03 or 2026",
            "ingest", "x.csv", "--vintage", "today");
    REFUSED("--format: export does not write markdown; 'armex show' does", "export",
            "-f", "markdown");
    REFUSED("there is no option '--publications' here; armex show has it", "plot",
            "line", "--publications");
    REFUSED("where to? name a folder with --output", "export", "--as", "package");
    REFUSED("where to? name a file with --output", "export", "--as", "netcdf");
}

static void a_chart_names_the_charts_that_have_a_use_for_an_option(void **state)
{
    (void)state;
    REFUSED("--top: a heat chart has no use for it; rank, bump, dumbbell, slope, "
            "waterfall, matrix, flow and map have",
            "plot", "heat", "-o", "a.svg", "--top", "3");
    REFUSED("--at-least: an index chart has no use for it; line, rank, bump, dumbbell, "
            "slope, waterfall, fan, breaks, concentration and map have",
            "plot", "index", "-o", "a.svg", "--at-least", "3");
    REFUSED("--by: an agreement chart has no use for it; rank, bump, dumbbell, slope, "
            "waterfall and map have",
            "plot", "agreement", "-o", "a.svg", "--by", "share");
    REFUSED("--style: sipri is a layout of rankings, and a line chart draws none; web, "
            "paper and slide suit it",
            "plot", "line", "-o", "a.svg", "--style", "sipri");
}

static void a_name_that_promises_another_format_is_refused_before_anything_is_done(
    void **state)
{
    (void)state;
    REFUSED("--output: no table is written as xlsx; a name that ends in .csv, .json, "
            ".md, .tex or .txt chooses how",
            "show", "-o", "a.xlsx");
    REFUSED("--output: no table is written as ZIP; a name that ends in .csv, .json, "
            ".md, .tex or .txt chooses how",
            "export", "-o", "a.ZIP");
    REFUSED("--output: export does not write md; 'armex show' does", "export", "-o",
            "a.md");
    REFUSED("--data: no table is written as xlsx; a name that ends in .csv, .json, "
            ".md, .tex or .txt chooses how",
            "plot", "line", "-o", "a.svg", "--data", "a.xlsx");
}

static void the_program_says_its_version_and_its_kinds_of_charts(void **state)
{
    (void)state;
    struct armex_session session;
    struct armex_error error;
    assert_int_equal(RUN(&session, &error, "--version"), ARMEX_OK);
    assert_int_equal(strncmp(session.out.data, "armex ", 6), 0);
    armex_session_end(&session);
    assert_int_equal(RUN(&session, &error, "plot", "--list-kinds"), ARMEX_OK);
    assert_string_equal(
        session.out.data,
        "line\nrank\nbump\ndumbbell\nheat\ntriangle\nmultiples\nrevisions\nindex\n"
        "slope\nwaterfall\narea\nfan\nbreaks\nconcentration\nscatter\nagreement\nmatrix"
        "\nflow\nmap\n");
    armex_session_end(&session);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(no_command_has_two_options_of_one_name_or_letter),
        cmocka_unit_test(every_command_has_two_or_more_examples_of_itself),
        cmocka_unit_test(
            help_manual_and_completions_name_every_option_of_every_command),
        cmocka_unit_test(no_line_of_help_is_wider_than_a_terminal),
        cmocka_unit_test(wrong_words_are_answered_with_the_right_ones),
        cmocka_unit_test(a_chart_names_the_charts_that_have_a_use_for_an_option),
        cmocka_unit_test(
            a_name_that_promises_another_format_is_refused_before_anything_is_done),
        cmocka_unit_test(the_program_says_its_version_and_its_kinds_of_charts),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
