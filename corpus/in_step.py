"""The lexical index brought in step with the catalogue as it is opened.

The catalogue notes, in the commit that shows a document, the stamp of the index that holds its words. Another stamp
means a run that was killed between the two, a folder that was deleted, put back or copied from elsewhere, or an index
of another format: what is missing is indexed, what is too much is removed, and what cannot be opened is made anew.
"""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path
from shutil import rmtree

from corpus.document import Document
from corpus.errors import ConflictError, UnavailableError
from corpus.keywords import FORMAT, Entry, Keywords
from corpus.library import Library
from corpus.passage import Passage

REPLAYING = "replaying"  # noted while the index may be half: whoever opens it meanwhile waits
_WAIT = 60.0  # seconds

Holding = Callable[[float], AbstractContextManager[None]]


def open_in_step(folder: Path, library: Library, holding: Holding) -> Keywords:
    """The lexical index of a data folder; `holding` keeps other writers away for as long as it is entered.

    Raises UnavailableError while another process is making it anew.
    """
    keywords = _opened(folder)
    noted = library.note("words")
    if keywords is not None and keywords.stamp == noted:
        return keywords
    try:
        with holding(0.0 if _whole(keywords, noted) or not library.live() else _WAIT):
            return _replayed(folder, library)
    except ConflictError as error:
        # a writer is between its two commits: it has looked after the index before it began
        if keywords is not None and (_whole(keywords, library.note("words")) or not library.live()):
            return keywords
        raise UnavailableError("words-replaying") from error


def bring_in_step(keywords: Keywords, library: Library) -> None:
    """Indexes what is missing and removes what is too much; only for who holds the writers' lock."""
    library.set_note("words", REPLAYING)
    live = {e.revision: e.passages for e in library.entries()}
    indexed = {revision: keywords.passages_of(revision, passages + 1) for revision, passages in live.items()}
    wrong = [r for r, passages in live.items() if indexed[r] != passages]
    if keywords.count() != sum(indexed.values()):
        keywords.keep_only(list(live))
    if wrong:
        keywords.replace(wrong, entries_of(library, wrong))
    library.set_note("words", keywords.stamp)


def entries_of(library: Library, revisions: Iterable[int]) -> Iterator[tuple[int, list[Entry]]]:
    """What is indexed of live revisions, made from the catalogue one by one."""
    wanted = set(revisions)
    for e in library.entries():
        if e.revision in wanted:
            document = Document(e.identity, library.text(e.revision), e.source)
            yield e.revision, list(words_of(document, library.passages_of(e.revision)))


def words_of(document: Document, passages: Iterable[Passage]) -> Iterator[Entry]:
    """What is indexed of a document's passages."""
    identity = document.identity
    name = " ".join(filter(None, (identity.number, identity.title)))
    for p in passages:
        # the document's name goes with its first passage only: elsewhere it would drown the passage's own words
        context = " ".join(filter(None, (p.heading, name if p.ordinal == 0 else "")))
        yield Entry(p.ordinal, document.text[p.start : p.end], context, identity.language)


def _opened(folder: Path) -> Keywords | None:
    try:
        keywords = Keywords(folder)
    except UnavailableError:
        return None
    return keywords if keywords.stamp.startswith(f"{FORMAT}-") else None


def _whole(keywords: Keywords | None, noted: str | None) -> bool:
    """Whether an index that has another stamp than noted may hold all that is live: it is the one noted, or further."""
    if keywords is None or noted is None or noted == REPLAYING:
        return False
    index, _, at = keywords.stamp.rpartition("-")
    noted_index, _, noted_at = noted.rpartition("-")
    return index == noted_index and int(at) >= int(noted_at)


def _replayed(folder: Path, library: Library) -> Keywords:
    keywords = _opened(folder)
    if keywords is None:
        library.set_note("words", REPLAYING)
        rmtree(folder, ignore_errors=True)
        keywords = Keywords(folder)
    if keywords.stamp != library.note("words"):
        try:
            bring_in_step(keywords, library)
        finally:
            keywords.settle()
    return keywords
