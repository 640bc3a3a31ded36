/// The files of the pages in the browser: part of the program, so that it stays one file.
enum WebAssets {
    struct Asset {
        let type: String
        let bytes: [UInt8]
    }

    /// The review's page.
    static let index = Asset(
        type: "text/html; charset=utf-8", bytes: PackageResources.review_html)
    static let style = Asset(type: "text/css; charset=utf-8", bytes: PackageResources.style_css)

    /// The scripts, each after those that it imports.
    static let scripts: [(name: String, asset: Asset)] = [
        ("words.js", script(PackageResources.words_js)),
        ("elements.js", script(PackageResources.elements_js)),
        ("model.js", script(PackageResources.model_js)),
        ("grid.js", script(PackageResources.grid_js)),
        ("paper.js", script(PackageResources.paper_js)),
        ("details.js", script(PackageResources.details_js)),
        ("document.js", script(PackageResources.document_js)),
        ("report.js", script(PackageResources.report_js)),
        ("list.js", script(PackageResources.list_js)),
        ("desk.js", script(PackageResources.desk_js)),
        ("review.js", script(PackageResources.review_js)),
    ]

    /// By the names under which the server gives them: nothing else of the disk is ever asked for.
    static let served: [String: Asset] = {
        var served = ["style.css": style]
        for script in scripts { served[script.name] = script.asset }
        return served
    }()

    private static func script(_ bytes: [UInt8]) -> Asset {
        Asset(type: "text/javascript; charset=utf-8", bytes: bytes)
    }
}
