"""A run is visible whole or not at all, wherever it is ended."""
import json
import shutil
import tempfile
import unittest
from pathlib import Path

from juesuan_spark.commit import Store

TABLES = ["records", "documents"]


class Ended(Exception):
    """The run was ended by force."""


class LocalFiles:
    """Files of this machine, which stop after so many changes."""

    def __init__(self, changes: int | None = None) -> None:
        self.left = changes

    def _change(self) -> None:
        if self.left is not None:
            if self.left == 0:
                raise Ended
            self.left -= 1

    def exists(self, path: str) -> bool:
        return Path(path).exists()

    def names(self, folder: str) -> list[str]:
        return sorted(p.name for p in Path(folder).iterdir()) if Path(folder).exists() else []

    def below(self, folder: str) -> list[str]:
        return [str(path) for path in Path(folder).rglob("*") if path.is_file()]

    def move(self, source: str, target: str) -> None:
        self._change()
        Path(target).parent.mkdir(parents=True, exist_ok=True)
        Path(source).rename(target)

    def remove(self, path: str) -> None:
        self._change()
        if Path(path).is_dir():
            shutil.rmtree(path)
        else:
            Path(path).unlink(missing_ok=True)

    def read(self, path: str) -> str:
        return Path(path).read_text()

    def write(self, path: str, text: str) -> None:
        self._change()
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        Path(path).write_text(text)


class StoreTests(unittest.TestCase):
    def setUp(self) -> None:
        self.root = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.root)

    def stage(self, run: str) -> None:
        store = Store(LocalFiles(), str(self.root))
        for table in TABLES:
            for part in ("year=1/a", "year=2/b"):
                path = Path(store.staged_table(run, table)) / f"{part}-{run}.parquet"
                path.parent.mkdir(parents=True)
                path.write_text(f"{run} {table} {part}")
            (Path(store.staged_table(run, table)) / "_SUCCESS").write_text("")

    def visible(self) -> dict[str, str]:
        return {str(path.relative_to(self.root)): path.read_text()
                for table in TABLES for path in sorted((self.root / table).rglob("*.parquet"))}

    def test_publishes_the_tables_and_nothing_else(self) -> None:
        self.stage("r")
        Store(LocalFiles(), str(self.root)).publish("r", TABLES)
        self.assertEqual(sorted(self.visible()), [
            f"{table}/year={part}-r.parquet" for table in sorted(TABLES) for part in ("1/a", "2/b")])
        self.assertEqual(LocalFiles().below(str(self.root / "_juesuan")), [])

    def test_ended_anywhere_it_is_finished_or_gone(self) -> None:
        self.stage("whole")
        Store(LocalFiles(), str(self.root)).publish("whole", TABLES)
        before = self.visible()
        finished = set()
        for changes in range(1, 20):
            run = f"run{changes}"
            self.stage(run)
            try:
                Store(LocalFiles(changes - 1), str(self.root)).publish(run, TABLES)
                break
            except Ended:
                pass
            # the one that mends it may be ended too
            for again in (2, None):
                try:
                    Store(LocalFiles(again), str(self.root)).recover()
                except Ended:
                    pass
            new = {name: text for name, text in self.visible().items() if run in name}
            self.assertIn(len(new), (0, 4), f"ended after {changes - 1} changes")
            finished.add(len(new))
            self.assertEqual({n: t for n, t in self.visible().items() if "whole" in n}, before)
            self.assertEqual(LocalFiles().below(str(self.root / "_juesuan")), [])
        else:
            self.fail("it never came to its end")
        self.assertEqual(finished, {0, 4})

    def test_what_is_lost_is_said(self) -> None:
        self.stage("r")
        try:
            Store(LocalFiles(1), str(self.root)).publish("r", TABLES)
        except Ended:
            pass
        shutil.rmtree(self.root / "_juesuan" / "staging")
        with self.assertRaisesRegex(FileNotFoundError, "gone before it was published"):
            Store(LocalFiles(), str(self.root)).recover()

    def test_settings(self) -> None:
        store = Store(LocalFiles(), str(self.root))
        self.assertIsNone(store.settings())
        store.keep_settings({"options": ["--ocr", "off"]})
        self.assertEqual(store.settings(), {"options": ["--ocr", "off"]})
        self.assertEqual(json.loads((self.root / "_juesuan/dataset.json").read_text()), store.settings())


if __name__ == "__main__":
    unittest.main()
