// swift-tools-version: 6.1
import PackageDescription

/// Stricter than the default, as in the code we admire:
/// SE-0335 (ExistentialAny), SE-0444 (MemberImportVisibility), SE-0409 (InternalImportsByDefault).
let settings: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "juesuan",
    products: [
        .executable(name: "juesuan", targets: ["juesuan"]),
        .library(name: "Juesuan", targets: ["Digitizer", "Dataset"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(
            url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
    ],
    targets: [
        .systemLibrary(
            name: "CPoppler", pkgConfig: "poppler-glib",
            providers: [.apt(["libpoppler-glib-dev"])]),
        .target(name: "CDrawingTap", dependencies: ["CPoppler"]),
        .target(name: "CProcess"),
        .target(name: "CPopplerData"),
        .target(name: "CGBK"),
        .systemLibrary(
            name: "CXlsxWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(
            name: "CWebP", pkgConfig: "libwebp", providers: [.apt(["libwebp-dev"])]),
        .target(name: "PageModel", swiftSettings: settings),
        .target(name: "RegularFiles", swiftSettings: settings),
        .target(
            name: "PDFSource",
            dependencies: [
                "PageModel", "RegularFiles", "CPoppler", "CPopplerData", "CDrawingTap", "CWebP",
                "CGBK",
            ],
            swiftSettings: settings),
        .target(name: "TableRecognition", dependencies: ["PageModel"], swiftSettings: settings),
        .target(
            name: "TextRepair", dependencies: ["PageModel", "TableRecognition"],
            swiftSettings: settings),
        .target(
            name: "FinalAccounts", dependencies: ["PageModel", "TableRecognition", "TextRepair"],
            exclude: ["Catalogue"], swiftSettings: settings),
        .target(
            name: "CatalogueSource",
            dependencies: ["FinalAccounts", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),
        .target(
            name: "Dataset",
            dependencies: [
                "PageModel", "RegularFiles", "TableRecognition", "TextRepair", "FinalAccounts",
            ],
            swiftSettings: settings),
        .target(
            name: "Transcripts",
            dependencies: ["PageModel", "TableRecognition", "TextRepair", "FinalAccounts"],
            swiftSettings: settings),
        .target(
            name: "AccountsDatabase",
            dependencies: [
                "Dataset", "FinalAccounts", "Sampling",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .target(
            name: "Workbook",
            dependencies: [
                "Dataset", "FinalAccounts", "TextRepair", "TableRecognition", "PageModel",
                "TerminalText", "CXlsxWriter",
            ],
            swiftSettings: settings),
        .target(
            name: "ScanReading", dependencies: ["PageModel", "Dataset", "CProcess"],
            swiftSettings: settings),
        .target(
            name: "Digitizer",
            dependencies: [
                "PageModel", "PDFSource", "ScanReading", "TableRecognition", "TextRepair",
                "FinalAccounts",
                "Transcripts", "Dataset",
            ],
            swiftSettings: settings),
        .target(name: "TerminalText", swiftSettings: settings),
        .target(name: "Sampling", swiftSettings: settings),
        .target(
            name: "Review",
            dependencies: ["AccountsDatabase", "Dataset", "FinalAccounts", "Sampling"],
            // in the program, not beside it
            resources: [.embedInCode("Web")], swiftSettings: settings),
        .executableTarget(
            name: "juesuan",
            dependencies: [
                "Digitizer", "Dataset", "PDFSource", "PageModel", "ScanReading", "TerminalText",
                "FinalAccounts", "CatalogueSource", "AccountsDatabase", "Workbook", "Sampling",
                "Review", "CProcess",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Subprocess", package: "swift-subprocess"),
            ],
            swiftSettings: settings),
        .target(
            name: "JuesuanTestSupport",
            dependencies: ["PageModel", "TableRecognition", "FinalAccounts"],
            swiftSettings: settings),
        .executableTarget(
            name: "planted-errors",
            dependencies: ["Digitizer", "Dataset", "FinalAccounts", "JuesuanTestSupport"],
            path: "bench/planted-errors", swiftSettings: settings),
        .executableTarget(
            name: "found-relations",
            dependencies: ["Digitizer", "Dataset", "FinalAccounts", "TableRecognition"],
            path: "bench/found", swiftSettings: settings),
        .testTarget(
            name: "FinalAccountsTests",
            dependencies: [
                "FinalAccounts", "CatalogueSource", "Digitizer", "Dataset", "PageModel",
                "TableRecognition", "TextRepair", "JuesuanTestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "TextRepairTests", dependencies: ["TextRepair", "TableRecognition", "PageModel"],
            swiftSettings: settings),
        .testTarget(
            name: "TranscriptsTests",
            dependencies: ["Transcripts", "FinalAccounts", "TableRecognition", "TextRepair"],
            swiftSettings: settings),
        .testTarget(
            name: "DigitizerTests",
            dependencies: [
                "Digitizer", "Dataset", "PDFSource", "PageModel", "TableRecognition", "TextRepair",
                "FinalAccounts", "ScanReading", "JuesuanTestSupport",
            ],
            exclude: ["Golden"], swiftSettings: settings),
        .testTarget(
            name: "TableRecognitionTests",
            dependencies: ["TableRecognition", "PageModel", "JuesuanTestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "DatasetTests",
            dependencies: [
                "Dataset", "Digitizer", "PageModel", "TableRecognition", "TextRepair",
                "FinalAccounts",
                "JuesuanTestSupport",
            ],
            swiftSettings: settings),
        .testTarget(
            name: "AccountsDatabaseTests",
            dependencies: [
                "AccountsDatabase", "Dataset", "Digitizer", "FinalAccounts", "Sampling",
                "JuesuanTestSupport", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: settings),
        .testTarget(name: "SamplingTests", dependencies: ["Sampling"], swiftSettings: settings),
        .testTarget(
            name: "ReviewTests",
            dependencies: ["Review", "Dataset", "JuesuanTestSupport"], swiftSettings: settings),
        .testTarget(
            name: "WorkbookTests",
            dependencies: [
                "Workbook", "Dataset", "Digitizer", "FinalAccounts", "PageModel",
                "TableRecognition", "TextRepair", "JuesuanTestSupport",
            ],
            exclude: ["read_workbook.py"], swiftSettings: settings),
        .testTarget(
            name: "ScanReadingTests",
            dependencies: ["ScanReading", "PageModel", "JuesuanTestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "TerminalTextTests", dependencies: ["TerminalText"], swiftSettings: settings),
        .testTarget(
            name: "juesuanTests",
            dependencies: [
                "juesuan", "Dataset", "Digitizer", "PDFSource", "PageModel", "TableRecognition",
                "FinalAccounts",
                "JuesuanTestSupport",
            ],
            exclude: ["recipes.py", "review_in_browser.py", "review_requests.py"],
            swiftSettings: settings),
        .testTarget(
            name: "PDFSourceTests",
            dependencies: ["PDFSource", "PageModel", "CDrawingTap", "JuesuanTestSupport"],
            resources: [.copy("Fixtures")], swiftSettings: settings),
    ])
