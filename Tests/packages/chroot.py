"""Bare Debian systems to try packages on, each use of one as if it were new."""
from __future__ import annotations

import os
import shlex
import shutil
import subprocess
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SYSTEMS = ROOT / ".build/chroots"
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")

INCLUDED = "python3-venv,python3-pip"
"""All that the systems have beside what every Debian has."""

ENTER = r"""
set -e
mount -t overlay overlay -o lowerdir="$0",upperdir="$1/upper",workdir="$1/work" "$1/root"
mount -t proc proc "$1/root/proc"
exec chroot "$1/root" /usr/bin/env -i PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_ROOT_USER_ACTION=ignore sh -c "$2"
"""


def system(release: str) -> Path:
    """The bare system; made the first time, which takes minutes. Skips the test where that is not possible."""
    place = SYSTEMS / release
    if os.geteuid() != 0 or shutil.which("debootstrap") is None:
        raise unittest.SkipTest("a bare system needs root and debootstrap")
    if not (place / "made").exists():
        SYSTEMS.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(place, ignore_errors=True)
        command = ["debootstrap", "--variant=minbase", f"--include={INCLUDED}", release, str(place)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise unittest.SkipTest(f"debootstrap {release}: {done.stdout[-300:]}{done.stderr[-300:]}")
        (place / "made").touch()
    return place


class Chroot:
    """A bare system with changes of its own, which are gone at the end. Mounts are seen by its commands only."""

    def __init__(self, release: str) -> None:
        self.below = system(release)
        self.folder = Path(tempfile.mkdtemp(prefix=f"{release}-", dir=SYSTEMS))
        for name in ("upper", "work", "root"):
            (self.folder / name).mkdir()
        self.put(Path("/etc/resolv.conf"), "etc/resolv.conf")
        # a network may have certificates of its own
        if CERTIFICATES.exists():
            self.put(CERTIFICATES, str(CERTIFICATES.relative_to("/")))
        probe = self.attempt("test -e /proc/self/exe")
        if probe.returncode != 0:
            self.remove()
            raise unittest.SkipTest(f"mounts and chroot are not allowed here: {probe.stderr.strip()}")

    def remove(self) -> None:
        shutil.rmtree(self.folder)

    def put(self, path: Path, inside: str) -> None:
        target = self.folder / "upper" / inside
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)

    def path(self, inside: str) -> Path:
        """Where something that was made there is."""
        return self.folder / "upper" / inside

    def attempt(self, script: str) -> subprocess.CompletedProcess[str]:
        command = ["unshare", "--mount", "--pid", "--fork", "bash", "-c", ENTER]
        words = [*command, str(self.below), str(self.folder), script]
        return subprocess.run(words, capture_output=True, text=True, check=False)

    def run(self, *words: str) -> str:
        """What the command prints; the test fails where it fails."""
        return self.shell(shlex.join(words))

    def shell(self, script: str) -> str:
        done = self.attempt(script)
        if done.returncode != 0:
            raise AssertionError(f"{script}\n{done.stdout[-2000:]}\n{done.stderr[-4000:]}")
        return done.stdout
