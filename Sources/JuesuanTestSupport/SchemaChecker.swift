internal import Foundation

/// Checks JSON against a JSON Schema: the part of the 2020-12 standard that ours uses.
///
/// A keyword that it does not know is a fault, so that nothing goes unchecked in silence.
public struct SchemaChecker {
    private let schema: [String: Any]

    /// docs/document.schema.json.
    public static func published() throws -> SchemaChecker {
        let data = Data(try Repository.bytes(of: "docs/document.schema.json"))
        let schema = try JSONSerialization.jsonObject(with: data) as? [String: Any]
        return SchemaChecker(schema: schema ?? [:])
    }

    /// What is wrong with the document, each with its place; empty when nothing is.
    public func faults(in bytes: [UInt8]) throws -> [String] {
        let value = try JSONSerialization.jsonObject(with: Data(bytes))
        return check(value, schema, "$")
    }

    private static let silent: Set<String> = [
        "$schema", "$id", "$defs", "title", "description", "properties", "required",
        "additionalProperties",
    ]

    private func check(_ value: Any, _ schema: [String: Any], _ place: String) -> [String] {
        var faults: [String] = []
        for (keyword, rule) in schema where !Self.silent.contains(keyword) {
            if let fault = fault(value, keyword, rule) { faults.append("\(place): \(fault)") }
        }
        if let reference = schema["$ref"] as? String {
            faults += check(value, find(reference), place)
        }
        if let object = value as? [String: Any] { faults += checkMembers(object, schema, place) }
        if let array = value as? [Any] { faults += checkElements(array, schema, place) }
        return faults
    }

    private func find(_ reference: String) -> [String: Any] {
        let name = reference.replacingOccurrences(of: "#/$defs/", with: "")
        let definitions = schema["$defs"] as? [String: Any]
        return definitions?[name] as? [String: Any] ?? ["unknown reference": reference]
    }

    // MARK: Values

    private func fault(_ value: Any, _ keyword: String, _ rule: Any) -> String? {
        switch keyword {
        case "type":
            let names = rule as? [String] ?? [rule as? String ?? "?"]
            return names.contains { isType(value, $0) } ? nil : "is not of type \(names)"
        case "enum":
            let allowed = rule as? [AnyHashable] ?? []
            return (value as? AnyHashable).map(allowed.contains) == true
                ? nil : "\(value) not in enum"
        case "const": return value as? AnyHashable == rule as? AnyHashable ? nil : "is not \(rule)"
        case "pattern":
            guard let text = value as? String, let pattern = rule as? String else { return nil }
            return text.range(of: pattern, options: .regularExpression) == nil
                ? "“\(text)” does not match \(pattern)" : nil
        case "minimum":
            return number(value).map { $0 < number(rule) ?? 0 } == true ? "too small" : nil
        case "maximum":
            return number(value).map { $0 > number(rule) ?? 0 } == true ? "too large" : nil
        case "minItems":
            return (value as? [Any]).map { $0.count < count(rule) } == true ? "short" : nil
        case "maxItems":
            return (value as? [Any]).map { $0.count > count(rule) } == true ? "long" : nil
        case "anyOf":
            let choices = rule as? [[String: Any]] ?? []
            return choices.contains { check(value, $0, "").isEmpty } ? nil : "fits none of anyOf"
        case "dependentRequired", "items", "prefixItems", "$ref": return nil
        default: return "the checker does not know \(keyword)"
        }
    }

    private func isType(_ value: Any, _ name: String) -> Bool {
        switch name {
        case "null": value is NSNull
        case "string": value is String
        case "array": value is [Any]
        case "object": value is [String: Any]
        case "boolean": value is Bool
        case "number": number(value) != nil
        case "integer": number(value).map { $0 == $0.rounded() } ?? false
        default: false
        }
    }

    private func number(_ value: Any) -> Double? {
        value is String ? nil : (value as? NSNumber)?.doubleValue
    }

    private func count(_ rule: Any) -> Int { (rule as? NSNumber)?.intValue ?? -1 }

    // MARK: Members and elements

    private func checkMembers(
        _ object: [String: Any], _ schema: [String: Any], _ place: String
    ) -> [String] {
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        var faults = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
            .map { "\(place): has no \($0)" }
        for (name, needed) in schema["dependentRequired"] as? [String: [String]] ?? [:]
        where object[name] != nil {
            faults += needed.filter { object[$0] == nil }.map { "\(place): \(name) without \($0)" }
        }
        for (name, value) in object {
            if let rule = properties[name] {
                faults += check(value, rule, "\(place).\(name)")
            } else if schema["additionalProperties"] as? Bool == false {
                faults.append("\(place): has an unknown \(name)")
            }
        }
        return faults
    }

    private func checkElements(
        _ array: [Any], _ schema: [String: Any], _ place: String
    ) -> [String] {
        let prefix = schema["prefixItems"] as? [[String: Any]] ?? []
        let rest = schema["items"] as? [String: Any]
        return array.enumerated().flatMap { index, value in
            let rule = index < prefix.count ? prefix[index] : rest
            return rule.map { check(value, $0, "\(place)[\(index)]") } ?? []
        }
    }
}
