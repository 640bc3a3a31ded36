"""A crash: whose it is, where it is, and the smallest document that still shows it."""
import re
import shutil
import signal
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from program import TIMEOUT, request_for, run_worker

# seconds for making one smaller
PATIENCE = 40
# Swift's own traps
TRAPS = {signal.SIGILL, signal.SIGTRAP}
FRAME = re.compile(r"^#\d+\s+(?:0x[0-9a-f]+ in )?(.*?)\s*\(.*\) (?:at|from) (\S+?)(?::(\d+))?$", re.MULTILINE)
# what is called to end a process, or by everybody
PASSED = re.compile(r"^(__|_?raise|abort|pthread_kill|g_|mem|str|swift_|\$sS|\$ss|_swift|<signal handler|\?\?)")
C_LIBRARY = re.compile(r"/(libc|ld-linux|libstdc\+\+|libpthread|libgcc_s)")


@dataclass
class Crash:
    signal: int
    site: str
    is_ours: bool
    data: bytes


def signal_of(program: str, data: bytes, suffix: str) -> int | None:
    """The signal that ends a worker which reads this."""
    with tempfile.TemporaryDirectory(prefix="juesuan-crash-") as name:
        path = Path(name) / f"a{suffix}"
        path.write_bytes(data)
        status = run_worker(program, request_for(path), Path(name), limit=TIMEOUT + 20).status
        return -status if status is not None and status < 0 and status != -signal.SIGALRM else None


def site_of(program: str, data: bytes, suffix: str) -> tuple[str, bool] | None:
    """File and line, or library and function; and whether it is our code. None without gdb."""
    if not shutil.which("gdb"):
        return None
    with tempfile.TemporaryDirectory(prefix="juesuan-crash-") as name:
        path, requests = Path(name) / f"a{suffix}", Path(name) / "requests"
        path.write_bytes(data)
        requests.write_bytes(request_for(path))
        start = f"run worker --no-sandbox --ocr off --output {name}/out < {requests} > /dev/null"
        result = subprocess.run(
            ["gdb", "-nx", "-batch", "-ex", "set print thread-events off", "-ex", start, "-ex", "bt 60", program],
            stdin=subprocess.DEVNULL, capture_output=True, text=True, errors="replace", timeout=120, check=False)
    for function, file, line in FRAME.findall(result.stdout):
        if "/Sources/" in file and "/checkouts/" not in file:
            return f"{Path(file).stem}{line}", True
        if ".so" in file and not C_LIBRARY.search(file) and not PASSED.search(function):
            return f"{Path(file).name.split('.')[0]}-{function.replace('::', '.') or 'unnamed'}", False
    return None


def smallest(program: str, data: bytes, suffix: str, number: int) -> bytes:
    """Parts are left out as long as the signal stays the same: halves, quarters, and so on."""
    end = time.monotonic() + PATIENCE
    size = len(data) // 2
    while size >= 8:
        place = 0
        while place < len(data):
            if time.monotonic() > end:
                return data
            shorter = data[:place] + data[place + size:]
            if shorter and signal_of(program, shorter, suffix) == number:
                data = shorter
            else:
                place += size
        size //= 2
    return data


def examine(program: str, path: Path) -> Crash | None:
    """None where a worker of its own does not crash of it."""
    data = path.read_bytes()
    number = signal_of(program, data, path.suffix)
    if number is None:
        return None
    site, is_ours = site_of(program, data, path.suffix) or (f"signal{number}", number in TRAPS)
    return Crash(number, site, is_ours or number in TRAPS, data)
