/** tests/ingest/test_code_pages.c: texts older than UTF-8, told apart by the names of
 * countries in them. Bytes as Python's codecs write them. */
#include <stdio.h>
#include <string.h>

#include "check.h"
#include "ingest/decode.h"

static void assert_decoded(const char *bytes, size_t length,
                           enum armex_encoding encoding, const char *expected)
{
    struct armex_decoded decoded;

    assert_int_equal(armex_decode(&decoded, "x.csv", bytes, length, 1000, NULL),
                     ARMEX_OK);
    assert_int_equal(decoded.encoding, encoding);
    assert_string_equal(decoded.bytes, expected);
    armex_decoded_free(&decoded);
}

#define TEXT(text) (text), sizeof(text) - 1

static void names_of_countries_decide_which_old_text_it_is(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        enum armex_encoding encoding;
        const char *name;
    } cases[] = {
        {"C\x93te d'Ivoire", ARMEX_DOS_850, "C\xc3\xb4te d'Ivoire"},
        {"C\xf4te d'Ivoire", ARMEX_ISO_8859_1, "C\xc3\xb4te d'Ivoire"},
        {"Cura\x87"
         "ao",
         ARMEX_DOS_850,
         "Cura\xc3\xa7"
         "ao"},
        {"Cura\x8d"
         "ao",
         ARMEX_MAC_ROMAN,
         "Cura\xc3\xa7"
         "ao"},
        {"Cura\xe7"
         "ao",
         ARMEX_ISO_8859_1,
         "Cura\xc3\xa7"
         "ao"},
        {"R\x82union", ARMEX_DOS_850, "R\xc3\xa9union"},
        {"R\x8eunion", ARMEX_MAC_ROMAN, "R\xc3\xa9union"},
        {"R\xe9union", ARMEX_ISO_8859_1, "R\xc3\xa9union"},
        {"S\xc6o Tom\x82 and Pr\xa1ncipe", ARMEX_DOS_850,
         "S\xc3\xa3o Tom\xc3\xa9 and Pr\xc3\xadncipe"},
        {"S\x8bo Tom\x8e and Pr\x92ncipe", ARMEX_MAC_ROMAN,
         "S\xc3\xa3o Tom\xc3\xa9 and Pr\xc3\xadncipe"},
        {"S\xe3o Tom\xe9 and Pr\xedncipe", ARMEX_ISO_8859_1,
         "S\xc3\xa3o Tom\xc3\xa9 and Pr\xc3\xadncipe"},
        {"T\x81rkiye", ARMEX_DOS_850, "T\xc3\xbcrkiye"},
        {"T\x9frkiye", ARMEX_MAC_ROMAN, "T\xc3\xbcrkiye"},
        {"T\xfcrkiye", ARMEX_ISO_8859_1, "T\xc3\xbcrkiye"},
        {"\x8fland Islands", ARMEX_DOS_850, "\xc3\x85land Islands"},
        {"\x81land Islands", ARMEX_MAC_ROMAN, "\xc3\x85land Islands"},
        {"\xc5land Islands", ARMEX_ISO_8859_1, "\xc3\x85land Islands"},
        {"\x99sterreich", ARMEX_DOS_850, "\xc3\x96sterreich"},
        {"\x85sterreich", ARMEX_MAC_ROMAN, "\xc3\x96sterreich"},
        {"\xd6sterreich", ARMEX_ISO_8859_1, "\xc3\x96sterreich"},
        {"Espa\xa4"
         "a",
         ARMEX_DOS_850,
         "Espa\xc3\xb1"
         "a"},
        {"Espa\x96"
         "a",
         ARMEX_MAC_ROMAN,
         "Espa\xc3\xb1"
         "a"},
        {"Espa\xf1"
         "a",
         ARMEX_ISO_8859_1,
         "Espa\xc3\xb1"
         "a"},
        {"Cura\x87"
         "ao",
         ARMEX_DOS_850,
         "Cura\xc3\xa7"
         "ao"},                                                // in 437
        {"R\x82union", ARMEX_DOS_850, "R\xc3\xa9union"},       // in 437
        {"T\x81rkiye", ARMEX_DOS_850, "T\xc3\xbcrkiye"},       // in 437
        {"\x99sterreich", ARMEX_DOS_850, "\xc3\x96sterreich"}, // in 437
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char bytes[100], expected[100];
        const int n = snprintf(bytes, sizeof bytes, "entity;year\r\n\"%s\";2019\r\n",
                               cases[i].bytes);
        snprintf(expected, sizeof expected, "entity;year\r\n\"%s\";2019\r\n",
                 cases[i].name);
        print_message("[ name     ] %s\n", cases[i].name);
        assert_decoded(bytes, (size_t)n, cases[i].encoding, expected);
    }
}

/* "Fran\x87ais" is nobody; what it is may be guessed, and is not. */
static void without_names_old_text_is_that_of_windows(void **state)
{
    (void)state;
    struct armex_decoded decoded;
    char words[256];
    assert_decoded(TEXT("Fran\x87"
                        "ais,5\n"),
                   ARMEX_WINDOWS_1252,
                   "Fran\xe2\x80\xa1"
                   "ais,5\n");
    const char text[] = "T\x81rkiye,5\nFran\x87"
                        "ais\n";
    assert_int_equal(armex_decode(&decoded, "x.csv", text, sizeof text - 1, 1000, NULL),
                     ARMEX_OK);
    armex_decoded_words(words, &decoded);
    assert_string_equal(words,
                        "Its text was taken for DOS code page 850, whose letters "
                        "make its names.");
    armex_decoded_free(&decoded);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_countries_decide_which_old_text_it_is),
        cmocka_unit_test(without_names_old_text_is_that_of_windows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
