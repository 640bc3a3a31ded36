/// `datapackage.json`: what a package of CSV files holds.
struct PackageDescription {
    static let name = "juesuan-accounts"

    struct Resource {
        var table: DatasetTable
        var bytes: Int
        var sha256: String
    }

    var resources: [Resource]
    var licence: String?

    var bytes: [UInt8] {
        var json = JSONWriter()
        json.object(.lines) { json in
            json.field("$schema", "https://datapackage.org/profiles/2.0/datapackage.json")
            json.field("name", PackageDescription.name)
            json.field(
                "title", "Published final accounts of Chinese public units, extracted by juesuan")
            json.list("sources", [()], layout: .lines) { _, json in
                json.object(.inline) { json in
                    json.field(
                        "title",
                        "The published reports: documents.csv has each file's name and SHA-256")
                }
            }
            if let licence {
                json.list("licenses", [licence], layout: .lines) { licence, json in
                    json.object(.inline) { $0.field("name", licence) }
                }
            }
            json.list("resources", resources, layout: .lines, write)
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    private func write(_ resource: Resource, to json: inout JSONWriter) {
        json.object(.lines) { json in
            json.field("name", resource.table.name.replacing("_", with: "-"))
            json.field("path", resource.table.name + ".csv")
            json.field("description", resource.table.about)
            json.field("type", "table")
            json.field("format", "csv")
            json.field("mediatype", "text/csv")
            json.field("encoding", "utf-8")
            json.field("bytes", resource.bytes)
            json.field("hash", "sha256:" + resource.sha256)
            json.key("schema")
            json.object(.lines) { write(resource.table, to: &$0) }
        }
    }

    private func write(_ table: DatasetTable, to json: inout JSONWriter) {
        json.list("fields", table.columns, layout: .lines, write)
        json.list("primaryKey", table.key, layout: .inline) { $1.value($0) }
        guard !table.references.isEmpty else { return }
        json.list("foreignKeys", table.references, layout: .lines) { reference, json in
            json.object(.inline) { json in
                json.list("fields", reference.columns, layout: .inline) { $1.value($0) }
                json.key("reference")
                json.object(.inline) { json in
                    json.field("resource", reference.table)
                    json.list("fields", reference.key, layout: .inline) { $1.value($0) }
                }
            }
        }
    }

    private func write(_ column: DatasetTable.Column, to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.field("name", column.name)
            json.field("type", PackageDescription.type(of: column))
            json.field("description", column.about)
            if let unit = column.unit { json.field("unit", unit) }
            guard column.isRequired || !column.allowed.isEmpty else { return }
            json.key("constraints")
            json.object(.inline) { json in
                if column.isRequired {
                    json.key("required")
                    json.value(true)
                }
                if !column.allowed.isEmpty {
                    json.list("enum", column.allowed, layout: .inline) { $1.value($0) }
                }
            }
        }
    }

    private static func type(of column: DatasetTable.Column) -> String {
        switch column.kind {
        case .text: "string"
        case .integer: "integer"
        case .flag: "boolean"
        case .real, .decimal: "number"
        }
    }
}
