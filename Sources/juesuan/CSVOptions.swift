internal import ArgumentParser
internal import Dataset

/// How CSV files are written.
struct CSVOptions: ParsableArguments {
    @Flag(
        help: """
            For Excel: begin CSV files with a byte order mark, by which Excel knows UTF-8. (A workbook is \
            --format xlsx.)
            """)
    var excel = false

    @Flag(
        help: """
            Amounts in tables/*.csv without thousands separators, with - for △ and brackets; other text stays \
            as printed.
            """)
    var plainNumbers = false

    @Flag(
        name: .customLong("no-column-numbers"),
        help: "Column names in tables/*.csv without the line that counts the columns (栏次).")
    var isWithoutColumnNumbers = false

    var style: CSVStyle {
        CSVStyle(
            byteOrderMark: excel, plainNumbers: plainNumbers,
            columnNumbers: !isWithoutColumnNumbers)
    }

    /// For a worker.
    var arguments: [String] {
        (excel ? ["--excel"] : []) + (plainNumbers ? ["--plain-numbers"] : [])
            + (isWithoutColumnNumbers ? ["--no-column-numbers"] : [])
    }
}
