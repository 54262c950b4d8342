/** tests/report/test_html.c: data cannot become markup. */
#include "check.h"
#include "report/html.h"
#include "report/svg.h"

#include <string.h>

static void assert_text(const char *text, const char *html)
{
    struct armex_text out = {0};
    armex_html_text(&out, text);
    assert_string_equal(out.data ? out.data : "", html);
    armex_text_free(&out);
}

static void every_sign_that_could_be_markup_is_escaped(void **state)
{
    (void)state;
    assert_text("<script>alert('&\"')</script>",
                "&lt;script&gt;alert(&#39;&amp;&quot;&#39;)&lt;/script&gt;");
    assert_text("a\x01\x1b[31m\x7f\xc2\x9b b", "a[31m b");
    assert_text("caf\xe9 \xf0\x9f", "caf\xef\xbf\xbd \xef\xbf\xbd\xef\xbf\xbd");
    assert_text("대한민국 Türkiye", "대한민국 Türkiye");
}

static void a_format_escapes_what_it_is_given(void **state)
{
    (void)state;
    struct armex_text out = {0};
    armex_html(&out, "<a href=\"%s\">%zu%%, %d</a>", "\"><b>", (size_t)7, -1);
    assert_string_equal(out.data, "<a href=\"&quot;&gt;&lt;b&gt;\">7%, -1</a>");
    armex_text_free(&out);
}

static void base64_is_that_of_rfc_4648(void **state)
{
    (void)state;
    const char *const pairs[][2] = {{"f", "Zg=="},         {"fo", "Zm8="},
                                    {"foo", "Zm9v"},       {"foob", "Zm9vYg=="},
                                    {"fooba", "Zm9vYmE="}, {"foobar", "Zm9vYmFy"}};
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        struct armex_text out = {0};
        armex_base64(&out, pairs[i][0], strlen(pairs[i][0]));
        assert_string_equal(out.data, pairs[i][1]);
        armex_text_free(&out);
    }
}

static void a_drawing_keeps_its_marks_and_loses_its_file(void **state)
{
    (void)state;
    char file[] = "<?xml version=\"1.0\"?>\n<svg width=\"9\" viewBox=\"0 0 9 8\">\n"
                  "<title>T</title>\n<desc>D</desc>\n<metadata>M</metadata>\n"
                  "<path d=\"M0,0\"/>\n</svg>\n";
    const struct armex_text picture = {file, sizeof file - 1, sizeof file, false};
    struct armex_text out = {0};
    armex_svg_inline(&out, &picture, "wide", "1 < 2");
    assert_string_equal(out.data,
                        "<svg class=\"wide\" role=\"img\" aria-label=\"1 &lt; 2\""
                        " viewBox=\"0 0 9 8\">\n<path d=\"M0,0\"/>\n</svg>\n");
    armex_text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sign_that_could_be_markup_is_escaped),
        cmocka_unit_test(a_format_escapes_what_it_is_given),
        cmocka_unit_test(base64_is_that_of_rfc_4648),
        cmocka_unit_test(a_drawing_keeps_its_marks_and_loses_its_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
