"""Documents for tests of courses: texts of the fictitious province, with registers made by hand from marked words."""

import hashlib
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

from assistant.course_packs.material import Material
from corpus.document import Document, Outline
from corpus.registers import Deadline, Definition, Duty, Figure, Registers, Requirement, Span
from corpus.rows import Entry
from ingest.files import IncomingFile
from ingest.reading import document_of

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples" / "dossier"
REGULATION = {"vi": "40-2023-qd-ubnd.docx", "en": "40-2023-qd-ubnd.en.pdf"}


def at(text: str, words: str, within: str = "") -> Span:
    """Where words stand, in a sentence if one is given; they must be there."""
    begin = text.index(within) if within else 0
    start = text.index(words, begin)
    return Span(start, start + len(words))


def material(document: Document, registers: Registers, id: str, revision: int) -> Material:
    """A document as if it had been indexed."""
    entry = Entry(revision, id, document.identity, document.source, "default", 1, 1, datetime.now(UTC))
    return Material(entry, document.text, Outline(document.provisions), registers, document.pages)


def from_text(text: str, id: str, revision: int, registers: Registers | None = None) -> Material:
    """A plain text, read as a file would be; without registers those that are extracted."""
    content = text.encode()
    new = document_of(IncomingFile(Path(id), id, f"{id}.txt"), content, hashlib.sha256(content).hexdigest())
    return material(new.document, registers or new.registers, id, revision)


@cache
def regulation(language: str) -> Material:
    """The training regulation of the sample dossier, with its registers as they are extracted."""
    path = SAMPLES / REGULATION[language]
    content = path.read_bytes()
    new = document_of(IncomingFile(path, path.name, path.name), content, hashlib.sha256(content).hexdigest())
    return material(new.document, new.registers, path.name, 1 if language == "vi" else 2)


def deadline(text: str, within: str, phrase: str, lead: str | None = None, length: int = 0, unit: str = "day") -> Duty:
    """A duty with a deadline, its words given."""
    due = Deadline(
        at(text, phrase, within),
        "relative" if length else "date",
        length=length or None,
        unit=unit if length else None,
    )
    whole = at(text, within)
    return Duty(whole, "", "assigned", whole, at(text, lead, within) if lead else None, deadline=due)


def task(text: str, within: str, lead: str) -> Duty:
    """A duty without a deadline; its lead stands in it or before it."""
    whole = at(text, within)
    named = at(text, lead, within) if lead in within else at(text, lead)
    return Duty(whole, "", "assigned", whole, named)


def age(text: str, within: str, words: str, value: float) -> Requirement:
    """An age that must not be exceeded."""
    span = at(text, words, within)
    return Requirement(at(text, within), "", "candidate", None, "age", "at_most", span, value, "year")


def figure(text: str, within: str, printed: str, value: float) -> Figure:
    """A number that is laid down."""
    return Figure(at(text, within), "", at(text, printed, within), value, "x", "exact", "rule")


def definition(text: str, within: str, term: str, meaning: str) -> Definition:
    """A term and its meaning."""
    return Definition(at(text, within), "", at(text, term, within), at(text, meaning, within))
