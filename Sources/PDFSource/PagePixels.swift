internal import CPoppler
internal import PageModel

/// The pixels of a painted page.
struct PagePixels {
    private let pixels: [UInt32]
    private let width: Int
    private let height: Int

    fileprivate init(pixels: [UInt32], width: Int, height: Int) {
        self.pixels = pixels
        self.width = width
        self.height = height
    }

    var indices: Range<Int> { pixels.indices }

    /// The pixels that a box covers, as places.
    func places(in box: Rect, scale: Double) -> [Int] {
        let columns = PagePixels.range(box.x0, box.x1, scale, width)
        return PagePixels.range(box.y0, box.y1, scale, height).flatMap { row in
            columns.map { row * width + $0 }
        }
    }

    private static func range(
        _ start: Double, _ end: Double, _ scale: Double, _ count: Int
    ) -> Range<Int> {
        let first = min(max(0, Int(clamping: (start * scale).rounded(.down))), count)
        return first..<min(max(first, Int(clamping: (end * scale).rounded(.up))), count)
    }

    private static func channels(_ pixel: UInt32) -> (red: Int, green: Int, blue: Int) {
        (Int(pixel >> 16 & 0xFF), Int(pixel >> 8 & 0xFF), Int(pixel & 0xFF))
    }

    /// 0 is black, 255 white: the weakest channel, so that colours count as ink.
    func brightness(_ place: Int) -> Int {
        let (red, green, blue) = PagePixels.channels(pixels[place])
        return min(red, green, blue)
    }

    /// The largest difference of a channel.
    func difference(_ place: Int, _ other: PagePixels) -> Int {
        guard pixels[place] != other.pixels[place] else { return 0 }
        let one = PagePixels.channels(pixels[place])
        let two = PagePixels.channels(other.pixels[place])
        return max(abs(one.red - two.red), abs(one.green - two.green), abs(one.blue - two.blue))
    }
}

extension PagePicture {
    /// What has been painted so far.
    var pixels: PagePixels {
        cairo_surface_flush(surface)
        let width = Int(cairo_image_surface_get_width(surface))
        let height = Int(cairo_image_surface_get_height(surface))
        let stride = Int(cairo_image_surface_get_stride(surface))
        guard let data = cairo_image_surface_get_data(surface) else {
            return PagePixels(pixels: [], width: 0, height: 0)
        }
        let bytes = UnsafeRawBufferPointer(start: data, count: stride * height)
        var pixels: [UInt32] = []
        pixels.reserveCapacity(width * height)
        for row in 0..<height {
            for column in 0..<width {
                pixels.append(
                    bytes.loadUnaligned(fromByteOffset: row * stride + 4 * column, as: UInt32.self))
            }
        }
        return PagePixels(pixels: pixels, width: width, height: height)
    }
}
