import FinalAccounts
import JuesuanTestSupport
import Testing

@testable import Dataset

/// What is read again may have been edited: what cannot be a document of ours is none.
@Suite struct DocumentReaderTests {
    private func changed(_ change: (inout DocumentRecord) -> Void) -> DocumentRecord? {
        var document = SampleDocument.document
        change(&document)
        return DocumentReader.document(DocumentJSON.bytes(of: document))
    }

    @Test func ourOwnIsRead() throws {
        var document = try #require(changed { _ in })
        #expect(document.tables.count == SampleDocument.document.tables.count)
        document.checkAccounts(with: .standard)
    }

    @Test func aCellBesideItsTableIsRefused() {
        #expect(changed { $0.tables[0].cells[0].row = 5000 } == nil)
        #expect(changed { $0.tables[0].cells[0].column = 5000 } == nil)
        #expect(changed { $0.tables[0].cells[0].rowSpan = 5000 } == nil)
        #expect(changed { $0.tables[0].cells[0].columnSpan = 0 } == nil)
        #expect(changed { $0.tables[0].cells[0].row = -1 } == nil)
        // rows that somebody took out
        #expect(changed { $0.tables[0].rows = [] } == nil)
        #expect(
            changed { for row in $0.tables[0].rows.indices { $0.tables[0].rows[row] = [] } } == nil)
    }
}
