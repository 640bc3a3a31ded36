/// Whether a report speaks for a department with all its units, or for one unit alone.
///
/// Offices publish both under one name: 某某局部门决算 holds the figures of 某某局单位决算 and more.
public enum ReportScope: String, Sendable, CaseIterable {
    /// 部门决算, 部门预算.
    case department
    /// 单位决算, 单位预算; 某某局（本级） is always one.
    case unit

    /// What a report says of itself; nil where it says nothing, or both.
    ///
    /// - Parameters:
    ///   - organisation: The name of its unit, if known.
    ///   - cover: The lines in front of its contents.
    ///   - prose: Its paragraphs, which decide where the cover says nothing: whoever explains a department's account
    ///     writes 部门决算 again and again, and 单位决算 where its units are listed.
    public init?(organisation: String?, cover: [String], prose: some Sequence<String>) {
        if organisation.map(ReportScope.isHeadOffice) == true {
            self = .unit
            return
        }
        let said = ReportScope.counts(cover)
        switch (said.department > 0, said.unit > 0) {
        case (true, false): self = .department
        case (false, true): self = .unit
        case (true, true): return nil
        case (false, false):
            let counts = ReportScope.counts(prose)
            guard max(counts.department, counts.unit) >= ReportScope.enough,
                min(counts.department, counts.unit) * ReportScope.clear
                    <= max(counts.department, counts.unit)
            else { return nil }
            self = counts.department > counts.unit ? .department : .unit
        }
    }

    /// Fewer mentions in the prose can be about another report.
    private static let enough = 3
    /// One word must be so many times as frequent as the other.
    private static let clear = 4

    private static func isHeadOffice(_ name: String) -> Bool {
        ["本级", "（本级）", "(本级)", "机关", "（机关）", "(机关)"].contains(where: name.endsBytewise)
    }

    private static func counts(_ texts: some Sequence<String>) -> (department: Int, unit: Int) {
        var result = (department: 0, unit: 0)
        for text in texts {
            result.department += text.countBytewise(["部门决算", "部门预算"])
            result.unit += text.countBytewise(["单位决算", "单位预算"])
        }
        return result
    }
}

extension String {
    /// How often any of the words stands in it.
    fileprivate func countBytewise(_ words: [String]) -> Int {
        words.reduce(0) { count, word in
            var rest = self[...]
            var found = 0
            while let range = rest.firstRangeBytewise(of: word) {
                found += 1
                rest = rest[range.upperBound...]
            }
            return count + found
        }
    }
}
