/** report/page_chart.c: a chart in two widths, its words, its data. */
#include <string.h>

#include "report/page_parts.h"
#include "report/svg.h"

static void add_words(struct armex_text *out, const struct armex_exhibit *exhibit)
{
    const char *note = exhibit->note ? exhibit->note : exhibit->words.note;

    armex_text_add(out, "<figcaption>");
    if (*note)
        armex_html(out, "<p>%s</p>", note);
}

static void add_files(struct armex_text *out, const struct armex_exhibit *exhibit)
{
    static const char *const suffixes[] = {"svg", "png", "pdf"};

    armex_text_add(out, "<p class=\"src dl\">This chart as a file:");
    for (size_t i = 0; i < 3; i++)
        armex_html(out, "%s <a href=\"charts/%s.%s\">%s</a>", i ? "," : "",
                   exhibit->item->id, suffixes[i], suffixes[i]);
    armex_text_add(out, "</p></figcaption>\n");
}

armex_status armex_page_chart(struct armex_text *out,
                              const struct armex_contents *contents,
                              const struct armex_exhibit *exhibit,
                              struct armex_error *error)
{
    const char *label = exhibit->words.description;

    armex_html(out,
               "<div class=\"figw\" id=\"%s\"><figure class=\"fig\"><h3>"
               "<span class=\"no\">%zu</span> %s</h3>\n",
               exhibit->item->id, exhibit->number, armex_exhibit_title(exhibit));
    armex_html(out, "<p class=\"sub\">%s</p>\n<div>", exhibit->words.subtitle);
    armex_svg_inline(out, &exhibit->pictures[ARMEX_PICTURE_WIDE], "wide", label);
    armex_svg_inline(out, &exhibit->pictures[ARMEX_PICTURE_NARROW], "narrow", label);
    armex_text_add(out, "</div>\n");
    add_words(out, exhibit);
    armex_page_origin(out, contents, exhibit->table);
    add_files(out, exhibit);
    armex_html(out, "</figure>\n<details><summary>Data of chart %zu</summary>\n",
               exhibit->number);
    const armex_status status = armex_page_rows(out, exhibit, error);
    armex_page_csv(out, exhibit);
    armex_text_add(out, "</details></div>\n");
    return status;
}
