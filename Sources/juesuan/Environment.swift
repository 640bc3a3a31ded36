internal import Glibc

/// Environment variables, without Foundation.
enum Environment {
    static subscript(_ name: String) -> String? {
        getenv(name).map { String(cString: $0) }
    }
}
