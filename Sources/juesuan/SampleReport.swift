internal import Dataset
internal import PageModel
internal import Sampling
internal import TerminalText

/// A sample in words.
struct SampleReport {
    private let outcome: SampleOutcome
    private let number: Int

    init(_ outcome: SampleOutcome, number: Int) {
        self.outcome = outcome
        self.number = number
    }

    /// Right after it was drawn.
    func drawn(folder: String) -> [String] {
        let design = outcome.design
        var lines = [
            "sample \(number): look at \(outcome.drawn) of \(Summary.count(outcome.population, "number")) "
                + "(seed \(design.seed))"
        ]
        if outcome.isCensus {
            lines.append("  these are all: what is found will be the error rate itself")
        } else {
            lines.append(
                "  with at most \(Summary.count(design.allowedErrors, "error")) among them, no more than "
                    + "\(SampleReport.percent(design.errorRate)) of all are wrong "
                    + "(\(SampleReport.percent(design.confidence)) confidence)")
        }
        lines += strata(["drawn", "of"]) { [String($0.drawn), String($0.population)] }
        lines.append("walk through them: juesuan review \(folder), then “sample”")
        return lines
    }

    /// What looking at it showed.
    var found: [String] {
        var lines = [
            "sample \(number): \(outcome.seen) of \(outcome.drawn) looked at, \(outcome.wrong) wrong, "
                + "\(outcome.unreadable) unreadable"
        ]
        lines.append("  " + verdict)
        lines += strata(["seen", "wrong", "unreadable", "bound"]) { stratum in
            [
                "\(stratum.seen)/\(stratum.drawn)", String(stratum.wrong),
                String(stratum.unreadable), SampleReport.percent(outcome.bound(of: stratum)),
            ]
        }
        if outcome.isFinished { lines += ["", english, "", chinese] }
        return lines
    }

    private var verdict: String {
        let bound = SampleReport.percent(outcome.bound)
        if !outcome.isFinished {
            return
                "\(Summary.count(outcome.drawn - outcome.seen, "number")) still to be looked at; "
                + "counted as wrong, the bound is \(bound)"
        }
        let goal = SampleReport.percent(outcome.design.errorRate)
        return "upper bound \(bound); the goal of \(goal) is "
            + (outcome.meetsGoal ? "met" : "not met: draw more, or correct and draw anew")
    }

    /// A line for each table and status.
    private func strata(
        _ headings: [String], _ values: (SampleOutcome.Stratum) -> [String]
    ) -> [String] {
        let rows =
            [["table", "status"] + headings]
            + outcome.strata.map { [$0.table ?? "(other tables)", $0.status] + values($0) }
        let widths = rows[0].indices.map { column in
            rows.map { $0[column].displayWidth }.max() ?? 0
        }
        return rows.map { row in
            "  "
                + zip(row, widths).enumerated().map { column, cell in
                    cell.0.padded(to: cell.1, alignment: column < 2 ? .left : .right)
                }.joined(separator: "  ")
        }
    }

    /// For a paper's data section.
    private var english: String {
        let method =
            outcome.isCensus
            ? "All \(outcome.population) extracted figures were compared with the published pages. "
            : "A random sample of \(outcome.drawn) of the \(outcome.population) extracted figures, stratified by "
                + "table and extraction status with proportional allocation (seed \(outcome.design.seed)), "
                + "was compared with the published pages. "
        let result =
            outcome.isCensus
            ? "\(outcome.wrong) were wrong and \(outcome.unreadable) could not be read on the page, an error "
                + "rate of at most \(SampleReport.percent(outcome.bound))."
            : "\(outcome.wrong) were wrong and \(outcome.unreadable) could not be read on the page. Counting both as "
                + "errors, the share of wrong figures is at most \(SampleReport.percent(outcome.bound)) "
                + "(exact one-sided \(SampleReport.percent(outcome.design.confidence)) confidence bound, "
                + "Clopper–Pearson)."
        return method + result + " Figures that the extraction left out are not covered."
    }

    private var chinese: String {
        let method =
            outcome.isCensus
            ? "将全部 \(outcome.population) 个提取数值与公开原文逐一核对，"
            : "按表和提取状态分层、按比例随机抽取 \(outcome.population) 个提取数值中的 \(outcome.drawn) 个"
                + "（随机种子 \(outcome.design.seed)），与公开原文核对，"
        let result =
            outcome.isCensus
            ? "其中错误 \(outcome.wrong) 个，原文无法辨认 \(outcome.unreadable) 个，错误率不超过 "
                + "\(SampleReport.percent(outcome.bound))。"
            : "其中错误 \(outcome.wrong) 个，原文无法辨认 \(outcome.unreadable) 个；两者均计为错误，"
                + "错误率的单侧 \(SampleReport.percent(outcome.design.confidence)) 精确置信上限"
                + "（Clopper–Pearson）为 \(SampleReport.percent(outcome.bound))。"
        return method + result + "提取时遗漏的数值不在此列。"
    }

    var json: [UInt8] {
        var json = JSONWriter()
        json.object(.lines) { json in
            json.field("sample", number)
            json.field("seed", Int(truncatingIfNeeded: outcome.design.seed))
            json.field("errorRate", SampleReport.decimal(outcome.design.errorRate))
            json.field("confidence", SampleReport.decimal(outcome.design.confidence))
            json.field("population", outcome.population)
            json.field("drawn", outcome.drawn)
            json.field("seen", outcome.seen)
            json.field("wrong", outcome.wrong)
            json.field("unreadable", outcome.unreadable)
            json.field("bound", SampleReport.decimal(outcome.bound))
            json.key("finished")
            json.value(outcome.isFinished)
            json.key("meetsGoal")
            json.value(outcome.isFinished && outcome.meetsGoal)
            json.list("strata", outcome.strata) { stratum, json in
                json.object(.inline) { json in
                    json.field("table", stratum.table)
                    json.field("status", stratum.status)
                    json.field("population", stratum.population)
                    json.field("drawn", stratum.drawn)
                    json.field("seen", stratum.seen)
                    json.field("wrong", stratum.wrong)
                    json.field("unreadable", stratum.unreadable)
                    json.field("bound", SampleReport.decimal(outcome.bound(of: stratum)))
                }
            }
        }
        return json.bytes + [UInt8(ascii: "\n")]
    }

    /// Rounded up: a bound must not become smaller than it is.
    private static func decimal(_ share: Double) -> String {
        let millionths = Int(clamping: (share * 1e6 - 1e-6).rounded(.up))
        let digits = String(millionths % 1_000_000)
        return "\(millionths / 1_000_000)." + String(repeating: "0", count: 6 - digits.count)
            + digits
    }

    /// "0.1%"; rounded up to a thousandth of a per cent.
    static func percent(_ share: Double) -> String {
        let thousandths = Int(clamping: (share * 1e5 - 1e-6).rounded(.up))
        var digits = String(thousandths % 1000)
        digits = String(repeating: "0", count: 3 - digits.count) + digits
        while digits.last == "0" { digits.removeLast() }
        return "\(thousandths / 1000)" + (digits.isEmpty ? "" : ".\(digits)") + "%"
    }
}
