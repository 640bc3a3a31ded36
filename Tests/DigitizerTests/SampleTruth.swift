import Foundation
import JuesuanTestSupport

/// The data that a sample was made from: samples/truth/NAME.json.
struct SampleTruth: Decodable {
    struct Table: Decodable {
        var title: String?
        var code: String?
        var unit: String?
        var organisation: String?
        var pages: [Int]
        var header: [[String]]
        var rows: [[String]]
        var note: String?
        var form: Bool?
    }

    var tables: [Table]
    var paragraphs: [String]

    static func load(_ name: String) throws -> SampleTruth {
        let bytes = try Repository.bytes(of: "samples/truth/\(name).json")
        return try JSONDecoder().decode(SampleTruth.self, from: Data(bytes))
    }
}

/// Spaces carry no meaning in these tables.
func plain(_ text: String?) -> String {
    (text ?? "").components(separatedBy: .whitespacesAndNewlines).joined()
}

func plain(_ rows: [[String]]) -> [[String]] { rows.map { $0.map(plain) } }
