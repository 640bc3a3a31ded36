import Foundation
import JuesuanTestSupport

/// Programs that tests ask for a second opinion; `make test` installs them in `.build/python`.
enum OutsideTool {
    /// A Python that has the packages of Tests/requirements.txt; nil where there is none.
    static let python: String? = {
        let path = Repository.path(of: ".build/python/bin/python")
        return FileManager.default.isExecutableFile(atPath: path) ? path : nil
    }()

    /// Chromium and what steers it.
    static var hasBrowser: Bool {
        python != nil
            && ["/usr/bin/chromium", "/usr/bin/chromedriver"].allSatisfy {
                FileManager.default.isExecutableFile(atPath: $0)
            }
    }
}
