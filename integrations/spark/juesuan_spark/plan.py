"""What is to be done of a list of files, and under which names: as the batch on one machine decides it."""
from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

Item = TypeVar("Item")


@dataclass(frozen=True)
class Input:
    """A file, as it is listed."""

    path: str
    size: int
    modified: datetime


def order(path: str, roots: Sequence[str]) -> tuple[int, list[bytes]]:
    """Sorts as the batch takes its inputs: the arguments in their order, folders by the names in them."""
    first = next((number for number, root in enumerate(roots)
                  if path == root or path.startswith(root.rstrip("/") + "/")), len(roots))
    return first, [part.encode(errors="surrogatepass") for part in path.split("/")]


def first_names(digests: Iterable[tuple[str, str]], known: set[str]) -> list[tuple[str, str]]:
    """(path, document) pairs in their order, without documents that are known or came before."""
    seen = set(known)
    kept = []
    for path, document in digests:
        if document not in seen:
            seen.add(document)
            kept.append((path, document))
    return kept


def candidates(folder: str, document: str) -> tuple[str, str, str]:
    """Names that a document's folder may have, the best first."""
    return folder, f"{folder}~{document[:8]}", f"{folder}~{document}"


def folders(claims: Iterable[tuple[str, str]], taken: set[str]) -> dict[str, str]:
    """The folder of each document, of (document, plain folder) pairs in their order."""
    used = set(taken)
    chosen: dict[str, str] = {}
    for document, plain in claims:
        chosen[document] = next(
            name for name in candidates(plain, document) if name not in used)
        used.add(chosen[document])
    return chosen


def is_passed_over(path: str) -> bool:
    """Whether Spark takes the file for one of its own."""
    name = path.rsplit("/", 1)[-1]
    return (name.startswith("_") and "=" not in name) or name.startswith(".")


def in_parts(items: Sequence[Item], size: int) -> Iterator[Sequence[Item]]:
    for start in range(0, len(items), size):
        yield items[start:start + size]


def literal(path: str) -> str:
    """A path in which nothing is a pattern to Hadoop."""
    return "".join("\\" + character if character in "\\*?[]{}^" else character
                   for character in path)
