internal import ArgumentParser

/// Where `extract` writes, and what.
struct WritingOptions: ParsableArguments {
    @Option(
        name: .shortAndLong, help: "The folder to write into; made when it is missing.",
        completion: .directory)
    var output = "output"

    @Option(
        help: "What to write: csv, json, xlsx (an Excel workbook) or several: csv,xlsx.",
        completion: .list(FormatSelection.allValueStrings))
    var format = FormatSelection.standard

    @Flag(
        help: "Write the better attested form of names that the report itself writes in two ways.")
    var repairNames = false

    /// Without the slash that completion adds.
    var folder: String {
        output.count > 1 && output.hasSuffix("/") ? String(output.dropLast()) : output
    }
}
