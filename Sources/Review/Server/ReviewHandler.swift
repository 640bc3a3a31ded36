internal import AccountsDatabase
internal import Dataset
internal import Sampling

/// Answers the review's requests; docs/review.md lists them.
struct ReviewHandler: Sendable {
    private let settings: ReviewSettings
    private let guarding: RequestGuard

    init(_ settings: ReviewSettings, port: UInt16) {
        self.settings = settings
        guarding = RequestGuard(port: port)
    }

    func response(to request: HTTPRequest) async -> HTTPResponse {
        switch guarding.refusal(of: request) {
        case .otherHost: return Reply.error(.misdirectedRequest, "host", "not this server's name")
        case .otherOrigin: return Reply.error(.forbidden, "origin", "asked by another site")
        case .notJSON: return Reply.error(.unsupportedMediaType, "type", "send application/json")
        case nil: break
        }
        guard ["GET", "POST"].contains(request.method) else { return Reply.otherMethod }
        do {
            return try await answer(request)
        } catch let refusal as ReviewRefusal {
            return ReviewHandler.answer(to: refusal)
        } catch {
            // what the database says has parts of the dataset in it
            return Reply.error(
                .internalServerError, "failed", "the dataset cannot be read or written")
        }
    }

    private func answer(_ request: HTTPRequest) async throws -> HTTPResponse {
        let path = request.path
        let isOfDocument = path.count < 3 || path[1] != "documents" || path[2].isDigest
        guard isOfDocument else { return ReviewHandler.notFound }
        switch (request.method, path.first ?? "", path.count) {
        case ("GET", "", 1):
            return Reply.bytes(WebAssets.index.bytes, type: WebAssets.index.type)
        case ("GET", "assets", 2):
            guard let asset = WebAssets.served[path[1]] else { return ReviewHandler.notFound }
            return Reply.bytes(asset.bytes, type: asset.type)
        case ("GET", "api", 2):
            switch path[1] {
            case "about": return try about()
            case "documents": return try documents(request)
            default: return ReviewHandler.notFound
            }
        case ("GET", "api", 3) where path[1] == "documents": return try document(path[2])
        case ("GET", "api", 3) where path[1] == "samples": return try sample(path[2])
        case ("GET", "api", 5) where path[1] == "documents" && path[3] == "pages":
            return try await picture(of: path[2], page: path[4], request)
        case ("POST", "api", 4) where path[1] == "documents" && path[3] == "corrections":
            return try await add(to: path[2], request)
        default: return ReviewHandler.notFound
        }
    }

    private static var notFound: HTTPResponse {
        Reply.error(.notFound, "not-found", "there is nothing of this name")
    }

    // MARK: Lists

    private func about() throws -> HTTPResponse {
        let facets = try settings.database.facets()
        let sample = try settings.database.lastSample()
        return Reply.json { json in
            json.field("reviewer", settings.reviewer)
            json.key("readOnly")
            json.value(settings.isReadOnly)
            json.field("sample", sample)
            json.list("titles", settings.titles, layout: .inline) { entry, json in
                json.array(.inline) { json in
                    json.value(entry.id)
                    json.value(entry.title)
                }
            }
            ReviewHandler.write("years", facets.years.map { (String($0.value), $0.count) }, &json)
            ReviewHandler.write("tables", facets.tables, &json)
            ReviewHandler.write("findings", facets.findings, &json)
        }
    }

    private static func write(
        _ key: StaticString, _ counts: [(value: String, count: Int)], _ json: inout JSONWriter
    ) {
        json.list(key, counts, layout: .inline) { entry, json in
            json.array(.inline) { json in
                json.value(entry.value)
                json.value(entry.count)
            }
        }
    }

    private func documents(_ request: HTTPRequest) throws -> HTTPResponse {
        func value(_ name: String) -> String { request.query(name) ?? "" }
        func choice(_ name: String) -> String? { value(name).isEmpty ? nil : value(name) }
        var query = DocumentQuery()
        query.search = String(value("search").prefix(200))
        query.unit = String(value("unit").prefix(200))
        query.year = Int(value("year"))
        query.table = choice("table")
        query.finding = choice("finding")
        query.state = DocumentQuery.State(rawValue: value("state"))
        query.offset = max(0, Int(value("offset")) ?? 0)
        query.limit = min(200, max(1, Int(value("limit")) ?? 50))
        let (total, lines) = try settings.database.documents(query)
        return Reply.json { json in
            json.field("total", total)
            json.list("documents", lines, layout: .inline, ReviewHandler.write)
        }
    }

