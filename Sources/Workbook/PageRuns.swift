/// Pages in words.
enum PageRuns {
    /// "3,7-9": rising numbers, runs joined.
    static func text(_ pages: [Int]) -> String {
        var runs: [ClosedRange<Int>] = []
        for page in Set(pages).sorted() {
            if let last = runs.last, page == last.upperBound + 1 {
                runs[runs.count - 1] = last.lowerBound...page
            } else {
                runs.append(page...page)
            }
        }
        return runs.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            .joined(separator: ",")
    }
}
