"""The three stores as one, and their only writer.

A document becomes visible in one commit, after all of its parts are written.

The order of writing makes a crash harmless: the catalogue first, as pending; then vectors, their codes and words; then
one commit that shows the new version, retires the old and notes how far the lexical index has come. What is pending or
retired is seen by nobody, and the next writer sweeps it away.
"""

import re
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

import numpy as np
from filelock import FileLock, Timeout

from corpus.answering import Answering, answering_mark, answering_name, full_name
from corpus.document import Document
from corpus.embed import all_embedded
from corpus.errors import ConflictError, UnavailableError
from corpus.identity import slug
from corpus.incoming import FileDone, NewDocument
from corpus.library import Library
from corpus.models import model_folder, model_mark, roots_of
from corpus.originals import Originals
from corpus.passage import Window
from corpus.rows import Entry
from corpus.settings import Settings
from corpus.windows import cut_windows

if TYPE_CHECKING:
    from corpus.doctor import Findings
    from corpus.embedding import SentenceEmbedding
    from corpus.keywords import Keywords
    from corpus.vectors import Vectors


class Corpus:
    """Everything that is indexed under one data folder.

    `model` is the mark of the model that the settings name; the index may still answer by another one. With `mend`,
    vectors that can no longer be opened are begun anew, for `repair` to fill.
    """

    def __init__(self, settings: Settings, *, mend: bool = False) -> None:
        self.settings = settings
        self.originals = Originals(settings.data)
        self.library = Library(settings.data)
        self.model = model_mark(model_folder(settings.model, roots_of(settings)))
        self._lock = FileLock(settings.data / "writing.lock")
        self._storing = FileLock(settings.data / "storing.lock")
        self._mend = mend
        self._opening, self._opening_words = threading.RLock(), threading.RLock()
        self._mark = answering_mark(self.library, self.model)
        self._embedding: SentenceEmbedding | None = None
        self._vectors: Vectors | None = None
        self._keywords: Keywords | None = None
        self._opened: list[Vectors] = []

    # A run over unchanged files needs neither model nor stores, whose libraries take seconds to load: they open when
    # they are first used.

    @property
    def embedding(self) -> "SentenceEmbedding":
        """The model that answers; raises SettingsError if it is not on this machine."""
        with self._opening:
            if self._embedding is None:
                name = answering_name(self.library, self.settings, self._mark)
                self._embedding = self.open_model(name)
            return self._embedding

    @embedding.setter
    def embedding(self, loaded: "SentenceEmbedding") -> None:
        self._embedding = loaded

    @property
    def vectors(self) -> "Vectors":
        """The vectors of that model; raises UnavailableError if they cannot be opened."""
        with self._opening:
            if self._vectors is None:
                self._vectors = self.open_vectors(self._mark)
                self._opened.append(self._vectors)
            return self._vectors

    @vectors.setter
    def vectors(self, opened: "Vectors") -> None:
        self._vectors = opened

    @property
    def keywords(self) -> "Keywords":
        """The lexical index, in step with the catalogue; raises UnavailableError while it is made anew elsewhere."""
        from corpus.in_step import open_in_step

        with self._opening_words:
            if self._keywords is None:
                self._keywords = open_in_step(self.settings.data / "keywords", self.library, self._holding)
            return self._keywords

    @keywords.setter
    def keywords(self, opened: "Keywords") -> None:
        self._keywords = opened

    @property
    def answering(self) -> Answering:
        """The model that answers and its vectors, which belong together for as long as a question takes."""
        with self._opening:
            return Answering(self._mark, self.embedding, self.vectors)

    @property
    def answering_mark(self) -> str:
        """The mark of the model that answers."""
        return self._mark

    def open(self) -> "Corpus":
        """Opens model and stores now, so that what is wrong with them is said at the start."""
        _ = self.vectors, self.keywords
        if self._mark == self.model:  # else it may be gone, which is told to who asks until the new one answers
            _ = self.embedding
        return self

    def open_model(self, name: str) -> "SentenceEmbedding":
        """A model by name or path; raises UnavailableError if it is not on this machine."""
        from corpus.embedding import SentenceEmbedding

        return SentenceEmbedding.of(self.settings, name)

    def open_vectors(self, model: str) -> "Vectors":
        """The vectors made with a model; raises UnavailableError if they cannot be opened."""
        from corpus.vectors import Vectors

        try:
            return Vectors(self.settings, model, self.library)
        except UnavailableError:
            if not self._mend or self.settings.chroma is not None:
                raise
        with self._holding(0.0):
            rmtree(self.settings.data / "vectors")
        return Vectors(self.settings, model, self.library)

    def close(self) -> None:
        """Lets go of the files."""
        if self._keywords is not None:
            self._keywords.settle()
        self.library.close()
        for vectors in self._opened:
            vectors.close()

    def check_model(self) -> None:
        """Follows the catalogue to the model that answers now; raises SettingsError if it is not on this machine."""
        self.follow()
        _ = self.embedding

    def follow(self) -> None:
        """Notices that another model has taken over, in this process or another."""
        mark = answering_mark(self.library, self.model)
        with self._opening:
            if mark != self._mark:
                # questions under way keep what they have; it is closed with the rest
                if self._vectors is not None:
                    self._vectors.forget_codes()
                self._mark, self._embedding, self._vectors = mark, None, None

    # --- writing -----------------------------------------------------------------------------------------------------

    @contextmanager
    def writing(self, wait: float = 0.0) -> Iterator[None]:
        """Only one process writes at a time; what an earlier one left half-written is swept first.

        Raises ConflictError.
        """
        with self._holding(wait):
            try:
                self.follow()
                if self._keywords is not None:
                    self._look_after_words(self._keywords)
                self.sweep()
                if self.library.note("leaving") is not None:
                    from corpus.reembed import tidy

                    tidy(self)
                yield
                if self._vectors is not None:
                    self._vectors.widen()
            finally:
                if self._keywords is not None:
                    self._keywords.settle()

    @contextmanager
    def storing(self) -> Iterator[None]:
        """For each moment in which vectors are written: another model's may be made while documents come and go."""
        with self._storing:
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

    def _look_after_words(self, keywords: "Keywords") -> None:
        from corpus.in_step import bring_in_step

        if keywords.stamp != self.library.note("words"):
            bring_in_step(keywords, self.library)

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
        from corpus.in_step import words_of

        if not batch:
            self.library.publish([], done)
            return []
        self.check_model()
        if self.library.note("model") is None:
            self.library.answer_by(self.model, full_name(self.settings.model))
        taken = self.library.ids()
        ids: list[str] = []
        pending: dict[int, NewDocument] = {}
        with self.library.together():
            for new in batch:
                id = free_id(new.document, taken)
                taken[id] = new.document.source.key
                ids.append(id)
                pending[self._write(id, new)] = new
        self.embed({revision: self.library.windows_of(revision) for revision in pending})
        self.keywords.add({r: list(words_of(new.document, new.passages)) for r, new in pending.items()})
        self.library.publish(pending, done, self.keywords.stamp)
        self.sweep()
        return ids

    def _write(self, id: str, new: NewDocument) -> int:
        source = new.document.source
        windows = cut_windows(new.document.text, new.passages, self.embedding)
        self.originals.keep(source.sha256, source.size, new.original)
        return self.library.write_pending(id, new, windows, model=self._mark, collection=self.settings.collection)

    def remove(self, id: str) -> None:
        """Takes a document out. Only inside `writing()`; raises NotFoundError."""
        self.library.retire(id)
        self.sweep()

    def sweep(self) -> None:
        """Clears away what nobody may see: half-written and retired revisions."""
        leftovers = self.library.leftovers()
        if not leftovers:
            return
        with self.storing():
            self.vectors.delete(leftovers)
        self.keywords.delete(leftovers)
        for sha256 in self.library.unused_originals():
            self.originals.forget(sha256)
        self.library.forget(leftovers, self.keywords.stamp)

    def original(self, entry: Entry) -> Path:
        """The file a document was read from, as it was."""
        return self.originals.path(entry.source.sha256)

    def embed(self, windows: Mapping[int, Sequence[Window]]) -> None:
        """Makes and stores vectors and codes of whole revisions, for the model that answers."""
        texts = self.library.texts(windows)
        found = list(all_embedded([(texts[r], cut) for r, cut in windows.items()], self.embedding))
        with self.storing():
            self.vectors.add(windows, np.concatenate([made.vectors for made in found]))
        with self.library.together():
            for revision, made in zip(windows, found, strict=True):
                self.library.write_codes(revision, self._mark, made.codes, made.tokens)

    # --- the doctor --------------------------------------------------------------------------------------------------

    def examine(self, extractor: int | None = None, relater: int | None = None) -> "Findings":
        """Compares the stores, id by id; `extractor` and `relater` are the versions that registers and relations should
        have been made by.
        """
        from corpus import doctor

        return doctor.examine(self, extractor, relater)

    def repair(self) -> None:
        """Brings vectors, codes and words back in step with the catalogue; only inside `writing()`."""
        from corpus import doctor

        doctor.repair(self)


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
