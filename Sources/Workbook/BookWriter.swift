internal import CXlsxWriter
internal import Glibc

/// Writes a ``Book`` through libxlsxwriter: the only place that knows its pointers.
///
/// The workbook, its sheets and its formats belong to the library's workbook, which ``bytes(of:)``
/// makes and always frees.
struct BookWriter {
    /// When every workbook says that it was made: 1 January 1980, in seconds since 1970.
    ///
    /// There the calendar of ZIP files begins. With the true time no two runs would give the same
    /// bytes.
    private static let created: time_t = 315_532_800
    /// Excel's limit for a file's properties.
    private static let longestProperty = 255
    /// Excel's limit for a page's header is 255, each & counting twice.
    private static let longestHeading = 110

    private let workbook: UnsafeMutablePointer<lxw_workbook>
    private var formats: [SheetStyle: UnsafeMutablePointer<lxw_format>] = [:]

    private init(_ workbook: UnsafeMutablePointer<lxw_workbook>) { self.workbook = workbook }

    /// The whole file.
    ///
    /// The library of Debian 12 writes into files only; this one is in memory, so that nothing is
    /// left behind, whatever happens.
    static func bytes(of book: Book) throws(WorkbookError) -> [UInt8] {
        let file = cxlsxwriter_memory_file()
        guard file >= 0 else { throw .cannotWrite(reason: String(cString: strerror(errno))) }
        defer { _ = close(file) }
        guard let workbook = workbook_new("/proc/self/fd/\(file)") else {
            throw .cannotWrite(reason: "no memory")
        }
        do throws(WorkbookError) {
            var writer = BookWriter(workbook)
            try writer.write(book)
        } catch {
            lxw_workbook_free(workbook)
            throw error
        }
        // frees it, also when it fails
        try check(workbook_close(workbook))
        return try contents(of: file)
    }

    private static func contents(of file: Int32) throws(WorkbookError) -> [UInt8] {
        var information = stat()
        guard fstat(file, &information) == 0 else {
            throw .cannotWrite(reason: String(cString: strerror(errno)))
        }
        var bytes = [UInt8](repeating: 0, count: Int(information.st_size))
        var start = 0
        while start < bytes.count {
            let count = bytes.withUnsafeMutableBytes {
                pread(file, $0.baseAddress?.advanced(by: start), $0.count - start, off_t(start))
            }
            if count < 0 && errno == EINTR { continue }
            guard count > 0 else { throw .cannotWrite(reason: "it cannot be read back") }
            start += count
        }
        return bytes
    }

    private static func check(_ error: lxw_error) throws(WorkbookError) {
        guard error != LXW_NO_ERROR else { return }
        let reason = lxw_strerror(error).map { String(cString: $0) } ?? "error \(error.rawValue)"
        throw .cannotWrite(reason: reason)
    }

    // MARK: Sheets

    private mutating func write(_ book: Book) throws(WorkbookError) {
        try BookWriter.check(
            cxlsxwriter_set_properties(
                workbook, SheetText(book.title, limit: BookWriter.longestProperty).text, "juesuan",
                SheetText(book.source, limit: BookWriter.longestProperty).text, BookWriter.created))
        for sheet in book.sheets { try write(sheet) }
    }

    private mutating func write(_ sheet: Sheet) throws(WorkbookError) {
        guard let worksheet = workbook_add_worksheet(workbook, sheet.name) else {
            throw .cannotWrite(reason: "the sheet “\(sheet.name)” is refused")
        }
        worksheet_set_comments_author(worksheet, "juesuan")
        for (column, width) in sheet.columnWidths.enumerated() {
            let column = lxw_col_t(column)
            try BookWriter.check(worksheet_set_column(worksheet, column, column, width, nil))
        }
        for (row, height) in sheet.rowHeights.sorted(by: { $0.key < $1.key }) {
            try BookWriter.check(worksheet_set_row(worksheet, lxw_row_t(row), height, nil))
        }
        for cell in sheet.cells { try write(cell, to: worksheet) }
        try setView(of: worksheet, sheet)
        try setPrint(of: worksheet, sheet)
    }

    private func setView(
        of worksheet: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet
    ) throws(WorkbookError) {
        guard sheet.rowCount > 0, sheet.columnCount > 0 else { return }
        try BookWriter.check(
            cxlsxwriter_allow_numbers_as_text(
                worksheet, lxw_row_t(sheet.rowCount - 1), lxw_col_t(sheet.columnCount - 1)))
        if sheet.headerRowCount > 0 {
            worksheet_freeze_panes(worksheet, lxw_row_t(sheet.headerRowCount), 0)
        }
    }

