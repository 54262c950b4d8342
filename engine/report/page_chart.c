/** report/page_chart.c: a chart in two widths, its words, its data. */
#include "report/page_parts.h"
#include "report/same_data.h"
#include "report/svg.h"

static void add_words(struct armex_text *out, const struct armex_exhibit *exhibit)
{
    armex_text_add(out, "<figcaption>");
    if (!exhibit->note) { // the chart's own says what the table's notes say
        armex_html(out, "<p>%s</p>", exhibit->words.note);
        return;
    }
    armex_html(out, "<p>%s</p>", exhibit->note);
    armex_page_notes(out, exhibit->table);
}

/* Some are still being drawn. */
static void add_files(struct armex_text *out,
                      const struct armex_report_formats *formats,
                      const struct armex_exhibit *exhibit)
{
    const struct {
        const char *suffix;
        bool made;
    } files[] = {
        {"svg", formats->svg}, {"png", formats->png}, {"pdf", formats->chart_pdf}};
    bool any = false;

    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        if (!files[i].made)
            continue;
        armex_text_add(out, any ? "," : "<p class=\"src dl\">This chart as a file:");
        armex_html(out, " <a href=\"charts/%s.%s\">%s</a>", exhibit->item->id,
                   files[i].suffix, files[i].suffix);
        any = true;
    }
    armex_text_add(out, any ? "</p></figcaption>\n" : "</figcaption>\n");
}

static void add_data(struct armex_text *out, const struct armex_contents *contents,
                     const struct armex_exhibit *exhibit)
{
    const struct armex_exhibit *first = armex_same_data_first(contents, exhibit);

    if (first != exhibit) {
        armex_html(out,
                   "<p class=\"same\">Data of chart %zu: the same as "
                   "<a href=\"#%s.data\">those of chart %zu</a></p>\n",
                   exhibit->number, first->item->id, first->number);
        return;
    }
    armex_html(out,
               "<details><summary>Data of chart %zu</summary>\n<div id=\"%s.data\">\n",
               exhibit->number, exhibit->item->id);
    armex_page_rows(out, exhibit);
    armex_page_csv(out, exhibit);
    armex_text_add(out, "</div></details>\n");
}

/* One drawing speaks for both: a page says the words once. */
static void add_drawings(struct armex_text *out, const struct armex_exhibit *exhibit)
{
    const char *id = exhibit->item->id, *label = exhibit->words.description;
    const bool wide = armex_svg_inline(out, &exhibit->pictures[ARMEX_PICTURE_WIDE],
                                       "wide", id, label);

    armex_svg_inline(out, &exhibit->pictures[ARMEX_PICTURE_NARROW], "narrow", id,
                     wide ? NULL : label);
}

armex_status armex_page_chart(struct armex_text *out,
                              const struct armex_contents *contents,
                              const struct armex_exhibit *exhibit,
                              struct armex_error *error)
{
    (void)error; // what can fail was prepared
    armex_html(out,
               "<div class=\"figw\" id=\"%s\"><figure class=\"fig\"><h3>"
               "<span class=\"no\">%zu</span> %s</h3>\n",
               exhibit->item->id, exhibit->number, armex_exhibit_title(exhibit));
    armex_html(out, "<p class=\"sub\">%s</p>\n<div>", exhibit->words.subtitle);
    add_drawings(out, exhibit);
    armex_text_add(out, "</div>\n");
    add_words(out, exhibit);
    armex_page_origin(out, contents, exhibit->table);
    add_files(out, &contents->formats, exhibit);
    armex_text_add(out, "</figure>\n");
    add_data(out, contents, exhibit);
    armex_text_add(out, "</div>\n");
    return ARMEX_OK;
}