    private static func write(_ line: DocumentLine, to json: inout JSONWriter) {
        json.object(.inline) { json in
            json.field("document", line.document)
            json.field("folder", line.folder)
            json.field("file", line.file)
            json.field("organisation", line.organisation)
            json.field("year", line.year)
            json.field("kind", line.kind)
            json.field("pages", line.pages)
            json.field("tables", line.tables)
            json.field("proved", line.proved)
            json.field("plausible", line.plausible)
            json.field("suspect", line.suspect)
            json.field("corrected", line.corrected)
            json.field("confirmed", line.confirmed)
            json.field("failures", line.failures)
            json.field("warnings", line.warnings)
            json.field("corrections", line.corrections)
            json.field("misfits", line.misfits)
        }
    }

    private func sample(_ number: String) throws -> HTTPResponse {
        guard let number = Int(number),
            let outcome = try settings.database.outcome(ofSample: number)
        else { return ReviewHandler.notFound }
        let cells = try settings.database.cells(ofSample: number)
        return Reply.json { json in
            json.field("number", number)
            json.field("drawn", outcome.drawn)
            json.field("seen", outcome.seen)
            json.field("wrong", outcome.wrong)
            json.field("unreadable", outcome.unreadable)
            json.list("cells", cells, layout: .inline) { cell, json in
                json.array(.inline) { json in
                    json.value(cell.document)
                    json.value(cell.table)
                    json.value(cell.row)
                    json.value(cell.column)
                    if let verdict = cell.verdict {
                        json.value(verdict.rawValue)
                    } else {
                        json.null()
                    }
                }
            }
        }
    }

    // MARK: Documents

    private func document(_ name: String) throws -> HTTPResponse {
        guard let reviewed = try settings.database.reviewed(name, in: settings.output) else {
            return ReviewHandler.notFound
        }
        return Reply.json(DocumentPayload(reviewed).slim.bytes)
    }

    /// Pixels a point that a page may be asked in.
    private static let scales = 0.5...6.0
    private func picture(
        of name: String, page: String, _ request: HTTPRequest
    ) async throws -> HTTPResponse {
        let scale = request.query("scale").map { Double($0) ?? 0 } ?? 2
        guard let number = Int(page), ReviewHandler.scales.contains(scale),
            let source = try settings.database.source(of: name), number >= 1,
            number <= source.pages
        else { return ReviewHandler.notFound }
        do throws(PictureError) {
            let bytes = try await settings.pictures.picture(
                ofPage: number, of: source, scale: scale)
            // a page of these bytes is always the same
            return Reply.bytes(
                bytes, type: "image/webp", cache: "private, max-age=86400, immutable")
        } catch {
            switch error {
            case .noFile:
                return Reply.error(
                    .notFound, "no-file", "the PDF is not where it was extracted from")
            case .busy:
                return Reply.error(
                    .serviceUnavailable, "busy", "too many pages are asked for at once")
            case .notPainted(let reason):
                return Reply.error(.internalServerError, "not-painted", reason)
            }
        }
    }

    // MARK: Corrections

    private func add(to name: String, _ request: HTTPRequest) async throws -> HTTPResponse {
        if settings.isReadOnly {
            return Reply.error(.forbidden, "read-only", "started with --read-only")
        }
        guard let body = request.body else {
            return Reply.error(.payloadTooLarge, "too-long", "too long for a correction")
        }
        guard let json = Dataset.JSONValue(body), let seen = json["seen"]?.int,
            let entry = CorrectionJSON.read(
                json, document: name, reviewer: reviewer(json), time: UTC.now)
        else { return Reply.error(.badRequest, "not-a-correction", "no correction is said so") }
        let reviewed = try settings.database.add(entry, seen: seen, in: settings.output)
        return Reply.json(DocumentPayload(reviewed).slim.bytes)
    }

    private func reviewer(_ json: Dataset.JSONValue) -> String {
        let name = (json["reviewer"]?.string ?? "").filter { !$0.isNewline }
            .prefix(100)
        return name.isEmpty || !CorrectionJSON.isText(String(name))
            ? settings.reviewer : String(name)
    }

    private static func answer(to refusal: ReviewRefusal) -> HTTPResponse {
        switch refusal {
        case .noDocument: notFound
        case .overtaken(let other):
            Reply.error(.conflict, "overtaken", "somebody else was faster") { json in
                json.key("entry")
                CorrectionJSON.write(other, to: &json)
            }
        case .undoLaterFirst(let other):
            Reply.error(.conflict, "undo-later-first", "a later one builds upon it") { json in
                json.key("entry")
                CorrectionJSON.write(other, to: &json)
            }
        case .misfit(let misfit): Reply.error(.conflict, "misfit", misfit.description)
        case .nothingToUndo: Reply.error(.conflict, "nothing-to-undo", "it is undone already")
        case .noChange: Reply.error(.badRequest, "no-change", "this is what stands there")
        }
    }
}

extension String {
    /// Whether it can be a document's SHA-256: nothing else is ever looked for in the dataset.
    fileprivate var isDigest: Bool {
        utf8.count == 64
            && utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
