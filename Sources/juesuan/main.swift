import PageModel
import PDFSource
let d = try PDFDocument(path: CommandLine.arguments[1])
for n in 1...d.pageCount { let p = try d.page(n); print(n, p.width, p.height, p.rotation, p.glyphs.count, p.rulings.count, p.images.count, p.textKind, p.remarks.map(\.code)) }
