internal import Dataset
internal import PageModel

/// Visible text that belongs to no table, line or paragraph: watermarks.
enum Leftovers {
    static func records(_ page: Page) -> [LeftoverRecord] {
        guard let box = page.overlay.map(\.box).boundingBox() else { return [] }
        let text = String(String.UnicodeScalarView(page.overlay.map(\.scalar)))
        return [LeftoverRecord(page: page.number, box: page.asDisplayed(box), text: text)]
    }
}
