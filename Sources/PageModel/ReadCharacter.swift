/// A character that OCR read on a picture: what it may be, and how sure that is.
public struct ReadCharacter: Sendable, Hashable {
    public var text: String
    public var box: Rect
    /// 0 to 1.
    public var certainty: Double
    /// What else it may be; "" where there may be no character at all.
    public var alternatives: [Alternative]

    public struct Alternative: Sendable, Hashable {
        public var text: String
        public var probability: Double

        public init(text: String, probability: Double) {
            self.text = text
            self.probability = probability
        }
    }

    public init(text: String, box: Rect, certainty: Double, alternatives: [Alternative] = []) {
        self.text = text
        self.box = box
        self.certainty = certainty
        self.alternatives = alternatives
    }
}
