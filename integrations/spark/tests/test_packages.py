"""The packages that executors and the image's build are told to install, beside what the program needs."""
import re
import shutil
import subprocess
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = ROOT / ".build/release/juesuan"
TOLD = [ROOT / "integrations/spark/README.md", ROOT / "integrations/spark/Containerfile"]

WITH_OTHERS = {"libc6", "libgcc-s1", "zlib1g", "libglib2.0-0"}
"""What libpoppler-glib8 and libstdc++6 bring along."""


def words(path: Path) -> set[str]:
    return set(re.findall(r"[a-z0-9][a-z0-9.+-]+", path.read_text()))


def libraries() -> list[str]:
    """Those that the program itself is linked with, by their files' names."""
    said = subprocess.run(["readelf", "-d", PROGRAM], capture_output=True, text=True, check=True)
    return re.findall(r"\(NEEDED\).*\[(lib.*)\]", said.stdout)


def package(library: str) -> str:
    said = subprocess.run(["dpkg", "-S", f"*/{library}"], capture_output=True, text=True, check=True)
    return said.stdout.split(":", 1)[0]


class PackagesTests(unittest.TestCase):
    @unittest.skipUnless(PROGRAM.exists() and shutil.which("dpkg") and shutil.which("readelf"),
                         "needs `make build` on Debian")
    def test_each_library_is_told_of(self) -> None:
        needed = {package(library) for library in libraries()} - WITH_OTHERS
        self.assertIn("libpoppler-glib8", needed)
        for path in TOLD:
            self.assertEqual(needed - words(path), set(), path.name)

    def test_the_image_builds_with_what_the_build_needs(self) -> None:
        lines = (ROOT / "scripts/packages.txt").read_text().splitlines()
        needed = {line.split()[1] for line in lines if re.match(r"run +lib", line)}
        self.assertIn("libpoppler-glib-dev", needed)
        self.assertEqual(needed - words(TOLD[1]), set())


if __name__ == "__main__":
    unittest.main()
