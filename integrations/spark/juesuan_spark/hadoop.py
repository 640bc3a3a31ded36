"""File systems as Spark knows them: local, HDFS, S3 and others by their addresses."""
from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta, timezone

from pyspark.sql import SparkSession

from .plan import Input

EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


class HadoopFiles:
    """What `commit.Files` asks for, of whatever file system a path is on."""

    def __init__(self, spark: SparkSession) -> None:
        self._jvm = spark._jvm
        self._configuration = spark._jsc.hadoopConfiguration()

    def _at(self, path: str):
        place = self._jvm.org.apache.hadoop.fs.Path(path)
        return place, place.getFileSystem(self._configuration)

    def whole(self, path: str) -> str:
        """With scheme and all, as Spark lists it."""
        place, system = self._at(path)
        return system.makeQualified(place).toString()

    def exists(self, path: str) -> bool:
        place, system = self._at(path)
        return system.exists(place)

    def pdfs(self, root: str) -> Iterator[Input]:
        """The PDFs below a folder, or the file itself; `root` may be a pattern. Spark's own listing
        leaves out empty files and names that begin with an underscore, without a word."""
        place, system = self._at(root)
        matches = system.globStatus(place)
        if not matches:
            raise SystemExit(f"{root}: error: [unreadable] is not there; name a folder or a PDF")
        for match in matches:
            # folder by folder: asked for all at once, local files are looked at by a program each
            folders = [match.getPath()] if match.isDirectory() else []
            if not folders:
                yield listed(match)
            while folders:
                for entry in system.listStatus(folders.pop()):
                    name = entry.getPath().getName()
                    if name.startswith("."):
                        continue
                    if entry.isDirectory():
                        folders.append(entry.getPath())
                    elif name.lower().endswith(".pdf"):
                        yield listed(entry)

    def names(self, folder: str) -> list[str]:
        place, system = self._at(folder)
        if not system.exists(place):
            return []
        return sorted(entry.getPath().getName() for entry in system.listStatus(place))

    def below(self, folder: str) -> list[str]:
        place, system = self._at(folder)
        if not system.exists(place):
            return []
        # its paths have a scheme, and their start is to be the folder's
        start = system.makeQualified(place).toString()
        found, entries = [], system.listFiles(place, True)
        while entries.hasNext():
            path = entries.next().getPath().toString()
            found.append(folder + path[len(start):])
        return found

    def move(self, source: str, target: str) -> None:
        place, system = self._at(target)
        system.mkdirs(place.getParent())
        if not system.rename(self._at(source)[0], place):
            raise OSError(f"{source}: cannot be moved to {target}")

    def remove(self, path: str) -> None:
        place, system = self._at(path)
        system.delete(place, True)

    def read(self, path: str) -> str:
        place, system = self._at(path)
        stream = system.open(place)
        try:
            return self._jvm.org.apache.commons.io.IOUtils.toString(stream, "UTF-8")
        finally:
            stream.close()

    def write(self, path: str, text: str) -> None:
        """Whole or not at all."""
        aside = path + ".partial"
        place, system = self._at(aside)
        stream = system.create(place, True)
        try:
            stream.write(bytearray(text.encode()))
        finally:
            stream.close()
        self.remove(path)
        self.move(aside, path)


def listed(entry) -> Input:
    modified = EPOCH + timedelta(milliseconds=entry.getModificationTime())
    return Input(entry.getPath().toString(), entry.getLen(), modified)
