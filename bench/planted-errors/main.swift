import Dataset
import Digitizer
import FinalAccounts
import JuesuanTestSupport

/// Plants errors in the tables of the PDFs named, one at a time, and counts how many the checks
/// notice and locate.
let arguments = CommandLine.arguments.dropFirst()
let isVerbose = arguments.contains("--misses")
var total = ErrorPlanter.Score()
for path in arguments where !path.hasPrefix("--") {
    let document = try Digitizer.digitize(path: path)
    var planter = ErrorPlanter(
        document.tables.map { $0.reportTable() }, paragraphs: document.reportParagraphs)
    let alarms = planter.untouched.findings.count { $0.isFailure }
    print("\(path.split(separator: "/").last ?? ""): \(alarms) alarms on the untouched report")
    for kind in ErrorPlanter.Kind.allCases {
        let score = planter.score(kind)
        // not among the slips that are asked for: shown, not counted
        if kind != .swappedAmounts { total += score }
        print("  \(line(kind.rawValue, score))")
    }
    if isVerbose { for miss in planter.misses { print("    \(miss)") } }
}
print(line("all", total))

func line(_ name: String, _ score: ErrorPlanter.Score) -> String {
    "\(name): \(score.planted) planted, \(score.noticed) noticed (\(percent(score.noticed, score.planted))), "
        + "\(score.located) located (\(percent(score.located, score.noticed)) of the noticed)"
}

func percent(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let tenths = part * 1000 / whole
    return "\(tenths / 10).\(tenths % 10)%"
}
