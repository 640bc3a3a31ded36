internal import ArgumentParser
internal import CatalogueSource
internal import FinalAccounts
internal import TerminalText

/// `juesuan catalogue`.
struct CatalogueCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "catalogue",
        abstract: "List the tables that are known, validate catalogue files, draft new ones.",
        subcommands: [CatalogueListCommand.self, SuggestCommand.self],
        defaultSubcommand: CatalogueListCommand.self)
}

/// `juesuan catalogue list`, and what it does by itself.
struct CatalogueListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the tables that are known, and validate catalogue files.",
        discussion: """
            Without an argument the catalogue that is part of the program is listed. With a folder, \
            its *.yaml files are read as with --catalogue and validated: what is wrong is said with \
            file and line.

            EXAMPLES:
              juesuan catalogue
              juesuan catalogue my-catalogue/
            """)

    @Argument(
        help: ArgumentHelp("A folder of *.yaml files to add.", valueName: "folder"),
        completion: .directory)
    var folder: String?

    @Flag(help: ArgumentHelp("Print the folder's catalogue as Swift.", visibility: .hidden))
    var swift = false

    @OptionGroup var messageOptions: MessageOptions

    func run() throws {
        let messages = messageOptions.start()
        var results = ResultWriter()
        do {
            let catalogue = try self.catalogue(messages)
            if swift {
                results.bytes(Array(CatalogueListCommand.source(catalogue).utf8))
            } else {
                results.lines(CatalogueListCommand.lines(catalogue))
            }
            if let failure = results.failure { throw failure }
        } catch let exit as ExitCode {
            throw exit
        } catch {
            let failure = Failure(error)
            messages.error(folder ?? "catalogue", failure)
            throw failure.status.asExitCode
        }
    }

    private func catalogue(_ messages: Messages) throws -> Catalogue {
        guard let folder else { return AccountsChecker.standard.catalogue }
        var reader = CatalogueReader(
            adding: swift ? Catalogue() : AccountsChecker.standard.catalogue)
        try CatalogueFolder.read(folder, into: &reader)
        reader.validate()
        guard reader.faults.isEmpty else {
            for fault in reader.faults {
                let failure = Failure(code: "catalogue", message: fault.message, status: .usage)
                messages.error("\(fault.file):\(fault.line)", failure)
            }
            throw ExitStatus.usage.asExitCode
        }
        return reader.catalogue
    }

    private static func lines(_ catalogue: Catalogue) -> [String] {
        let rows = catalogue.tables.map { table in
            [
                table.id, table.title, table.code ?? "",
                Summary.count(table.blocks.reduce(0) { $0 + $1.columns.count }, "column"),
                Summary.count(table.relations.count, "relation"),
            ]
        }
        let total =
            "\(Summary.count(catalogue.tables.count, "table")), "
            + "\(Summary.count(catalogue.relations.count, "relation")) between them, "
            + "\(catalogue.functionCodes.count + catalogue.economicCodes.count) codes"
        return AlignedColumns.lines(rows, right: [3, 4]) + [total]
    }

    /// The file that the program is built with; see `make catalogue`.
    private static func source(_ catalogue: Catalogue) -> String {
        """
        // swift-format-ignore-file
        // Made from Catalogue/*.yaml by `make catalogue`; do not edit.

        /// The catalogue as compact text; see ``CatalogueText``.
        enum StandardCatalogue {
            static let text: StaticString = #\"\"\"
        \(CatalogueText.write(catalogue))\"\"\"#
        }

        """
    }
}
