/// A whole number in half the room: long documents have millions of cells.
///
/// What is beyond 32 bits becomes the nearest number that is not.
@propertyWrapper
public struct Small: Sendable, Hashable {
    @usableFromInline var number: Int32

    @inlinable public init(wrappedValue: Int) { number = Int32(clamping: wrappedValue) }

    @inlinable public var wrappedValue: Int {
        get { Int(number) }
        set { number = Int32(clamping: newValue) }
    }
}