    private func setPrint(
        of worksheet: UnsafeMutablePointer<lxw_worksheet>, _ sheet: Sheet
    ) throws(WorkbookError) {
        let a4: UInt8 = 9
        worksheet_set_landscape(worksheet)
        worksheet_set_paper(worksheet, a4)
        worksheet_fit_to_pages(worksheet, 1, 0)
        if sheet.headerRowCount > 0 {
            try BookWriter.check(
                worksheet_repeat_rows(worksheet, 0, lxw_row_t(sheet.headerRowCount - 1)))
        }
        // & begins a code of Excel's, && is the sign itself
        let heading = SheetText(sheet.heading, limit: BookWriter.longestHeading).text
            .map { $0.isNewline ? " " : $0 == "&" ? "&&" : String($0) }.joined()
        try BookWriter.check(worksheet_set_header(worksheet, "&C" + heading))
        try BookWriter.check(worksheet_set_footer(worksheet, "&C&P / &N"))
    }

    // MARK: Cells

    private mutating func write(
        _ cell: SheetCell, to worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws(WorkbookError) {
        let row = lxw_row_t(cell.row)
        let column = lxw_col_t(cell.column)
        let format = try self.format(cell.style)
        if cell.rowSpan > 1 || cell.columnSpan > 1 {
            // blank cells give the whole area its borders; the first is written over below
            try BookWriter.check(
                worksheet_merge_range(
                    worksheet, row, column, lxw_row_t(cell.row + cell.rowSpan - 1),
                    lxw_col_t(cell.column + cell.columnSpan - 1), "", format))
        }
        switch cell.value {
        case .blank:
            try BookWriter.check(worksheet_write_blank(worksheet, row, column, format))
        case .number(let value):
            try BookWriter.check(worksheet_write_number(worksheet, row, column, value, format))
        case .text(let text):
            // never as a formula, whatever it begins with
            try BookWriter.check(
                worksheet_write_string(worksheet, row, column, SheetText(text).text, format))
        case .link(let text, let sheet):
            let name = sheet.split(separator: "'", omittingEmptySubsequences: false)
                .joined(separator: "''")
            try BookWriter.check(
                worksheet_write_url_opt(
                    worksheet, row, column, "internal:'\(name)'!A1", format, SheetText(text).text,
                    nil))
        }
        if let note = cell.note { try write(note, row, column, to: worksheet) }
    }

    private func write(
        _ note: String, _ row: lxw_row_t, _ column: lxw_col_t,
        to worksheet: UnsafeMutablePointer<lxw_worksheet>
    ) throws(WorkbookError) {
        let size = NoteSize(note)
        try BookWriter.check(
            cxlsxwriter_write_comment(
                worksheet, row, column, SheetText(note).text, size.width, size.height))
    }

    // MARK: Formats

    /// The library's format for a style, made when it is first needed.
    private mutating func format(
        _ style: SheetStyle
    ) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format> {
        if let format = formats[style] { return format }
        guard let format = workbook_add_format(workbook) else {
            throw .cannotWrite(reason: "no memory")
        }
        formats[style] = format
        let alignment =
            switch style.alignment {
            case .left: LXW_ALIGN_LEFT
            case .center: LXW_ALIGN_CENTER
            case .right: LXW_ALIGN_RIGHT
            }
        format_set_align(format, UInt8(alignment.rawValue))
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
        if style.wraps { format_set_text_wrap(format) }
        if style.isBold { format_set_bold(format) }
        if style.hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
        if let number = style.numberFormat { format_set_num_format(format, number) }
        if let colour = style.fill.colour { format_set_bg_color(format, colour) }
        if style.isLink {
            format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
            format_set_font_color(format, 0x1F4E9E)
        }
        return format
    }
}

extension SheetStyle.Fill {
    /// Red, green, blue; pale, so that black print on white paper stays legible.
    fileprivate var colour: lxw_color_t? {
        switch self {
        case .none: nil
        case .header: 0xE7E6E6
        case .proved: 0xEDF5EA
        case .suspect: 0xF8CBC4
        case .corrected: 0xCFE2F3
        }
    }
}
