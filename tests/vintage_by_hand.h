/**
 * tests/vintage_by_hand.h: vintages written out by hand.
 */
#ifndef ARMEX_TESTS_VINTAGE_BY_HAND_H
#define ARMEX_TESTS_VINTAGE_BY_HAND_H

#include "by_hand.h"
#include "model/vintage.h"

/** A vintage of 23 November 2026 around `panel`, which it takes over. Owner: the test.
 */
static inline struct armex_vintage *vintage_by_hand(const char *dataset,
                                                    struct armex_panel *panel)
{
    const struct armex_provenance provenance = {
        .dataset = dataset,
        .vintage = {2026, 11, 23},
        .title = "By hand",
        .description = "",
        .publisher = "the test",
        .url = "https://example.org/",
        .licence = "CC0-1.0",
        .file = "hand.csv",
        .sha256 = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        .retrieved = "",
        .version = "0",
    };
    struct armex_vintage *vintage;
    assert_int_equal(armex_vintage_create(&vintage, &provenance, NULL), ARMEX_OK);
    vintage->panel = panel;
    return vintage;
}

struct publication_by_hand {
    uint32_t series;
    int year;
    double value;
    armex_mark status;
    const char *published, *publisher;
};

/** Gives the vintage publications and lets them decide its panel. */
static inline void publish_by_hand(struct armex_vintage *vintage,
                                   const struct publication_by_hand *hands, size_t n)
{
    struct armex_publications *made;
    assert_int_equal(armex_publications_create(&made, n, n, NULL), ARMEX_OK);
    for (size_t i = 0; i < n; i++) {
        struct armex_publication *item = &made->items[i];
        *item = (struct armex_publication){.value = hands[i].value,
                                           .series = hands[i].series,
                                           .citation = (uint32_t)i,
                                           .note = "",
                                           .year = (short)hands[i].year,
                                           .status = hands[i].status,
                                           .digits = 3};
        assert_true(armex_date_parse(&item->published, hands[i].published,
                                     strlen(hands[i].published)));
        made->citations[i] = (struct armex_citation){hands[i].publisher, "A page",
                                                     "https://example.org/"};
    }
    armex_publications_sort(made);
    vintage->publications = made;
    armex_publications_choose(made, vintage->panel, 0);
}

#endif
