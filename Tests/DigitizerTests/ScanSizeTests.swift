import PageModel
import Testing

@testable import Digitizer

/// How finely pages are painted for OCR.
@Suite struct ScanSizeTests {
    private func dpi(_ width: Double, _ height: Double, _ resolution: Double) -> Double {
        ScanPages.dpi(of: Page(number: 1, width: width, height: height), drawnAt: resolution)
    }

    @Test func asFineAsTheScanWithinReason() {
        #expect(dpi(595, 842, 200) == 200)
        #expect(dpi(595, 842, 72) == 150)
        #expect(dpi(595, 842, 1200) == 300)
        // scans whose points are their pixels
        #expect(dpi(2480, 3508, 72) == 150)
    }

    @Test func theLargestPagesKeepToABudget() {
        let dpi = dpi(14400, 14400, 300)
        #expect(dpi > 30 && dpi * dpi / 72 / 72 * 14400 * 14400 <= ScanPages.mostPixels * 1.001)
    }
}
