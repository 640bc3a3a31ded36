/// Why a catalogue cannot be used.
public enum CatalogueError: Error, Hashable, CustomStringConvertible {
    case relation(String, String)
    case unknownTable(String)
    case unknownRow(String, table: String)
    case unknownMeasure(String, table: String)

    public var description: String {
        switch self {
        case .relation(let text, let reason): "the relation “\(text)” \(reason)"
        case .unknownTable(let id): "no table has the id “\(id)”"
        case .unknownRow(let id, let table): "the table \(table) has no row “\(id)”"
        case .unknownMeasure(let id, let table): "the table \(table) has no column “\(id)”"
        }
    }
}
