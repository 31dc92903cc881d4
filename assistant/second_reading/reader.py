"""The second reader of the registers: a language model is shown passages and asked for entries that the rules missed.

Off unless it is asked for. What it proposes is held against the passage, read again by the rules, and kept apart as
proposed. Each passage is one commit, so it may be broken off at any time and goes on where it was.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from assistant.listen import Limits, heard, messages, room
from assistant.llm import Named
from assistant.orders import speaks_to_machines
from assistant.second_reading.check import proposed
from assistant.second_reading.parse import Said, proposals
from assistant.second_reading.prompt import TOLD, prompt
from corpus.errors import UnavailableError, VanbanError
from corpus.library import Library
from corpus.passage import Passage
from corpus.register_entries import RegisterEntry
from corpus.registers import Span
from corpus.rows import Entry
from corpus.second_reading import Addition, Outcome, Proposed, every
from corpus.sentences import statements

Reread = Callable[[Proposed], RegisterEntry | None]
_PIECE = 1400  # characters that a model is shown at a time, fewer where it can read fewer
_SMALLEST = 300
_FAILURES = 3  # passages one after the other: the model is not worth asking


@dataclass(slots=True)
class Reading:
    """How far a run has come, and why it stopped before its end, if it did."""

    total: int = 0
    done: int = 0
    read: int = 0
    orders: int = 0
    failed: int = 0
    refused: int = 0
    kept: list[Addition] = field(default_factory=list)
    stopped: VanbanError | None = None

    @property
    def found(self) -> int:
        """How many entries were proposed, kept or not."""
        return len(self.kept) + self.refused

    @property
    def nothing(self) -> bool:
        """Whether it is at its end and no passage could be read."""
        return self.done == self.total and self.read == 0


@dataclass(frozen=True, slots=True)
class _Place:
    """A passage of a document, with what the check needs of what stands around it."""

    document: Entry
    passage: Passage
    text: str

    @property
    def words(self) -> str:
        return self.text[self.passage.start : self.passage.end]

    @property
    def around(self) -> list[str]:
        identity, passage = self.document.identity, self.passage
        return [part for part in (passage.heading, passage.path, identity.title, identity.number) if part]


class SecondReader:
    """Reads with one model, which is `called` so in what is kept; `reread` gives the rules' reading of a document."""

    def __init__(
        self, library: Library, model: Named, called: str, limits: Limits, reread: Callable[[Entry], Reread]
    ) -> None:
        self._library = library
        self._model = model
        self.called = called
        self._limits = limits
        self._reread = reread

    def read(self, documents: Sequence[Entry], *, again: bool = False) -> Iterator[Reading]:
        """Reads what this model has not read yet of some documents; tells after each passage how far it has come."""
        waiting = [(d, self._wanted(d, again=again)) for d in documents]
        if not again:  # what failed comes after all that was never tried: it must not stand in the way for ever
            waiting += [(d, self._library.failed(d.revision, self.called)) for d in documents]
        reading = Reading(sum(len(passages) for _, passages in waiting))
        yield reading
        in_a_row = 0
        for document, passages in waiting:
            text = self._library.live_text(document.revision) if passages else None
            if text is None:  # it has been taken out meanwhile
                reading.done += len(passages)
                continue
            reread = self._reread(document)
            for passage in passages:
                before, passed_over = reading.found, reading.orders
                failure = self._passage(_Place(document, passage, text), reread, reading)
                if reading.orders == passed_over:  # else no model was asked
                    in_a_row = in_a_row + 1 if failure and reading.found == before else 0
                if failure and (in_a_row >= _FAILURES or failure.code == "llm-unreachable" or reading.nothing):
                    reading.stopped = failure
                yield reading
                if reading.stopped:
                    return

    def _wanted(self, document: Entry, *, again: bool) -> Sequence[Passage]:
        if again:
            return self._library.passages_of(document.revision)
        return self._library.unread(document.revision, self.called)

    def _passage(self, place: _Place, reread: Reread, reading: Reading) -> VanbanError | None:
        """Reads one passage and keeps what is found; gives what went wrong. Whatever came before that is kept, too."""
        if speaks_to_machines("\n".join((*place.around, place.words))):
            self._keep(place, "orders", (), reading)
            reading.orders += 1
            return None
        found: list[RegisterEntry] = []
        failure: UnavailableError | None = None
        try:
            for said in self._said(place):
                entry = self._checked(said, place, reread)
                found += [entry] if entry is not None else []
                reading.refused += entry is None
        except UnavailableError as error:
            failure = error
            if error.code == "llm-unreachable":
                return error  # nobody has seen the passage
        self._keep(place, "failed" if failure else "read", found, reading)
        reading.failed += failure is not None
        reading.read += failure is None
        return failure

    def _keep(self, place: _Place, outcome: Outcome, found: Sequence[RegisterEntry], reading: Reading) -> None:
        revision, ordinal = place.document.revision, place.passage.ordinal
        kept = self._library.keep_reading(revision, ordinal, self.called, outcome, found)
        reading.kept += kept
        reading.refused += len(found) - len(kept)
        reading.done += 1

    def _checked(self, said: Said, place: _Place, reread: Reread) -> RegisterEntry | None:
        passage = Span(place.passage.start, place.passage.end)
        one = proposed(said, place.text, passage, place.around)
        return reread(one) if one is not None else None

    def _said(self, place: _Place) -> Iterator[Said]:
        """What the model proposes, piece by piece of the passage; raises UnavailableError."""
        known, language = self._known(place), place.document.identity.language
        size = min(_PIECE, max(_SMALLEST, room(self._model.get()) - TOLD))
        for piece in _pieces(place.words, size):
            said, cut = self._heard(prompt(piece, known, language))
            lines = proposals(said)
            if lines is None:
                raise cut or UnavailableError("llm-nonsense")
            yield from lines
            if cut is not None:
                raise cut

    def _known(self, place: _Place) -> list[str]:
        """The words of what the registers have of the passage: the rules' entries, and those proposed before."""
        revision, passage = place.document.revision, place.passage
        there = [*every(self._library.registers(revision)), *(a.entry for a in self._library.additions([revision]))]
        inside = (e.whole for e in there if passage.start <= e.whole.start < passage.end)
        return [whole.of(place.text) for whole in sorted(set(inside))]

    def _heard(self, told: tuple[str, str]) -> tuple[str, UnavailableError | None]:
        """All that the model says in the time allowed, and what cut it off."""
        said = ""
        try:
            for piece in heard(self._model.get, lambda _: messages(*told), self._limits):
                said += piece
        except UnavailableError as error:
            return said, error
        return said, None


def _pieces(text: str, size: int) -> Iterator[str]:
    """A passage in runs of whole statements, each as long as a model can be shown; a longer statement is cut."""
    begin = last = 0
    for start, end in statements(text):
        if end - begin > size and last > begin:
            yield text[begin:last]
            begin = start
        while end - begin > size:
            yield text[begin : begin + size]
            begin += size
        last = end
    if text[begin:last].strip():
        yield text[begin:last]
