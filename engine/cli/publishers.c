/** cli/publishers.c: where publishers offer their newest files. */
#include "cli/publishers.h"

#include <string.h>

#include "base/ascii.h"
#include "base/offer.h"

#define WORLD_BANK "https://api.worldbank.org/v2/en/indicator/%s?downloadformat=csv"
#define GAPMINDER                                                                      \
    "https://raw.githubusercontent.com/open-numbers/ddf--gapminder--systema_globalis/" \
    "master/countries-etc-datapoints/ddf--datapoints--"
#define DATASETS "https://raw.githubusercontent.com/datasets/"

static const struct armex_publisher publishers[] = {
    {"worldbank-", "World Bank", WORLD_BANK, false},
    {"owid-", "Our World in Data", "https://ourworldindata.org/grapher/%s.csv", false},
    {"gapminder-arms-exports", "Gapminder",
     GAPMINDER "arms_exports_sipri_tiv--by--geo--time.csv", false},
    {"gapminder-arms-imports", "Gapminder",
     GAPMINDER "arms_imports_sipri_tiv--by--geo--time.csv", false},
    {"cpi-us", "BLS, by datasets/cpi-us", DATASETS "cpi-us/main/data/cpiai.csv", false},
    {"gdp-us", "BEA, by datasets/gdp-us", DATASETS "gdp-us/main/data/year.csv", false},
    {"fed-exchange-rates", "Federal Reserve, by datasets/exchange-rates",
     DATASETS "exchange-rates/main/data/yearly.csv", false},
    {"inflation-gdp", "World Bank, by datasets/inflation",
     DATASETS "inflation/main/data/inflation-gdp.csv", false},
    {"eu-licences", "Campaign Against Arms Trade",
     "https://raw.githubusercontent.com/caatdata/eu-arms-export-data/master/broker.csv",
     false},
    {"sipri-register", "SIPRI", "https://armstransfers.sipri.org", true},
    {"sipri-deals", "SIPRI", "https://armstransfers.sipri.org", true},
    {"sipri-tiv", "SIPRI", "https://armstransfers.sipri.org", true},
    {"sipri-milex", "SIPRI", "https://www.sipri.org/databases/milex", true},
    {"sipri-top100", "SIPRI", "https://www.sipri.org/databases/armsindustry", true},
    {"comtrade-", "United Nations", "https://comtradeplus.un.org", true},
    {"nld-licences", "Netherlands, Ministry of Foreign Affairs",
     "https://www.rijksoverheid.nl/onderwerpen/", true},
    {"che-licences", "Switzerland, SECO", "https://www.seco.admin.ch", true},
    {"dsca-arms-sales", "Security Assistance Monitor", "https://securityassistance.org",
     true},
};
enum { PUBLISHERS = sizeof publishers / sizeof *publishers };

const struct armex_publisher *armex_publishers(size_t *n)
{
    *n = PUBLISHERS;
    return publishers;
}

/* Bytes of a family's name; 0: the row is of one dataset. */
static size_t family(const struct armex_publisher *publisher)
{
    const size_t length = strlen(publisher->dataset);
    return publisher->dataset[length - 1] == '-' ? length : 0;
}

static const struct armex_publisher *find(const char *dataset)
{
    for (size_t i = 0; i < PUBLISHERS; i++) {
        const size_t prefix = family(&publishers[i]);
        if (prefix ? strncmp(publishers[i].dataset, dataset, prefix) == 0 &&
                         dataset[prefix]
                   : strcmp(publishers[i].dataset, dataset) == 0)
            return &publishers[i];
    }
    return NULL;
}

static armex_status nobody(const char *dataset, struct armex_error *error)
{
    const char *names[PUBLISHERS];

    for (size_t i = 0; i < PUBLISHERS; i++)
        names[i] = publishers[i].dataset;
    struct armex_text words = {0};
    if (!armex_did_you_mean(&words, dataset, names, PUBLISHERS))
        armex_text_add(&words, "'armex fetch --list' names them, and --url gives an "
                               "address");
    const armex_status status =
        words.failed
            ? armex_fail_memory(error)
            : armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                         "no publisher is known of '%s'; %s", dataset, words.data);
    armex_text_free(&words);
    return status;
}

/* "ms-mil-xprt-kd" as the World Bank writes it: "MS.MIL.XPRT.KD". */
static void add_indicator(struct armex_text *out, const char *rest)
{
    for (; *rest; rest++)
        armex_text_printf(out, "%c", *rest == '-' ? '.' : armex_upper(*rest));
}

armex_status armex_publisher_address(const char **out, const char *dataset,
                                     struct armex_arena *arena,
                                     struct armex_error *error)
{
    const struct armex_publisher *publisher = find(dataset);
    struct armex_text address = {0};

    if (!publisher)
        return nobody(dataset, error);
    if (publisher->by_hand)
        return armex_fail(error, ARMEX_USAGE, ARMEX_NOWHERE,
                          "%s offers %s to people only: download it at %s, then 'armex "
                          "ingest FILE'",
                          publisher->publisher, dataset, publisher->address);
    const char *hole = strstr(publisher->address, "%s");
    const char *rest = dataset + family(publisher);
    if (!hole) {
        armex_text_add(&address, publisher->address);
    } else {
        armex_text_add_bytes(&address, publisher->address,
                             (size_t)(hole - publisher->address));
        if (strcmp(publisher->dataset, "worldbank-") == 0)
            add_indicator(&address, rest);
        else
            armex_text_add(&address, rest);
        armex_text_add(&address, hole + 2);
    }
    *out = address.failed ? NULL : armex_arena_text(arena, address.data);
    armex_text_free(&address);
    return *out ? ARMEX_OK : armex_fail_memory(error);
}
