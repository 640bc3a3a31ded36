extension Page {
    /// The page turned clockwise by 90, 180 or 270 degrees; coordinates follow.
    public func turned(by angle: Int) -> Page {
        guard angle != 0 else { return self }
        var result = self
        if angle != 180 { (result.width, result.height) = (height, width) }
        result.turn = (turn + angle) % 360
        let size = (width: width, height: height)
        func place(_ box: Rect) -> Rect { box.turned(by: angle, within: size) }
        for index in glyphs.indices { result.glyphs[index].box = place(glyphs[index].box) }
        for index in overlay.indices { result.overlay[index].box = place(overlay[index].box) }
        result.images = images.map(place)
        result.wordPictures = wordPictures.map(place)
        result.rulings = rulings.map { $0.turned(by: angle, within: size) }
        return result
    }

    /// Where a box of this page lies on the page as displayed, before it was turned.
    ///
    /// A box on a skewed page is as large as before, about the place that its middle has there.
    public func asDisplayed(_ box: Rect) -> Rect {
        let upright = skew == 0 ? box : box.skewed(by: skew, about: (width / 2, height / 2))
        return upright.turned(by: (360 - turn) % 360, within: (width, height))
    }
}

extension Rect {
    /// A box of the same size, its middle turned by so many degrees clockwise about a point.
    fileprivate func skewed(by degrees: Double, about centre: (x: Double, y: Double)) -> Rect {
        let angle = degrees * .pi / 180
        // a page's skew is a few degrees: the series is exact to a hundredth of a point
        let sine = angle - angle * angle * angle / 6
        let cosine = 1 - angle * angle / 2
        let (dx, dy) = (midX - centre.x, midY - centre.y)
        let x = centre.x + dx * cosine - dy * sine - midX
        let y = centre.y + dx * sine + dy * cosine - midY
        return Rect(x0: x0 + x, y0: y0 + y, x1: x1 + x, y1: y1 + y)
    }

    /// The box on a page of this size, turned clockwise together with the page.
    public func turned(by angle: Int, within size: (width: Double, height: Double)) -> Rect {
        switch angle {
        case 90: Rect(x0: size.height - y1, y0: x0, x1: size.height - y0, y1: x1)
        case 180:
            Rect(
                x0: size.width - x1, y0: size.height - y1, x1: size.width - x0,
                y1: size.height - y0)
        case 270: Rect(x0: y0, y0: size.width - x1, x1: y1, y1: size.width - x0)
        default: self
        }
    }
}

extension Ruling {
    fileprivate func turned(by angle: Int, within size: (width: Double, height: Double)) -> Ruling {
        let box =
            axis == .horizontal
            ? Rect(x0: start, y0: position, x1: end, y1: position)
            : Rect(x0: position, y0: start, x1: position, y1: end)
        let turned = box.turned(by: angle, within: size)
        let isHorizontal = (axis == .horizontal) == (angle == 180 || angle == 0)
        return isHorizontal
            ? Ruling(
                .horizontal, at: turned.y0, from: turned.x0, to: turned.x1, thickness: thickness)
            : Ruling(.vertical, at: turned.x0, from: turned.y0, to: turned.y1, thickness: thickness)
    }
}
