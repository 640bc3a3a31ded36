"""The Debian package, as Debian's own tools see it."""
from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
import unittest
from pathlib import Path

from handed_out import made


def said(*words: object) -> str:
    return subprocess.run([*map(str, words)], capture_output=True, text=True, check=True).stdout


class DebianPackageTests(unittest.TestCase):
    def setUp(self) -> None:
        self.package = made("juesuan_*.deb")

    @unittest.skipUnless(shutil.which("lintian"), "`scripts/setup.sh package-test` installs lintian")
    def test_lintian_finds_no_error(self) -> None:
        command = ["lintian", "--fail-on", "error", str(self.package)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        self.assertEqual(done.returncode, 0, done.stdout + done.stderr)

    def test_it_asks_for_the_data_and_has_no_configuration(self) -> None:
        needed = said("dpkg-deb", "--field", self.package, "Depends")
        for name in ("libpoppler-glib8", "libc6", "poppler-data"):
            self.assertIn(name, needed)
        with tempfile.TemporaryDirectory() as folder:
            said("dpkg-deb", "--control", self.package, folder)
            self.assertEqual({path.name for path in Path(folder).iterdir()}, {"control", "md5sums"})

    def test_manual_completions_and_licence_are_where_debian_wants_them(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            archive = Path(folder, "data.tar")
            archive.write_bytes(subprocess.run(["dpkg-deb", "--fsys-tarfile", self.package], capture_output=True,
                                               check=True).stdout)
            with tarfile.open(archive) as tar:
                names = {name.removeprefix("./") for name in tar.getnames()}
                owners = {(member.uid, member.gid) for member in tar.getmembers()}
        self.assertEqual(owners, {(0, 0)})
        for name in ("bin/juesuan", "share/man/man1/juesuan.1.gz", "share/doc/juesuan/copyright",
                     "share/bash-completion/completions/juesuan", "share/zsh/vendor-completions/_juesuan",
                     "share/fish/vendor_completions.d/juesuan.fish"):
            self.assertIn(f"usr/{name}", names)


if __name__ == "__main__":
    unittest.main()
