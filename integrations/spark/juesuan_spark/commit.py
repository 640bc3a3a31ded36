"""A run's files become visible whole: written aside, listed in a journal, then moved.

A run that ends before the journal is there has changed nothing; one that ends after it is finished by
the next. Every step may be done twice.
"""
from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Protocol

OWN = "_juesuan"
"""Spark and other readers pass over names that begin with an underscore."""


class Files(Protocol):
    """What is needed of a file system."""

    def exists(self, path: str) -> bool: ...
    def names(self, folder: str) -> list[str]: ...
    def below(self, folder: str) -> list[str]: ...
    def move(self, source: str, target: str) -> None: ...
    def remove(self, path: str) -> None: ...
    def read(self, path: str) -> str: ...
    def write(self, path: str, text: str) -> None: ...


class Store:
    """The folder that a dataset is in."""

    def __init__(self, files: Files, root: str) -> None:
        self.files = files
        self.root = root.rstrip("/")

    def table(self, name: str) -> str:
        return f"{self.root}/{name}"

    def staging(self, run: str) -> str:
        return f"{self.root}/{OWN}/staging/{run}"

    def staged_table(self, run: str, name: str) -> str:
        return f"{self.staging(run)}/tables/{name}"

    def _journal(self, run: str) -> str:
        return f"{self.root}/{OWN}/journal/{run}.json"

    def publish(self, run: str, tables: Iterable[str]) -> None:
        """Makes the run's staged tables visible, one after another: name `documents` last."""
        moves = []
        for table in tables:
            start = self.staged_table(run, table)
            for path in sorted(self.files.below(start)):
                if path.endswith(".parquet"):
                    moves.append([path, self.table(table) + path[len(start):]])
        self.files.write(self._journal(run), json.dumps(moves))
        self._finish(run, moves)

    def recover(self) -> list[str]:
        """Finishes runs that were ended while they were made visible, removes what others left; the
        finished ones' names."""
        finished = []
        for name in self.files.names(f"{self.root}/{OWN}/journal"):
            if name.endswith(".json"):
                run = name.removesuffix(".json")
                self._finish(run, json.loads(self.files.read(self._journal(run))))
                finished.append(run)
        for run in self.files.names(f"{self.root}/{OWN}/staging"):
            self.files.remove(self.staging(run))
        return finished

    def _finish(self, run: str, moves: list[list[str]]) -> None:
        for source, target in moves:
            if self.files.exists(source):
                # on an object store half a copy may be there
                self.files.remove(target)
                self.files.move(source, target)
            elif not self.files.exists(target):
                raise FileNotFoundError(f"{source}: gone before it was published as {target}")
        self.files.remove(self._journal(run))
        self.files.remove(self.staging(run))

    def settings(self) -> dict | None:
        path = f"{self.root}/{OWN}/dataset.json"
        return json.loads(self.files.read(path)) if self.files.exists(path) else None

    def keep_settings(self, settings: dict) -> None:
        self.files.write(f"{self.root}/{OWN}/dataset.json", json.dumps(settings, indent=2))
