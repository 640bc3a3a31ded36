import TableRecognition
import PageModel
import Dataset
import Digitizer
import Glibc
func q(_ s: String?) -> String { guard let s else { return "null" }; var o = "\""; for u in s.unicodeScalars { switch u { case "\"": o += "\\\""; case "\\": o += "\\\\"; case "\n": o += "\\n"; default: o.unicodeScalars.append(u) } }; return o + "\"" }
let r = try Digitizer.digitize(path: CommandLine.arguments[1])
var o = "{\"source\":{\"file\":\(q(r.source.file)),\"pages\":\(r.source.pages)},\"warnings\":[\(r.warnings.map{ q("\($0.page ?? 0) \($0.code)")}.joined(separator: ","))],\n\"tables\":[\n"
func g(_ x: [[String]]) -> String { "[" + x.map { "[" + $0.map(q).joined(separator: ",") + "]" }.joined(separator: ",\n ") + "]" }
o += r.tables.map { t in "{\"title\":\(q(t.title)),\"code\":\(q(t.code)),\"unit\":\(q(t.unit)),\"organisation\":\(q(t.organisation)),\"year\":\(t.year.map(String.init) ?? "null"),\"note\":\(q(t.note)),\"pages\":\(t.pages),\"lattice\":\(q(t.lattice.rawValue)),\"header\":\(g(t.header)),\"rows\":\(g(t.rows)),\"cells\":[\(t.cells.filter{$0.rowSpan>1||$0.columnSpan>1}.map{"{\"row\":\($0.row),\"column\":\($0.column),\"rowSpan\":\($0.rowSpan),\"columnSpan\":\($0.columnSpan)}"}.joined(separator: ","))]}" }.joined(separator: ",\n")
o += "],\"left\":[\(r.leftovers.map{ q("\($0.page): \($0.text)")}.joined(separator: ",\n"))],\"paragraphs\":[\(r.paragraphs.map{ q("\($0.page): \($0.text)")}.joined(separator: ",\n"))]}\n"
let base = r.source.file.split(separator: ".").dropLast().joined(separator: ".")
let dir = CommandLine.arguments[2] + "/" + base
mkdir(CommandLine.arguments[2], 0o755); mkdir(dir, 0o755)
let f = fopen(dir + "/document.json", "w")!; fputs(o, f); fclose(f)
