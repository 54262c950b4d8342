/** report/page_script.c: tables that sort, and the policy that lets nothing else run.
 */
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "report/page_parts.h"

/* A cell sorts by what it shows unless it says by what; a mark behind a figure is no
 * part of it. Rows of unlike units stand apart where the column is of both. Missing
 * cells stay last, whichever way a table is sorted. */
// clang-format off
const char armex_page_script[] =
    "\"use strict\";\n"
    "document.querySelectorAll(\"table.sort\").forEach(table => {\n"
    "const body = table.tBodies[0], heads = [...table.tHead.rows[0].cells];\n"
    "const say = table.querySelector(\"[role=status]\");\n"
    "const text = cell => cell.dataset.v ?? cell.textContent;\n"
    "const figure = cell => {\n"
    "const read = parseFloat(text(cell).replace(/,/g, \"\").replace(\"\u2212\", \"-\"));\n"
    "return isNaN(read) ? \"\" : read;\n"
    "};\n"
    "const compare = (a, b, number) => number ? a - b : a.localeCompare(b);\n"
    "heads.forEach((head, i) => {\n"
    "const number = head.classList.contains(\"n\"), key = number ? figure : text;\n"
    "const button = document.createElement(\"button\");\n"
    "button.type = \"button\";\n"
    "button.append(...head.childNodes);\n"
    "head.append(button);\n"
    "button.addEventListener(\"click\", () => {\n"
    "const was = head.getAttribute(\"aria-sort\");\n"
    "const down = was ? was === \"ascending\" : number;\n"
    "heads.forEach(other => other.removeAttribute(\"aria-sort\"));\n"
    "head.setAttribute(\"aria-sort\", down ? \"descending\" : \"ascending\");\n"
    "body.append(...[...body.rows].sort((p, q) => {\n"
    "const a = key(p.cells[i]), b = key(q.cells[i]);\n"
    "if (a === \"\" || b === \"\") return (a === \"\") - (b === \"\");\n"
    "const units = \"u\" in head.dataset && compare(p.dataset.u, q.dataset.u, false);\n"
    "if (units) return units;\n"
    "return down ? -compare(a, b, number) : compare(a, b, number);\n"
    "}));\n"
    "say.textContent = \"Sorted by \" + button.textContent + (down ? \", descending\" : \", ascending\");\n"
    "});\n"
    "});\n"
    "});\n";
// clang-format on

void armex_page_policy(struct armex_text *out)
{
    char hex[ARMEX_SHA256_SIZE];
    unsigned char bytes[32];

    armex_sha256(hex, armex_page_script, strlen(armex_page_script));
    for (size_t i = 0; i < sizeof bytes; i++) {
        const char pair[3] = {hex[2 * i], hex[2 * i + 1], '\0'};
        bytes[i] = (unsigned char)strtoul(pair, NULL, 16);
    }
    armex_text_add(out, "<meta http-equiv=\"Content-Security-Policy\" content=\""
                        "default-src 'none'; img-src data:; style-src 'unsafe-inline'; "
                        "base-uri 'none'; form-action 'none'; script-src 'sha256-");
    armex_base64(out, bytes, sizeof bytes);
    armex_text_add(out, "'\">\n");
}
