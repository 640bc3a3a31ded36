@testable import juesuan

/// PDFs that want something done which no reader of tables does: each way that the standard has for it.
enum HostilePDF: String, CaseIterable {
    case script, launch, address, submission, dataImport, remotePage, externalStream, streamFromWeb,
        externalPage, embedded, media, fontFile

    /// `bait` is a file's path; who opens it has been caught.
    func bytes(bait: String) -> [UInt8] {
        switch self {
        case .script:
            document(
                action: "/S /JavaScript /JS (app.launchURL\\('http://127.0.0.1:9/bait'\\); "
                    + "this.exportDataObject\\({cName: 'bait', nLaunch: 2}\\);)")
        case .launch:
            document(action: "/S /Launch /F (\(bait)) /Unix << /F (\(bait)) >> /NewWindow true")
        case .address: document(action: "/S /URI /URI (http://127.0.0.1:9/bait)")
        case .submission:
            document(
                action: "/S /SubmitForm /F << /FS /URL /F (http://127.0.0.1:9/bait) >> /Flags 0")
        case .dataImport: document(action: "/S /ImportData /F (\(bait))")
        case .remotePage: document(action: "/S /GoToR /F (\(bait)) /D [0 /Fit]")
        case .externalStream: document(content: "/F (\(bait)) /FFilter []")
        case .streamFromWeb: document(content: "/F << /FS /URL /F (http://127.0.0.1:9/bait) >>")
        case .externalPage:
            document(
                form:
                    "/Ref << /F (\(bait)) /Page 0 >> /OPI << /2.0 << /Type /OPI /Version 2.0 /F (\(bait)) >> >>"
            )
        case .embedded:
            document(
                catalogue:
                    "/Names << /EmbeddedFiles << /Names [(bait) << /Type /Filespec /F (\(bait)) "
                    + "/EF << /F 6 0 R >> >>] >> >>")
        case .media:
            document(
                annotation:
                    "/Subtype /Movie /Movie << /F (\(bait)) /Poster true >> /A << /Mode /Open >>")
        case .fontFile:
            document(
                descriptor: "/FontFile2 << /F (\(bait)) /Length 0 >> /FontFile 8 0 R")
        }
    }

    /// A page with a line of text, a form, an annotation that covers it, and the same action wherever one can be.
    private func document(
        action: String = "/S /GoTo /D [3 0 R /Fit]", content: String = "", form: String = "",
        catalogue: String = "", annotation: String? = nil, descriptor: String = ""
    ) -> [UInt8] {
        let widths = String(repeating: "500 ", count: 95)
        let text = "BT /F1 12 Tf 20 100 Td (Nothing happens.) Tj ET /X1 Do"
        let actions = "/A << \(action) >> /AA << /O << \(action) >> /PO << \(action) >> >>"
        let own = annotation ?? "/Subtype /Link \(actions)"
        return TrialPDF.file(of: [
            "<< /Type /Catalog /Pages 2 0 R /OpenAction << \(action) >> /AA << /WC << \(action) >> >> \(catalogue) >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R "
                + "/AA << /O << \(action) >> >> /Annots [<< /Type /Annot /Rect [0 0 200 200] \(own) >>] "
                + "/Resources << /Font << /F1 5 0 R >> /XObject << /X1 6 0 R >> >> >>",
            "<< /Length \(text.utf8.count) \(content) >>\nstream\n\(text)\nendstream",
            "<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Bait /FirstChar 32 /LastChar 126 "
                + "/Widths [\(widths)] /FontDescriptor 7 0 R >>",
            "<< /Type /XObject /Subtype /Form /BBox [0 0 200 200] \(form) /Length 17 >>\nstream\n"
                + "0 0 m 200 200 l S\nendstream",
            "<< /Type /FontDescriptor /FontName /ABCDEF+Bait /Flags 4 /FontBBox [0 0 1000 1000] "
                + "/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 \(descriptor) >>",
            "<< /F (bait) /Length 4 >>\nstream\nbait\nendstream",
        ])
    }
}
