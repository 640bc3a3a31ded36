internal import Glibc

/// How large a share can be, after so many of a random sample were found to be of it.
public enum BinomialBound {
    /// The exact one-sided upper bound of Clopper and Pearson (Biometrika 26, 1934): the share at which
    /// `errors` or fewer among `count` would be seen with a probability of 1 − `confidence`.
    ///
    /// Never too small, whatever the true share is; 1 where all are errors or nothing was looked at.
    public static func upper(errors: Int, of count: Int, confidence: Double) -> Double {
        guard errors < count, errors >= 0 else { return 1 }
        let risk = 1 - confidence
        var low = Double(errors) / Double(count)
        var high = 1.0
        // halving goes on until doubles end
        while true {
            let middle = (low + high) / 2
            if middle <= low || middle >= high { return high }
            if atMost(errors, of: count, share: middle) > risk {
                low = middle
            } else {
                high = middle
            }
        }
    }

    /// How many must be looked at, so that `errors` errors among them still show, with this confidence,
    /// that no more than `share` are wrong.
    public static func sampleSize(share: Double, errors: Int, confidence: Double) -> Int {
        var high = errors + 1
        while upper(errors: errors, of: high, confidence: confidence) > share { high *= 2 }
        var low = high / 2
        while low + 1 < high {
            let middle = (low + high) / 2
            if upper(errors: errors, of: middle, confidence: confidence) > share {
                low = middle
            } else {
                high = middle
            }
        }
        return high
    }

    /// The probability of `errors` or fewer among `count`, each with the probability `share`.
    static func atMost(_ errors: Int, of count: Int, share: Double) -> Double {
        if share <= 0 { return 1 }
        if share >= 1 { return errors >= count ? 1 : 0 }
        // each term from the one before, relative to the largest: none of them is lost to rounding
        let odds = log(share) - log1p(-share)
        var term = Double(count) * log1p(-share)
        var logs = [term]
        for number in stride(from: 1, through: errors, by: 1) {
            term += log(Double(count - number + 1)) - log(Double(number)) + odds
            logs.append(term)
        }
        let largest = logs.max() ?? 0
        return exp(largest) * logs.reduce(0) { $0 + exp($1 - largest) }
    }
}
