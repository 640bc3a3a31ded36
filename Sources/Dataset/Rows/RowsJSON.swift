extension DocumentRows {
    /// A list a table, an object a row; a column without a value is left out.
    func write(to json: inout JSONWriter) {
        json.object(.inline) { json in
            for table in DatasetTables.all {
                json.key(named: table.name)
                json.array(.inline) { json in
                    for row in rows(of: table) { DocumentRows.write(row, of: table, to: &json) }
                }
            }
        }
    }

    private static func write(
        _ row: [DatasetValue], of table: DatasetTable, to json: inout JSONWriter
    ) {
        json.object(.inline) { json in
            for (column, value) in zip(table.columns, row) where value != .null {
                json.key(named: column.name)
                switch value {
                case .null: json.null()
                case .text(let text): json.value(text)
                case .integer(let number): json.value(number)
                case .real(let number): json.value(exactly: number)
                case .flag(let flag): json.value(flag)
                }
            }
        }
    }
}

extension DatasetTables {
    /// What programs in other languages make their own tables from, as one line of JSON; `extractor` is
    /// what stands in the documents' column of that name.
    public static func description(extractor: String) -> [UInt8] {
        var json = JSONWriter()
        json.object(.inline) { json in
            json.field("extractor", extractor)
            json.list("tables", all, layout: .inline) { table, json in
                json.object(.inline) { json in
                    json.field("name", table.name)
                    json.field("about", table.about)
                    json.list("key", table.key, layout: .inline) { $1.value($0) }
                    json.list("columns", table.columns, layout: .inline) { describe($0, &$1) }
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private static func describe(_ column: DatasetTable.Column, _ json: inout JSONWriter) {
        json.object(.inline) { json in
            json.field("name", column.name)
            json.field("kind", column.kind.rawValue)
            json.key("required")
            json.value(column.isRequired)
            json.field("about", column.about)
        }
    }
}
