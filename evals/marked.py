"""Questions whose answer is marked in its document: by offsets, so that nothing of the documents' texts lies here.

They were written by somebody who had read the documents and never saw an answer, half of them in words far from the
texts (evals/README.md, "Marked questions").
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from assistant.evidence import Evidence
from corpus.corpus import Corpus
from corpus.messages import Language
from corpus.passage import PassageKey
from evals.answers import opened
from evals.bench import indexed, read_lines
from evals.kept import kept_index

HERE = Path(__file__).parent
SETS = ("dossier", "decisions", "laws", "rules")
_SHARE = 0.5  # of the shorter of two stretches of text: they overlap by as much if one is the other


@dataclass(frozen=True, slots=True)
class Mark:
    """Where a document says it; a passage of a public set is a document of its own, and marked as a whole."""

    document: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Marked:
    """A question and the places that answer it: none if the documents do not say."""

    id: str
    question: str
    language: Language
    marks: tuple[Mark, ...]

    @property
    def answerable(self) -> bool:
        """Whether any place answers it."""
        return bool(self.marks)


def read_marked(file: Path) -> list[Marked]:
    """One question a line."""
    rows = read_lines(file, ("id", "question", "language", "evidence"))
    return [Marked(r["id"], r["question"], r["language"], tuple(Mark(**m) for m in r["evidence"])) for r in rows]


@dataclass(frozen=True, slots=True)
class Documents:
    """What a set is asked over."""

    corpus: Corpus
    owners: dict[PassageKey, str]  # of a public set: the passages' own names

    def answers(self, asked: Marked, statement: Evidence) -> bool:
        """Whether the statement is what is marked, or part of it."""
        name = self.owners.get(statement.key) or Path(statement.entry.source.name).stem
        return any(m.document == name and (not m.end or _overlap(m, statement)) for m in asked.marks)

    def unmarked(self, asked: Marked, statement: Evidence) -> bool:
        """Whether it is of a marked text in the other language, where what answers is not marked."""
        name, own = Path(statement.entry.source.name).stem, {m.document for m in asked.marks}
        return name not in own and name.removesuffix(".en") in {n.removesuffix(".en") for n in own}


def _overlap(mark: Mark, statement: Evidence) -> bool:
    common = min(mark.end, statement.end) - max(mark.start, statement.start)
    return common >= _SHARE * min(mark.end - mark.start, statement.end - statement.start)


@contextmanager
def documents_of(name: str, shared: Path) -> Iterator[Documents]:
    """The documents of one of SETS, indexed; `shared` is the folder of real documents and public sets."""
    if name == "rules":
        with indexed(shared / "bench" / "obliqa_abstain_dev" / "corpus.jsonl", kept_index("obliqa_abstain_dev")) as b:
            yield Documents(b.corpus, dict(b.owners))
        return
    folder, kept = {
        "dossier": (HERE.parent / "corpus" / "samples" / "dossier", "sample"),
        "decisions": (shared / "documents" / "vi_official_docs" / "txt", "decisions"),
        "laws": (shared / "documents" / "vi_originals", "laws"),
    }[name]
    with opened(folder, kept_index(kept)) as (corpus, _):
        yield Documents(corpus, {})
