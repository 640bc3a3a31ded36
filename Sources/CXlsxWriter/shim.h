#ifndef CXLSXWRITER_SHIM_H
#define CXLSXWRITER_SHIM_H

#include <string.h>
#include <time.h>
#include <xlsxwriter.h>

/* glibc shows memfd_create only to GNU sources, which Swift's overlay is not. */
int memfd_create(const char *name, unsigned int flags);

/* A file in memory, closed in programs that this one starts; -1 with errno where there is none. */
static inline int cxlsxwriter_memory_file(void) {
    const unsigned int close_on_exec = 1;
    return memfd_create("workbook.xlsx", close_on_exec);
}

/* The library copies the texts, but wants them writable. */
static inline lxw_error cxlsxwriter_set_properties(
    lxw_workbook *workbook, const char *title, const char *author, const char *comments,
    time_t created) {
    lxw_doc_properties properties;
    memset(&properties, 0, sizeof properties);
    properties.title = (char *)title;
    properties.author = (char *)author;
    properties.comments = (char *)comments;
    properties.created = created;
    return workbook_set_properties(workbook, &properties);
}

/* No green triangles from A1 to this cell for codes, which are numbers written as text. */
static inline lxw_error cxlsxwriter_allow_numbers_as_text(
    lxw_worksheet *sheet, lxw_row_t last_row, lxw_col_t last_column) {
    char range[LXW_MAX_CELL_RANGE_LENGTH];
    lxw_rowcol_to_range(range, 0, 0, last_row, last_column);
    return worksheet_ignore_errors(sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range);
}

static inline lxw_error cxlsxwriter_write_comment(
    lxw_worksheet *sheet, lxw_row_t row, lxw_col_t column, const char *text, uint16_t width,
    uint16_t height) {
    lxw_comment_options options;
    memset(&options, 0, sizeof options);
    options.width = width;
    options.height = height;
    return worksheet_write_comment_opt(sheet, row, column, text, &options);
}

#endif
