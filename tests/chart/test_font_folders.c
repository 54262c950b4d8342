/** tests/chart/test_font_folders.c: a typeface is taken from the folders only where
 * there is no doubt, and is then the one that fontconfig would have chosen. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "chart/child.h"
#include "chart/font_folders.h"

static char root[64];

static int make_root(void **state)
{
    (void)state;
    snprintf(root, sizeof root, "/tmp/armex-fonts-XXXXXX");
    return mkdtemp(root) ? 0 : -1;
}

static int remove_root(void **state)
{
    char command[96];
    (void)state;
    snprintf(command, sizeof command, "rm -rf %s", root);
    return system(command);
}

static void add(const char *name)
{
    char path[256];
    snprintf(path, sizeof path, "%s/%s", root, name);
    *strrchr(path, '/') = '\0';
    assert_int_equal(armex_folder_make(path, NULL), ARMEX_OK);
    path[strlen(path)] = '/';
    assert_int_equal(armex_file_write(path, "", 0, NULL), ARMEX_OK);
}

/** The family found, or NULL. */
static const char *found(struct armex_font_files *files)
{
    char missing[96];
    snprintf(missing, sizeof missing, "%s/missing", root);
    const char *const folders[] = {missing, root};
    return armex_font_folders_search(files, folders, 2) ? files->family : NULL;
}

static const char *family(void)
{
    struct armex_font_files files;
    return found(&files);
}

static void the_first_wanted_is_taken_wherever_it_lies(void **state)
{
    struct armex_font_files files;
    (void)state;
    assert_null(family());
    add("truetype/dejavu/DejaVuSans.ttf");
    assert_null(family()); // no bold
    add("truetype/dejavu/DejaVuSans-Bold.ttf");
    add("truetype/dejavu/DejaVuSansMono.ttf");
    add("truetype/dejavu/DejaVuSansMono-Bold.ttf");
    assert_string_equal(family(), "DejaVu Sans");
    add("LiberationSans-Bold.ttf");
    assert_null(family()); // its regular may be somewhere else
    add("a/b/c/LiberationSans-Regular.ttf");
    add("LiberationSansNarrow-Regular.ttf");
    assert_string_equal(found(&files), "Liberation Sans");
    assert_non_null(strstr(files.regular, "/a/b/c/LiberationSans-Regular.ttf"));
    assert_non_null(strstr(files.bold, "/LiberationSans-Bold.ttf"));
    add("inter/Inter-Regular.otf");
    add("inter/Inter-Bold.otf");
    add("inter/Inter-Medium.otf");
    add("inter/InterDisplay-Bold.otf");
    assert_string_equal(family(), "Inter");
}

static void expect_doubt(const char *name)
{
    add("inter/Inter-Regular.otf");
    add("inter/Inter-Bold.otf");
    assert_string_equal(family(), "Inter");
    add(name);
    assert_null(family());
    remove_root(NULL);
    assert_int_equal(mkdir(root, 0700), 0);
}

static void whatever_may_be_chosen_instead_makes_doubt(void **state)
{
    static const char *const names[] = {"mine/Inter-Regular.otf",
                                        "Inter-Bold.ttf",
                                        "Inter.ttc",
                                        "InterVariable.ttf",
                                        "Inter[opsz,wght].ttf",
                                        "Inter-Regular.woff2",
                                        "inter-bold.TTF",
                                        "Inter-VF.ttf",
                                        "Inter.otf",
                                        "1/2/3/4/5/6/7/8/9/x.ttf",
                                        "Inter-VariableFont_w.ttf",
                                        "Inter Regular.ttc"};
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        expect_doubt(names[i]);
}

static void a_folder_linked_into_itself_ends(void **state)
{
    char link[96];
    (void)state;
    add("x/Inter-Regular.otf");
    add("x/Inter-Bold.otf");
    snprintf(link, sizeof link, "%s/x/again", root);
    assert_int_equal(symlink(root, link), 0);
    assert_null(family());
}

static void told_otherwise_nothing_is_found(void **state)
{
    struct armex_font_files files;
    (void)state;
    assert_int_equal(setenv("FONTCONFIG_FILE", "/dev/null", 1), 0);
    assert_false(armex_font_folders_find(&files));
    unsetenv("FONTCONFIG_FILE");
}

static void settings_or_a_font_of_ones_own_make_doubt(void **state)
{
    struct armex_font_files files;
    (void)state;
    assert_int_equal(setenv("HOME", root, 1), 0);
    unsetenv("XDG_DATA_HOME");
    unsetenv("XDG_CONFIG_HOME");
    if (!armex_font_folders_find(&files))
        skip(); // none of the four is installed here
    add(".config/fontconfig/fonts.conf");
    assert_false(armex_font_folders_find(&files));
    remove_root(NULL);
    assert_true(armex_font_folders_find(&files));
    add(".fonts/InterVariable.ttf");
    assert_false(armex_font_folders_find(&files));
    remove_root(NULL);
    add(".local/share/fonts/InterVariable.ttf");
    assert_false(armex_font_folders_find(&files));
}

static void expect_match(const char *pattern, const char *file)
{
    struct armex_child asked = {0};
    struct armex_child *one = &asked;
    const char *const argv[] = {"fc-match", "-f", "%{file}", pattern, NULL};
    assert_int_equal(armex_child_start(&asked, argv, 1, NULL), ARMEX_OK);
    armex_children_finish(&one, 1, 10);
    assert_true(armex_child_succeeded(&asked));
    assert_string_equal(asked.said.data, file);
    armex_child_end(&asked);
}

static void what_is_found_is_what_fontconfig_chooses(void **state)
{
    struct armex_font_files files;
    char path[ARMEX_CHILD_PATH];
    (void)state;
    if (!armex_child_find(path, "fc-match") || !armex_font_folders_find(&files))
        skip();
    expect_match("Inter,Open Sans,Liberation Sans,DejaVu Sans", files.regular);
    expect_match("Inter,Open Sans,Liberation Sans,DejaVu Sans:bold", files.bold);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_first_wanted_is_taken_wherever_it_lies,
                                        make_root, remove_root),
        cmocka_unit_test_setup_teardown(whatever_may_be_chosen_instead_makes_doubt,
                                        make_root, remove_root),
        cmocka_unit_test_setup_teardown(a_folder_linked_into_itself_ends, make_root,
                                        remove_root),
        cmocka_unit_test(what_is_found_is_what_fontconfig_chooses),
        cmocka_unit_test(told_otherwise_nothing_is_found),
        cmocka_unit_test_setup_teardown(settings_or_a_font_of_ones_own_make_doubt,
                                        make_root, remove_root),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
