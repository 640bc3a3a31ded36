"""A real standalone cluster on loopback: a master and workers, each a process of its own."""
from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pyspark

HOME = Path(pyspark.__file__).parent
PACKAGE = Path(__file__).parent.parent
START = 60
"""Seconds that a part of the cluster may take to start."""

LOGGING = """rootLogger.level = info
rootLogger.appenderRef.stderr.ref = console
appender.console.type = Console
appender.console.name = console
appender.console.target = SYSTEM_ERR
appender.console.layout.type = PatternLayout
appender.console.layout.pattern = %d{HH:mm:ss} %p %c{1}: %m%n
"""


class Cluster:
    """Starts with `with`, and ends with all that it started."""

    def __init__(self, folder: Path, workers: int = 2, memory: str = "1g") -> None:
        self.folder = folder
        self.memory = memory
        self.workers: list[subprocess.Popen] = []
        self._count = workers
        self._started: list[subprocess.Popen] = []
        self._steps: list[str] = []
        (folder / "tmp").mkdir(parents=True)
        (folder / "log4j2.properties").write_text(LOGGING)
        self.environment = {
            **os.environ, "SPARK_HOME": str(HOME), "SPARK_LOCAL_IP": "127.0.0.1",
            "LC_ALL": "C.UTF-8", "PYSPARK_PYTHON": sys.executable, "TMPDIR": str(folder / "tmp"),
            "JUESUAN_OCR": "", "SPARK_LOG_DIR": str(folder),
            "SPARK_DAEMON_JAVA_OPTS": self._logging,
        }

    @property
    def _logging(self) -> str:
        return f"-Dlog4j2.configurationFile=file:{self.folder}/log4j2.properties"

    def __enter__(self) -> Cluster:
        # ended by a time limit it is to end what it started
        signal.signal(signal.SIGTERM, lambda *_: sys.exit("cluster: ended by SIGTERM"))
        try:
            self._start("master", "org.apache.spark.deploy.master.Master", "--port", "0")
            self.address = self._wait("master", r"Starting Spark master at (spark://\S+)")
            for number in range(self._count):
                self.add_worker(f"worker{number}")
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        for process in reversed(self._started):
            self.kill(process)

    def add_worker(self, name: str) -> None:
        self.workers.append(self._start(
            name, "org.apache.spark.deploy.worker.Worker", "--cores", "1", "--memory", self.memory,
            "--work-dir", str(self.folder / name), self.address))
        self._wait(name, "(Successfully registered with master)")

    def kill(self, process: subprocess.Popen) -> None:
        """The process and its executors, as when a machine loses its power."""
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            pass
        process.wait()

    def submit(self, *arguments: str, settings: dict[str, str] | None = None) -> subprocess.Popen:
        """The job; its stdout is a pipe, its log in `submit.log`."""
        settings = {
            "spark.ui.enabled": "false", "spark.driver.host": "127.0.0.1",
            "spark.driver.bindAddress": "127.0.0.1", "spark.executor.memory": self.memory,
            "spark.driver.extraJavaOptions": self._logging,
            "spark.executor.extraJavaOptions": self._logging,
            **(settings or {}),
        }
        flags = [flag for pair in settings.items() for flag in ("--conf", "=".join(pair))]
        command = [str(HOME / "bin" / "spark-submit"), "--master", self.address, *flags,
                   str(PACKAGE / "juesuan_spark_main.py"), *arguments]
        with open(self.folder / "submit.log", "ab") as log:
            process = subprocess.Popen(command, env=self.environment, stdout=subprocess.PIPE,
                                       stderr=log, text=True, start_new_session=True,
                                       cwd=self.folder)
        self._started.append(process)
        return process

    def run(self, *arguments: str, settings: dict[str, str] | None = None) -> str:
        """The job from its start to its end; what it says of itself."""
        return self.finish(self.submit(*arguments, settings=settings))

    def finish(self, process: subprocess.Popen) -> str:
        said, _ = process.communicate()
        if process.returncode != 0:
            log = (self.folder / "submit.log").read_text(errors="replace")
            sys.exit(f"{log[-6000:]}\ncluster: the job ended with status {process.returncode}")
        # Spark leads the job's stderr into its stdout
        lines = said.splitlines()
        mark = "juesuan-spark: "
        self._steps = [line.removeprefix(mark) for line in lines if line.startswith(mark)]
        return "\n".join(line for line in lines if not line.startswith(mark)).strip()

    def steps(self) -> str:
        """How long the steps of the last job took."""
        return ", ".join(self._steps)

    def _start(self, name: str, kind: str, *arguments: str) -> subprocess.Popen:
        command = [str(HOME / "bin" / "spark-class"), kind, "--host", "127.0.0.1",
                   "--webui-port", "0", *arguments]
        with open(self.folder / f"{name}.log", "wb") as log:
            process = subprocess.Popen(command, env=self.environment, stdout=log, stderr=log,
                                       start_new_session=True)
        self._started.append(process)
        return process

    def _wait(self, name: str, pattern: str) -> str:
        end = time.monotonic() + START
        while time.monotonic() < end:
            text = (self.folder / f"{name}.log").read_text(errors="replace")
            if found := re.search(pattern, text):
                return found[1]
            time.sleep(0.2)
        sys.exit(f"{text[-3000:]}\ncluster: {name} did not start within {START} s")
