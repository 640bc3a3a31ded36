"""Workers that several threads share."""

from __future__ import annotations

import atexit
import os
import sys
import threading
import weakref

from . import program
from .errors import Error
from .worker import Options, Worker, WorkerGone


class Pool:
    """Hands workers out to threads, and keeps those that are idle for the next document."""

    def __init__(self, most_idle: int) -> None:
        self._most_idle = most_idle
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._is_closed = False
        _pools.add(self)

    def read(self, path: str, password: str | None, options: Options) -> bytes:
        """The ``document.json`` of a document. One that crashes its worker is tried once more."""
        for attempt in (1, 2):
            worker = self._take(options)
            try:
                document = worker.read(path, password)
            except WorkerGone:
                error = worker.last_words(path)
                self._drop(worker)
                if attempt == 2 or self._is_closed or error.code != "crashed":
                    raise error from None
            except Error as error:
                # a document that was given up is still being read
                if error.code == "timeout":
                    self._drop(worker)
                else:
                    self._give(worker)
                raise
            except BaseException:
                self._drop(worker)
                raise
            else:
                self._give(worker)
                return document
        raise AssertionError("unreachable")

    def close(self) -> None:
        """Ends all workers. Who waits for one that reads is told that it is gone."""
        with self._lock:
            self._is_closed = True
            idle, self._idle = self._idle, []
            # whoever waits for these may not live to do it
            for worker in self._busy:
                worker.end()
        for worker in idle:
            worker.close()

    def _take(self, options: Options) -> Worker:
        path = program.find()
        worn = []
        # also while one is started: none may be begun that closing does not see
        with self._lock:
            if self._is_closed:
                raise Error("reading has ended", code="closed")
            found = None
            for worker in [each for each in self._idle if each.is_for(path, options)]:
                self._idle.remove(worker)
                if worker.is_fresh:
                    found = worker
                    break
                worn.append(worker)
            if found is None:
                _close_with_multiprocessing()
            taken = found or Worker(path, options)
            self._busy.add(taken)
        for worker in worn:
            worker.close()
        return taken

    def _give(self, worker: Worker) -> None:
        worn = None
        with self._lock:
            self._busy.discard(worker)
            if self._is_closed or not worker.is_fresh:
                worn = worker
            else:
                self._idle.insert(0, worker)
                if len(self._idle) > self._most_idle:
                    worn = self._idle.pop()
        if worn:
            worn.close()

    def _drop(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
        worker.close()

    def forget(self) -> None:
        """Lets go of all workers: in a child after a fork they are the parent's."""
        # a thread that is not in this process may have held it
        self._lock = threading.Lock()
        for worker in [*self._idle, *self._busy]:
            worker.forget()
        self._idle, self._busy = [], set()


_pools: weakref.WeakSet[Pool] = weakref.WeakSet()


def _forget_all() -> None:
    for pool in list(_pools):
        pool.forget()


def _close_all() -> None:
    for pool in list(_pools):
        pool.close()


def _close_with_multiprocessing() -> None:
    """Its processes end without what atexit knows, but with what it knows itself."""
    util = sys.modules.get("multiprocessing.util")
    if util is not None and os.getpid() not in _told:
        _told.add(os.getpid())
        util.Finalize(None, _close_all, exitpriority=0)


_told: set[int] = set()

atexit.register(_close_all)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_forget_all)
