"""Is a text read whole and taken apart rightly? Articles of statutes, read from their files, against known texts."""

import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from corpus.document import Document, Identity
from corpus.errors import FileError
from corpus.folding import exact, nfc
from corpus.identity import find_numbers, slug
from evals.bench import read_lines
from evals.show import Table, along
from ingest.files import content_of, files_under
from ingest.reading import document_of
from ingest.structure.marks import read_mark

_WORD = re.compile(r"[^\W_]+")
_TOKEN = re.compile(r"[^\W_]+|[^\w\s]|_")


@dataclass(frozen=True, slots=True)
class FileResult:
    """What a file gave: its articles, and how many of the known ones are there, letter for letter or word for word.

    `equal`: white space and Unicode form apart; `equal_tones`: also where the tone mark stands (hoà, hòa);
    `same_words`: also punctuation and capitals. `words`: the share of the known words that are in the text at all.
    """

    file: str
    number: str | None
    articles: int
    expected: int | None = None
    found: int | None = None
    equal: int | None = None
    equal_tones: int | None = None
    same_words: int | None = None
    words: float | None = None
    seconds: float = 0.0
    failed: str | None = None


def evaluate(documents: Path, truth: Sequence[Path], counts: Path | None = None) -> list[FileResult]:
    """Reads every file; `truth` are lines {id: "DOCUMENT|ARTICLE", doc, text}, `counts` lines {file, articles}."""
    known: dict[str, dict[str, str]] = defaultdict(dict)
    for row in (row for file in truth for row in read_lines(file, ("id", "doc", "text"))):
        known[str(row["doc"])][str(row["id"]).rpartition("|")[2]] = str(row["text"])
    recorded: dict[str, int] = {}
    for row in read_lines(counts, ("file",)) if counts else []:
        recorded[Path(str(row["file"])).name] = int(row.get("articles", row.get("dieu", 0)))
    files = files_under([documents])
    return [_one(path.path, known, recorded) for path in along(files, "Reading")]


def _one(path: Path, known: Mapping[str, Mapping[str, str]], recorded: Mapping[str, int]) -> FileResult:
    began = time.monotonic()
    (file,) = files_under([path])
    try:
        document = document_of(file, content_of(file), "0").document
    except FileError as error:
        return FileResult(path.name, None, 0, recorded.get(path.name), failed=error.code)
    seconds = time.monotonic() - began
    number, articles = document.identity.number, sum(p.kind == "article" for p in document.provisions)
    name = _known_as(document.identity, path, known)
    if name is None:
        expected = recorded.get(path.name)
        found = None if expected is None else min(articles, expected)
        return FileResult(path.name, number, articles, expected, found, seconds=seconds)
    texts = known[name]
    read = _articles(document, texts)
    pairs = [(read[mark], text) for mark, text in texts.items() if mark in read]
    there, wanted = Counter(_words(document.text)), Counter(w for text in texts.values() for w in _words(text))
    return FileResult(
        path.name, number, articles, len(texts), len(pairs),
        equal=sum(_letters(mine) == _letters(theirs) for mine, theirs in pairs),
        equal_tones=sum(_tokens(mine) == _tokens(theirs) for mine, theirs in pairs),
        same_words=sum(_words(mine) == _words(theirs) for mine, theirs in pairs),
        words=(wanted & there).total() / max(1, wanted.total()), seconds=seconds,
    )  # fmt: skip


def _known_as(identity: Identity, path: Path, known: Iterable[str]) -> str | None:
    """The known document that a file is: by the number read from it, else by the number in its name."""
    for name in known:
        numbers = find_numbers(name)
        if (numbers and numbers[0].key == identity.number_key) or slug(name) in slug(path.stem, 200):
            return name
    return None


def _articles(document: Document, wanted: Mapping[str, str]) -> dict[str, str]:
    """The articles by number, without their mark; of several texts in one file that which has most of those wanted."""
    scopes: dict[str, dict[str, str]] = defaultdict(dict)
    for unit in document.provisions:
        if unit.kind == "article":
            mark = unit.label.rpartition(" ")[2]
            scopes[unit.address.rpartition(".")[0]].setdefault(mark, document.text[unit.start : unit.end])
    best = max(scopes.values(), key=lambda articles: len(articles.keys() & wanted.keys()), default={})
    return {mark: _without_mark(text) for mark, text in best.items()}


def _without_mark(text: str) -> str:
    first, _, rest = text.partition("\n")
    mark = read_mark(first)
    return f"{mark.title if mark is not None else first}\n{rest}"


def _letters(text: str) -> str:
    return "".join(nfc(text).split())


def _tokens(text: str) -> list[tuple[str, str]]:
    return [(exact(w), "".join("A" if c.isupper() else "a" for c in w)) for w in _TOKEN.findall(nfc(text))]


def _words(text: str) -> list[str]:
    return [exact(w) for w in _WORD.findall(nfc(text))]


def tables(results: Sequence[FileResult]) -> list[Table]:
    """The files, and all of them in one line."""
    rows = [
        (r.file, r.number or r.failed, r.articles, r.expected, r.found, r.equal, r.equal_tones, r.same_words, r.words,
         r.seconds)
        for r in results
    ]  # fmt: skip
    columns = (
        "file", "number", "articles", "expected", "found", "equal", "tones apart", "same words", "words present",
        "seconds",
    )  # fmt: skip
    note = "equal: white space and Unicode form apart; same words: punctuation, capitals and the place of tones apart"
    return [Table("Reading", columns, (*rows, _total(results)), note)]


def _total(results: Sequence[FileResult]) -> tuple[str, None, int, int, int, int, int, int, None, float]:
    def total(values: Iterable[int | None]) -> int:
        return sum(v for v in values if v is not None)

    return (
        "all", None, total(r.articles for r in results), total(r.expected for r in results),
        total(r.found for r in results), total(r.equal for r in results), total(r.equal_tones for r in results),
        total(r.same_words for r in results), None, sum(r.seconds for r in results),
    )  # fmt: skip


def as_data(results: Sequence[FileResult]) -> dict[str, object]:
    """The result as it is given out as JSON."""
    return {"files": [asdict(r) for r in results]}
