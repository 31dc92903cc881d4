"""Files out of a multipart form into a folder of ours, within the size limit. A sent file name never becomes a path."""

import re
import shutil
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath, PureWindowsPath

from fastapi import Request
from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect

from api.problems import TooLargeError, wanted_language
from corpus.errors import RequestError
from corpus.folding import nfc
from corpus.messages import message
from ingest.job import IncomingFile

_LONGEST_NAME = 200
_LONGEST_PASSWORD = 200
_PASSWORDS = 20
_STALE = 86_400  # seconds: a folder that a crash left behind


class _LimitedParser(MultiPartParser):
    """Starlette's parser, which stops reading at the first file over the limit."""

    limit_mb = 0
    complete = False  # without its last line a form has lost files on the way
    _read = 0

    def on_part_begin(self) -> None:
        self._read = 0
        super().on_part_begin()

    def on_part_data(self, data: bytes, start: int, end: int) -> None:
        self._read += end - start
        file = self._current_part.file
        if file is not None and self._read > self.limit_mb * 1_000_000:
            name = safe_name(file.filename or "")
            raise TooLargeError("file-too-large", name=name, size_mb=f">{self.limit_mb}", limit_mb=self.limit_mb)
        super().on_part_data(data, start, end)

    def on_end(self) -> None:
        self.complete = True
        super().on_end()


@dataclass(frozen=True, slots=True)
class Sent:
    """What a form brought: files in a folder of ours, and passwords to try on them."""

    folder: Path
    files: list[IncomingFile]
    passwords: tuple[str, ...] = field(default=(), repr=False)


async def receive(request: Request, data: Path, limit_mb: int) -> Sent:
    """The files of the form field `files`, in a new folder; raises RequestError or TooLargeError and keeps nothing."""
    if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
        raise RequestError("upload-missing")
    parser = _LimitedParser(request.headers, request.stream(), max_files=1000)
    parser.limit_mb = limit_mb
    try:
        form = await parser.parse()
    except (MultiPartException, ClientDisconnect) as error:
        raise _unreadable(request) from error
    try:
        if not parser.complete:
            raise _unreadable(request)
        sent = [f for f in form.getlist("files") if isinstance(f, UploadFile) and f.filename]
        if not sent:
            raise RequestError("upload-missing")
        passwords = tuple(p for p in form.getlist("password") if isinstance(p, str) and p)
        if len(passwords) > _PASSWORDS or any(len(p) > _LONGEST_PASSWORD for p in passwords):
            raise RequestError("password-too-long", limit=_LONGEST_PASSWORD, most=_PASSWORDS)
        folder, files = await run_in_threadpool(_keep, sent, data / "uploads")
        return Sent(folder, files, passwords)
    finally:
        await form.close()


def _unreadable(request: Request) -> RequestError:
    return RequestError("bad-request", detail=message("not-multipart", wanted_language(request)))


def _keep(sent: list[UploadFile], uploads: Path) -> tuple[Path, list[IncomingFile]]:
    uploads.mkdir(exist_ok=True)
    _sweep(uploads)
    folder = Path(tempfile.mkdtemp(dir=uploads))
    files: dict[str, IncomingFile] = {}
    for number, file in enumerate(sent):
        name, path = safe_name(file.filename or ""), folder / str(number)
        with path.open("wb") as target:
            shutil.copyfileobj(file.file, target)
        # the same name twice in one form: the later one replaces its old self, as in two uploads
        files[name] = IncomingFile(path, f"upload/{name}", name)
    return folder, list(files.values())


def _sweep(uploads: Path) -> None:
    for folder in uploads.iterdir():
        if folder.stat().st_mtime < time.time() - _STALE:
            shutil.rmtree(folder, ignore_errors=True)


def safe_name(sent: str) -> str:
    """The last part of a sent file name, without control characters; for display and as a key, never a path."""
    last = PurePosixPath(PureWindowsPath(nfc(sent)).name).name
    # line breaks and characters that turn the reading direction would let a name pass for another
    name = re.sub(r"[\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", last).strip()
    if not any(c.isalnum() for c in name):
        return "file"
    stem, dot, suffix = name.rpartition(".")
    if len(name) > _LONGEST_NAME and dot and len(suffix) <= 8:
        return f"{stem[: _LONGEST_NAME - len(suffix) - 1]}.{suffix}"
    return name[:_LONGEST_NAME]
