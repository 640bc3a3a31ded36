internal import FinalAccounts
internal import Yams

/// The section `prose` of a catalogue.
extension CatalogueReader {
    mutating func readProse(_ node: Node) {
        for (key, value) in entries(node, "prose") {
            switch key.string {
            case "words": readProseWords(value)
            case "codes": catalogue.prose.codes = texts(value)
            case "projects": readProjects(value)
            case "subjects":
                for (id, value) in entries(value, "subjects") { readSubject(id, value) }
            default: fault(key, "prose has no “\(key.string ?? "")”")
            }
        }
    }

    private mutating func readProseWords(_ node: Node) {
        for (key, words) in entries(node, "words") {
            guard let role = ProseDefinition.Role(rawValue: key.string ?? "") else {
                fault(key, "“\(key.string ?? "")” is no role that a word can have")
                continue
            }
            catalogue.prose.words[role] = (catalogue.prose.words[role] ?? []) + texts(words)
        }
    }

    private mutating func readProjects(_ node: Node) {
        for (key, value) in entries(node, "projects") {
            switch key.string {
            case "marks": catalogue.prose.projects.marks = texts(value)
            case "budget": catalogue.prose.projects.budget = texts(value)
            case "final": catalogue.prose.projects.final = texts(value)
            default: fault(key, "projects have no “\(key.string ?? "")”")
            }
        }
    }

    private mutating func readSubject(_ id: Node, _ node: Node) {
        var subject = ProseDefinition.Subject(id: text(id), names: [])
        subject.place = place(id)
        for (key, value) in entries(node, "a subject") {
            switch key.string {
            case "names": subject.names = texts(value)
            case "value": subject.value = texts(value)
            case "budget": subject.budget = texts(value)
            case "under": subject.under = texts(value)
            case "share": subject.share = texts(value)
            case "classes": subject.classes = texts(value)
            case "sums": subject.sums = texts(value).map(CatalogueReader.terms)
            default: fault(key, "a subject has no “\(key.string ?? "")”")
            }
        }
        if subject.names.isEmpty { fault(id, "a subject needs names") }
        catalogue.prose.subjects.removeAll { $0.id == subject.id }
        catalogue.prose.subjects.append(subject)
    }

    /// The ids of `goods + works + services`.
    private static func terms(_ text: String) -> [String] {
        text.split(separator: " ").filter { $0 != "+" }.map(String.init)
    }
}
