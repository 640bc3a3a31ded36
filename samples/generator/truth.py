"""Writes a truth file: JSON with one table row a line, so that a difference can be read."""
import json


def write_truth(file, truth):
    file.write_text(as_text(truth) + "\n", encoding="utf-8")


def as_text(value, indent=""):
    """A table's row and a list of page numbers stay in one line; all else is spread out."""
    inner = indent + "  "
    if isinstance(value, dict):
        items = [f"{json.dumps(key)}: {as_text(item, inner)}" for key, item in value.items()]
        return spread("{", items, "}", indent)
    if isinstance(value, list) and value and not isinstance(value[0], int):
        items = [json.dumps(item, ensure_ascii=False) if isinstance(item, list) else as_text(item, inner)
                 for item in value]
        return spread("[", items, "]", indent)
    return json.dumps(value, ensure_ascii=False)


def spread(opening, items, closing, indent):
    lines = ",\n".join(f"{indent}  {item}" for item in items)
    return f"{opening}\n{lines}\n{indent}{closing}"
