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

/* Expected: Python's urllib.parse.quote(bytes, safe="-._~!$()*+,;:@/?="). */
static void a_file_in_a_url_is_what_it_was(void **state)
{
    (void)state;
    static const char file[] = "a,\"b c\"\n'<1>&#2%\x80\xff\0";
    struct armex_text out = {0};

    armex_html_url(&out, file, sizeof file - 1);
    assert_string_equal(out.data, "a,%22b%20c%22%0A%27%3C1%3E%26%232%25%80%FF%00");
    armex_text_free(&out);
}

static void a_drawing_keeps_its_marks_and_loses_its_file(void **state)
{
    (void)state;
    char file[] = "<?xml version=\"1.0\"?>\n<svg width=\"9\" viewBox=\"0 0 9 8\">\n"
                  "<title>T</title>\n<desc>D</desc>\n<metadata>M</metadata>\n"
                  "<path d=\"M0,0\"/>\n</svg>\n";
    const struct armex_text picture = {file, sizeof file - 1, sizeof file, false};
    struct armex_text out = {0};
    assert_true(armex_svg_inline(&out, &picture, "wide", "peak", "1 < 2"));
    assert_string_equal(out.data, "<svg class=\"wide\" role=\"img\" id=\"peak.chart\" "
                                  "aria-label=\"1 &lt; 2\" viewBox=\"0 0 9 8\">\n"
                                  "<path d=\"M0,0\"/>\n</svg>\n");
    out.length = 0;
    assert_true(armex_svg_inline(&out, &picture, "narrow", "peak", NULL));
    assert_string_equal(out.data,
                        "<svg class=\"narrow\" role=\"img\" "
                        "aria-labelledby=\"peak.chart\" viewBox=\"0 0 9 8\">\n"
                        "<path d=\"M0,0\"/>\n</svg>\n");
    out.length = 0;
    const struct armex_text none = {0};
    assert_false(armex_svg_inline(&out, &none, "wide", "peak", "1 < 2"));
    assert_int_equal(out.length, 0);
    armex_text_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_sign_that_could_be_markup_is_escaped),
        cmocka_unit_test(a_format_escapes_what_it_is_given),
        cmocka_unit_test(base64_is_that_of_rfc_4648),
        cmocka_unit_test(a_file_in_a_url_is_what_it_was),
        cmocka_unit_test(a_drawing_keeps_its_marks_and_loses_its_file),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
