"""Whether the stores agree, id by id, and what brings them back in step. The catalogue is always right."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from corpus.in_step import bring_in_step
from corpus.packing import Floats
from corpus.passage import PassageKey, window_id
from corpus.reembed import reembed

if TYPE_CHECKING:
    from corpus.corpus import Corpus


@dataclass(frozen=True, slots=True)
class Findings:
    """What the doctor found; all zero is clean."""

    half_written: int = 0
    vectors_missing: int = 0
    vectors_extra: int = 0
    codes_missing: int = 0
    words_missing: int = 0
    words_extra: int = 0
    originals_missing: int = 0
    registers_old: int = 0
    relations_old: int = 0

    @property
    def clean(self) -> bool:
        """Whether catalogue, vectors, lexical index and originals agree."""
        return self == Findings()


def examine(corpus: "Corpus", extractor: int | None = None, relater: int | None = None) -> Findings:
    """Compares the stores, id by id; counts the documents whose registers or relations another version made."""
    corpus.follow()
    windows, words, originals = _expected(corpus)
    vectors, indexed = corpus.vectors.ids(), corpus.keywords.keys()
    return Findings(
        half_written=len(corpus.library.leftovers()),
        vectors_missing=len(windows - vectors),
        vectors_extra=len(vectors - windows),
        codes_missing=len(corpus.library.without_codes(corpus.answering_mark)),
        words_missing=len(words - indexed),
        words_extra=len(indexed - words),
        originals_missing=sum(not corpus.originals.path(sha).is_file() for sha in originals),
        registers_old=0 if extractor is None else len(corpus.library.extracted_otherwise(extractor)),
        relations_old=0 if relater is None else len(corpus.library.related_otherwise(relater)),
    )


def repair(corpus: "Corpus") -> None:
    """Brings vectors, codes and words back in step with the catalogue; only inside `writing()`.

    An index of another model than the settings name is embedded anew with that one.
    """
    if corpus.answering_mark != corpus.model:
        reembed(corpus)
    windows, words, _ = _expected(corpus)
    stored = corpus.vectors.ids()
    corpus.vectors.delete_ids(stored - windows)
    uncoded = set(corpus.library.without_codes(corpus.answering_mark))
    for entry in corpus.library.entries():
        _embed_missing(corpus, entry.revision, stored, uncoded=entry.revision in uncoded)
    corpus.vectors.forget_other_models()
    corpus.library.forget_other_models(corpus.answering_mark)
    if corpus.keywords.keys() != words:
        bring_in_step(corpus.keywords, corpus.library)


def _embed_missing(corpus: "Corpus", revision: int, stored: set[str], *, uncoded: bool) -> None:
    windows = corpus.library.windows_of(revision)
    missing = [w for w in windows if window_id(revision, w.passage, w.number) not in stored]
    if uncoded:
        corpus.embed({revision: windows})
    elif missing:
        corpus.vectors.add({revision: missing}, _vectors(corpus, revision, [(w.start, w.end) for w in missing]))


def _vectors(corpus: "Corpus", revision: int, spans: Sequence[tuple[int, int]]) -> Floats:
    text = corpus.library.text(revision)
    return corpus.embedding.encode([text[a:b] for a, b in spans]).vectors


def _expected(corpus: "Corpus") -> tuple[set[str], set[PassageKey], set[str]]:
    windows: set[str] = set()
    words: set[PassageKey] = set()
    originals: set[str] = set()
    for entry in corpus.library.entries():
        places = corpus.library.windows_of(entry.revision)
        windows.update(window_id(entry.revision, w.passage, w.number) for w in places)
        words.update(PassageKey(entry.revision, n) for n in range(entry.passages))
        originals.add(entry.source.sha256)
    return windows, words, originals
