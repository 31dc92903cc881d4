"""Uploads being indexed: one background worker, one job after the other. Knows nothing of HTTP.

The worker has a `Corpus` of its own, as another process would: questions asked meanwhile never share its model.
"""

import shutil
import threading
import uuid
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from typing import Literal

from api.uploads import Sent
from corpus.corpus import Corpus
from corpus.errors import NotFoundError, VanbanError
from corpus.settings import Settings
from ingest.job import Options, Progress, Summary, ingest

_KEPT = 200  # finished jobs that are still told about
_WAIT = 600.0  # seconds: for another process that is writing


class _StoppedError(Exception):
    """The server is going down; what is finished is kept."""


@dataclass(slots=True)
class Job:
    """One upload on its way; `at` is what was last told of it."""

    id: str
    sent: Sent
    at: Progress
    future: "Future[Summary]" = field(default_factory=Future)

    @property
    def state(self) -> Literal["queued", "running", "done", "failed"]:
        """How it stands."""
        if self.future.done():
            return "failed" if self.error else "done"
        return "running" if self.future.running() else "queued"

    @property
    def error(self) -> VanbanError | None:
        """Why it failed, if it did; what nobody foresaw is an internal error."""
        if not self.future.done():
            return None
        if self.future.cancelled():
            return VanbanError("internal")
        error = self.future.exception()
        return error if error is None or isinstance(error, VanbanError) else VanbanError("internal")

    @property
    def summary(self) -> Summary | None:
        """What it did, once it is done."""
        return self.future.result() if self.state == "done" else None


class Jobs:
    """The jobs of one server, kept until it stops."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._jobs: dict[str, Job] = {}
        self._lock = threading.Lock()
        self._stopping = threading.Event()
        self._corpus: Corpus | None = None
        self._worker = ThreadPoolExecutor(1, "indexing")

    @property
    def busy(self) -> bool:
        """Whether a job is queued or running."""
        with self._lock:
            return any(not job.future.done() for job in self._jobs.values())

    def start(self, sent: Sent) -> Job:
        """Queues files that lie in a folder of ours, which is removed when they are indexed."""
        job = Job(uuid.uuid4().hex, sent, Progress(0, len(sent.files), ""))
        with self._lock:
            finished = [j.id for j in self._jobs.values() if j.future.done()]
            for id in finished[: max(0, len(finished) - _KEPT)]:
                del self._jobs[id]
            self._jobs[job.id] = job
            job.future = self._worker.submit(self._run, job)
        return job

    def get(self, id: str) -> Job:
        """A job; raises NotFoundError."""
        with self._lock:
            if id not in self._jobs:
                raise NotFoundError("job-unknown", id=id)
            return self._jobs[id]

    def all(self) -> list[Job]:
        """Every job that is still told about, the last one first."""
        with self._lock:
            return list(reversed(self._jobs.values()))

    def close(self) -> None:
        """Takes no more work and stops the running job after the file it is at; does not wait for it."""
        self._stopping.set()
        self._worker.shutdown(wait=False, cancel_futures=True)
        if self._corpus is not None and not self.busy:
            self._corpus.close()

    def _run(self, job: Job) -> Summary:
        def tell(progress: Progress) -> None:
            job.at = progress
            if self._stopping.is_set():
                raise _StoppedError

        try:
            self._corpus = self._corpus or Corpus(self._settings)
            with self._corpus.writing(wait=_WAIT):
                return ingest(self._corpus, job.sent.files, tell, Options(passwords=job.sent.passwords))
        finally:
            shutil.rmtree(job.sent.folder, ignore_errors=True)
            job.sent = replace(job.sent, passwords=())
