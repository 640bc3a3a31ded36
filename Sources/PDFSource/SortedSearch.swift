extension Array {
    /// Where the elements begin of which this is not true; they stand behind all of which it is.
    func firstIndex(behind isBefore: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
