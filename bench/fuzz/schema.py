"""Whether a document holds to docs/document.schema.json.

Our own reading of the schema, as fast as thousands of documents need; a word of JSON Schema that it does not know ends the
run. Where the package jsonschema is installed it has the last word on what is refused, and looks at a sample of the rest.
"""
import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

Check = Callable[[Any], str | None]
NO_RULES = {"description", "title", "$schema", "$id", "$defs"}
KNOWN = NO_RULES | {"type", "enum", "const", "pattern", "minimum", "maximum", "minItems", "maxItems", "prefixItems", "items", "$ref",
                    "anyOf", "required", "additionalProperties", "properties", "dependentRequired"}


def is_of(kind: str, value: Any) -> bool:
    if kind == "null":
        return value is None
    if isinstance(value, bool) or kind == "boolean":
        return kind == "boolean" and isinstance(value, bool)
    if kind == "integer":
        return isinstance(value, int) or isinstance(value, float) and value.is_integer()
    kinds: dict[str, type | tuple[type, ...]] = {"object": dict, "array": list, "string": str, "number": (int, float)}
    return isinstance(value, kinds[kind])


class Schema:
    def __init__(self, path: Path) -> None:
        self.root: dict[str, Any] = json.loads(path.read_text())
        self.definitions: dict[str, Check] = {}
        self.check = self.compiled(self.root)
        self.package = self.from_package()

    def from_package(self) -> Check | None:
        try:
            import jsonschema  # type: ignore[import-untyped,unused-ignore]
        except ImportError:
            return None
        validator = jsonschema.Draft202012Validator(self.root)

        def check(value: Any) -> str | None:
            error = next(validator.iter_errors(value), None)
            return None if error is None else f"{error.json_path}: {error.message[:200]}"
        return check

    def fault(self, data: bytes, is_sample: bool) -> str | None:
        """What is wrong with a document, in words."""
        try:
            value = json.loads(data, parse_constant=lambda name: f"not a number: {name}")
        except ValueError as error:
            return f"no JSON: {error}"
        found = self.check(value)
        if self.package and (found or is_sample):
            return self.package(value)
        return found

    def compiled(self, rule: dict[str, Any]) -> Check:
        if unknown := set(rule) - KNOWN:
            raise SystemExit(f"bench/fuzz/schema.py does not know {unknown}")
        checks = [check for key, value in rule.items() if key not in NO_RULES for check in self.of_word(key, value, rule)]

        def all_of(value: Any) -> str | None:
            for check in checks:
                if found := check(value):
                    return found
            return None
        return checks[0] if len(checks) == 1 else all_of

    def of_word(self, key: str, argument: Any, rule: dict[str, Any]) -> list[Check]:
        """The checks of one word of a rule."""
        def when(kind: type | tuple[type, ...], holds: Callable[[Any], bool]) -> list[Check]:
            def check(value: Any) -> str | None:
                return f"{key} {argument}: {str(value)[:80]}" if isinstance(value, kind) and not holds(value) else None
            return [check]
        if key == "$ref":
            name = argument.rsplit("/", 1)[-1]
            return [lambda value: self.definition(name)(value)]
        if key == "type":
            kinds = argument if isinstance(argument, list) else [argument]
            return when(object, lambda value: any(is_of(kind, value) for kind in kinds))
        if key == "anyOf":
            options = [self.compiled(option) for option in argument]
            return when(object, lambda value: any(option(value) is None for option in options))
        if key in ("items", "prefixItems"):
            return [self.each(key, argument)]
        if key == "properties":
            return [self.members({name: self.compiled(part) for name, part in argument.items()})]
        simple: dict[str, tuple[type | tuple[type, ...], Callable[[Any], bool]]] = {
            "enum": (object, lambda value: value in argument), "const": (object, lambda value: value == argument),
            "pattern": (str, lambda value: re.search(argument, value) is not None),
            "minimum": ((int, float), lambda value: value >= argument),
            "maximum": ((int, float), lambda value: value <= argument),
            "minItems": (list, lambda value: len(value) >= argument), "maxItems": (list, lambda value: len(value) <= argument),
            "required": (dict, lambda value: all(name in value for name in argument)),
            "additionalProperties": (dict, lambda value: argument or value.keys() <= rule.get("properties", {}).keys()),
            "dependentRequired": (dict, lambda value: all(n in value for name, more in argument.items() if name in value for n in more)),
        }
        return when(*simple[key])

    def definition(self, name: str) -> Check:
        if name not in self.definitions:
            self.definitions[name] = self.compiled(self.root["$defs"][name])
        return self.definitions[name]

    def each(self, key: str, argument: Any) -> Check:
        checks = [self.compiled(part) for part in argument] if key == "prefixItems" else None
        one = self.compiled(argument) if checks is None else None

        def check(value: Any) -> str | None:
            if not isinstance(value, list):
                return None
            pairs = zip(value, checks) if checks is not None else ((item, one) for item in value)
            return next((found for item, part in pairs if part and (found := part(item))), None)
        return check

    @staticmethod
    def members(parts: dict[str, Check]) -> Check:
        def check(value: Any) -> str | None:
            if not isinstance(value, dict):
                return None
            return next((f"{name}: {found}" for name, part in parts.items() if name in value and (found := part(value[name]))), None)
        return check
