/// What `doctor` says about one thing.
struct Finding: Equatable {
    enum Level: String {
        case ok
        /// Works without, but something will be worse.
        case note
        /// Does not work without.
        case missing
    }

    let level: Level
    let text: String
    /// How to get what is not there.
    let remedy: String?

    init(_ level: Level, _ text: String, remedy: String? = nil) {
        self.level = level
        self.text = text
        self.remedy = remedy
    }

    var line: String {
        let mark = level.rawValue + String(repeating: " ", count: 9 - level.rawValue.count)
        return mark + text + (remedy.map { "\n         → \($0)" } ?? "")
    }
}
