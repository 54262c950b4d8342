/**
 * ingest/code_pages.h: what bytes beyond ASCII meant before there was UTF-8.
 */
#ifndef ARMEX_INGEST_CODE_PAGES_H
#define ARMEX_INGEST_CODE_PAGES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum armex_code_page {
    ARMEX_PAGE_WINDOWS_1252, /**< ISO 8859-1 from 0xa0 on */
    ARMEX_PAGE_DOS_850, /**< of old spreadsheets; its letters are those of 437, too */
    ARMEX_PAGE_MAC_ROMAN,
    ARMEX_CODE_PAGES
};

/** The character of the byte; 0: it means nothing there. */
unsigned armex_code_page_character(enum armex_code_page page, unsigned char byte);

/** The page under which the most of the first 2,000 cells with bytes beyond ASCII are
 *  names of somebody (country/entity.h); of equals the first. Where no name decides,
 *  Windows-1252 it is. */
enum armex_code_page armex_code_page_of(const char *text, size_t length);

#endif
