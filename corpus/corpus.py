"""The three stores as one, and their only writer.

A document becomes visible in one commit, after all of its parts are written.

The order of writing makes a crash harmless: the catalogue first, as pending; then vectors and words; then one commit
that shows the new version and retires the old. What is pending or retired is seen by nobody, and the next writer sweeps
it away.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING, TypeVar

from filelock import FileLock, Timeout

from corpus.document import Document
from corpus.errors import ConflictError, SettingsError, UnavailableError
from corpus.identity import slug
from corpus.incoming import FileDone, NewDocument
from corpus.library import Library
from corpus.models import model_folder, model_mark
from corpus.passage import Passage, PassageKey, Window, window_id
from corpus.rows import Entry
from corpus.settings import Settings
from corpus.windows import cut_windows

if TYPE_CHECKING:
    from corpus.embedding import SentenceEmbedding
    from corpus.keywords import Entry as Words
    from corpus.keywords import Keywords
    from corpus.vectors import Vectors

Store = TypeVar("Store")


@dataclass(frozen=True, slots=True)
class Findings:
    """What the doctor found; all zero is clean."""

    half_written: int = 0
    vectors_missing: int = 0
    vectors_extra: int = 0
    words_missing: int = 0
    words_extra: int = 0
    originals_missing: int = 0

    @property
    def clean(self) -> bool:
        """Whether catalogue, vectors, lexical index and originals agree."""
        return self == Findings()


class Corpus:
    """Everything that is indexed under one data folder.

    With `mend`, vectors or words that can no longer be opened are begun anew, for `repair` to fill.
    """

    def __init__(self, settings: Settings, *, mend: bool = False) -> None:
        self.settings = settings
        folder = settings.data
        try:
            (folder / "originals").mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise SettingsError("data-unusable", data=folder, reason=error.strerror or str(error)) from error
        self.library = Library(folder)
        self.model = model_mark(model_folder(settings.model))
        self._lock = FileLock(folder / "writing.lock")
        self._mend = mend

    # A run over unchanged files needs neither model nor stores, whose libraries take seconds to load: they open when
    # they are first used.

    @cached_property
    def embedding(self) -> "SentenceEmbedding":
        """The model."""
        from corpus.embedding import SentenceEmbedding

        return SentenceEmbedding.open(self.settings.model)

    @cached_property
    def vectors(self) -> "Vectors":
        """The vectors; raises UnavailableError if they cannot be opened."""
        from corpus.vectors import Vectors

        return self._opened(lambda path: Vectors(path, self.model), self.settings.data / "vectors")

    @cached_property
    def keywords(self) -> "Keywords":
        """The lexical index; raises UnavailableError if it cannot be opened."""
        from corpus.keywords import Keywords

        return self._opened(Keywords, self.settings.data / "keywords")

    def open(self) -> "Corpus":
        """Opens model and stores now, so that what is wrong with them is said at the start."""
        _ = self.embedding, self.vectors, self.keywords
        return self

    def _opened(self, store: Callable[[Path], Store], folder: Path) -> Store:
        try:
            return store(folder)
        except UnavailableError:
            if not self._mend:
                raise
        with self._holding(0.0):
            rmtree(folder)
        return store(folder)

    def close(self) -> None:
        """Lets go of the files."""
        self.library.close()
        if "vectors" in self.__dict__:
            self.vectors.close()

    def check_model(self) -> None:
        """Raises SettingsError if the index was made with another model than the settings name."""
        indexed = self.library.note("model")
        if indexed is not None and indexed != self.model:
            raise SettingsError("model-changed", indexed=indexed, wanted=f"{self.settings.model} ({self.model})")

    # --- writing -----------------------------------------------------------------------------------------------------

    @contextmanager
    def writing(self, wait: float = 0.0) -> Iterator[None]:
        """Only one process writes at a time; what an earlier one left half-written is swept first.

        Raises ConflictError.
        """
        with self._holding(wait):
            self.sweep()
            yield

    @contextmanager
    def _holding(self, wait: float) -> Iterator[None]:
        try:
            self._lock.acquire(timeout=wait)
        except Timeout as error:
            raise ConflictError("writer-busy", data=self.settings.data) from error
        try:
            yield
        finally:
            self._lock.release()

    @contextmanager
    def incoming(self) -> Iterator[Path]:
        """A folder for originals on their way in, on the same disk as the rest; emptied before and after."""
        folder = self.settings.data / "incoming"
        rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        try:
            yield folder
        finally:
            rmtree(folder, ignore_errors=True)

    def add(self, batch: Sequence[NewDocument], done: Sequence[FileDone] = ()) -> list[str]:
        """Stores documents and shows them all at once; gives their ids. Only inside `writing()`.

        `done` are the files that need not be read again once this is stored; remembered in the same commit.
        """
        if not batch:
            self.library.publish([], done)
            return []
        self.check_model()
        if self.library.note("model") is None:
            self.library.set_note("model", self.model)
        taken = {e.id: e.source.key for e in self.library.entries()}
        ids: list[str] = []
        pending: dict[int, tuple[NewDocument, list[Window]]] = {}
        for new in batch:
            id = free_id(new.document, taken)
            taken[id] = new.document.source.key
            ids.append(id)
            windows = cut_windows(new.document.text, new.passages, self.embedding)
            self._keep_original(new)
            collection = self.settings.collection
            revision = self.library.write_pending(id, new.document, new.passages, windows, collection)
            pending[revision] = (new, windows)
        self._embed({r: (new.document.text, windows) for r, (new, windows) in pending.items()})
        self.keywords.add({r: list(_words(new.document, new.passages)) for r, (new, _) in pending.items()})
        self.library.publish(pending, done)
        self.sweep()
        return ids

    def remove(self, id: str) -> None:
        """Takes a document out. Only inside `writing()`; raises NotFoundError."""
        self.library.retire(id)
        self.sweep()

    def sweep(self) -> None:
        """Clears away what nobody may see: half-written and retired revisions."""
        leftovers = self.library.leftovers()
        if not leftovers:
            return
        for revision, windows in leftovers.items():
            self.vectors.delete(revision, windows)
        self.keywords.delete(leftovers)
        for sha256 in self.library.unused_originals():
            self._original(sha256).unlink(missing_ok=True)
        self.library.forget(leftovers)

    def original(self, entry: Entry) -> Path:
        """The file a document was read from, as it was."""
        return self._original(entry.source.sha256)

    def _original(self, sha256: str) -> Path:
        return self.settings.data / "originals" / sha256[:2] / sha256

    def _keep_original(self, new: NewDocument) -> None:
        source = new.document.source
        target = self._original(source.sha256)
        if target.is_file() and target.stat().st_size == source.size:
            return
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(new.original, Path):
            new.original.replace(target)
            return
        partial = target.with_suffix(".part")
        partial.write_bytes(new.original)
        partial.replace(target)

    def _embed(self, texts: dict[int, tuple[str, Sequence[Window]]]) -> None:
        # one call for the whole batch: the model sorts it by length
        flat = [text[w.start : w.end] for text, windows in texts.values() for w in windows]
        vectors = iter(self.embedding.get_text_embedding_batch(flat))
        for revision, (_, windows) in texts.items():
            self.vectors.add(revision, windows, [next(vectors) for _ in windows])

    # --- the doctor --------------------------------------------------------------------------------------------------

    def examine(self) -> Findings:
        """Compares the stores, id by id."""
        windows, words, originals = self._expected()
        vectors, indexed = self.vectors.ids(), self.keywords.keys()
        return Findings(
            half_written=len(self.library.leftovers()),
            vectors_missing=len(windows - vectors),
            vectors_extra=len(vectors - windows),
            words_missing=len(words - indexed),
            words_extra=len(indexed - words),
            originals_missing=sum(not self._original(sha).is_file() for sha in originals),
        )

    def repair(self) -> None:
        """Brings vectors and words back in step with the catalogue; only inside `writing()`."""
        if self.library.note("model") not in (None, self.model):
            self._new_windows()
        self.library.set_note("model", self.model)
        windows, words, _ = self._expected()
        stored = self.vectors.ids()
        self.vectors.delete_ids(stored - windows)
        for entry in self.library.entries():
            missing = [
                w
                for w in self.library.windows_of(entry.revision)
                if window_id(entry.revision, w.passage, w.number) not in stored
            ]
            self._embed({entry.revision: (self.library.text(entry.revision), missing)} if missing else {})
        self.vectors.forget_other_models()
        if self.keywords.keys() != words:
            self.rebuild_words()

    def rebuild_words(self) -> None:
        """Makes the lexical index anew from the catalogue."""
        self.keywords.clear()
        for entry in self.library.entries():
            text = self.library.text(entry.revision)
            document = Document(entry.identity, text, entry.source)
            self.keywords.add({entry.revision: list(_words(document, self.library.passages_of(entry.revision)))})

    def _new_windows(self) -> None:
        for entry in self.library.entries():
            text, passages = self.library.text(entry.revision), self.library.passages_of(entry.revision)
            self.library.replace_windows(entry.revision, cut_windows(text, passages, self.embedding))

    def _expected(self) -> tuple[set[str], set[PassageKey], set[str]]:
        windows: set[str] = set()
        words: set[PassageKey] = set()
        originals: set[str] = set()
        for entry in self.library.entries():
            windows.update(
                window_id(entry.revision, w.passage, w.number) for w in self.library.windows_of(entry.revision)
            )
            words.update(PassageKey(entry.revision, n) for n in range(entry.passages))
            originals.add(entry.source.sha256)
        return windows, words, originals


def free_id(document: Document, taken: dict[str, str]) -> str:
    """The document's readable id, unique among those taken.

    Its number (and year, where the number has none), else its title.
    """
    identity, source = document.identity, document.source
    base = slug(identity.number or "") or slug(identity.title) or slug(source.name) or "document"
    if identity.number and identity.issued and str(identity.issued.year) not in base.split("-"):
        base = f"{base}-{identity.issued.year}"
    if identity.number and identity.language == "en":
        base = f"{base}-en"
    held = (id for id, key in taken.items() if key == source.key and re.fullmatch(rf"{re.escape(base)}(?:-\d+)?", id))
    id, n = next(held, base), 1
    while id in taken and taken[id] != source.key:
        n += 1
        id = f"{base}-{n}"
    return id


def _words(document: Document, passages: Iterable[Passage]) -> "Iterator[Words]":
    from corpus.keywords import Entry as Words

    identity = document.identity
    name = " ".join(filter(None, (identity.number, identity.title)))
    for p in passages:
        # the document's name goes with its first passage only: elsewhere it would drown the passage's own words
        context = " ".join(filter(None, (p.heading, name if p.ordinal == 0 else "")))
        yield Words(p.ordinal, document.text[p.start : p.end], context, identity.language)
