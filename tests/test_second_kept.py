"""What the second reader adds is kept apart: listed where it is asked for, decided on, and kept or dropped when a text comes again."""

from dataclasses import replace
from pathlib import Path

import pytest

from corpus.corpus import Corpus
from corpus.document import Document, Identity, Source
from corpus.errors import NotFoundError
from corpus.incoming import NewDocument
from corpus.library import Library
from corpus.passage import Passage
from corpus.register_filters import DutyFilter, Readers
from corpus.registers import Duty, Registers
from corpus.second_reading import every
from ingest.extract import EXTRACTOR
from ingest.job import Options, files_under, ingest
from tests.conftest import OpenCorpus
from tests.second_made import CLASSES, GOOD, SECOND, TEXT, found_so_far, place, reading, reviewed, revision, stored


@pytest.fixture
def corpus(regulation: Corpus) -> Corpus:
    return regulation


def test_additions_are_listed_only_where_they_are_asked_for(corpus: Corpus) -> None:
    library = corpus.library
    reviewed(corpus, reading(*GOOD))
    (addition,) = [a for a in library.additions([revision(corpus)]) if a.kind == "duty"]
    assert [len(library.duties(DutyFilter(readers=r))) for r in (Readers(), SECOND, Readers(second=("proposed",)))] == [
        1,
        1,
        2,
    ]
    found = library.duties(DutyFilter(agency="Trường Chính trị", readers=SECOND))
    assert [d for _, d in found] == [addition.entry] and library.how_many(DutyFilter(readers=SECOND)) == 1
    assert library.duties(DutyFilter(agency="Trường Chính trị")) == []
    assert library.duties(DutyFilter(readers=Readers(second=("accepted",)))) == library.duties()
    library.decide(addition.id, "accepted", "Lan")
    assert len(library.duties(DutyFilter(readers=Readers(second=("accepted",))))) == 2
    decided = library.decide(addition.id, "rejected", "Minh")
    assert (decided.state, decided.who) == ("rejected", "Minh") and decided.decided is not None
    assert library.duties(DutyFilter(readers=SECOND)) == []
    # what was rejected is not proposed again, by whatever model
    assert [a for a in reviewed(corpus, reading(*GOOD), model="another").kept if a.kind == "duty"] == []
    with pytest.raises(NotFoundError):
        library.decide(10_000, "accepted", "Lan")


def run_again(corpus: Corpus, folder: Path) -> None:
    with corpus.writing():
        ingest(corpus, files_under([folder / "in"]), options=Options(again=True))


def test_reading_an_unchanged_document_again_keeps_them_and_a_changed_one_drops_them(
    open_corpus: OpenCorpus, tmp_path: Path
) -> None:
    corpus = open_corpus(tmp_path / "data")
    stored(corpus, tmp_path)
    library, before = corpus.library, revision(corpus)
    kept = reviewed(corpus, reading(*GOOD)).kept
    library.decide(kept[0].id, "accepted", "Lan")
    run_again(corpus, tmp_path)
    after = revision(corpus)
    there = library.additions([after])
    # the rules find some of it by themselves this time: these are theirs now
    assert before != after and {a.id for a in there} <= {a.id for a in kept} and library.unread(after, "stub") == []
    rules = library.registers(after)
    found_so_far(corpus)
    assert not [a for a in there if any(a.entry == e for e in every(rules))]
    file = tmp_path / "in" / "quy-che.txt"
    file.write_text(TEXT.replace("480", "490"), encoding="utf-8")
    run_again(corpus, tmp_path)
    assert library.additions([revision(corpus)]) == [] and library.unread(revision(corpus), "stub")
    library.forget(library.live(), "")
    assert library.additions([before, after]) == []


def test_the_same_text_again_keeps_every_addition_and_its_decision(tmp_path: Path) -> None:
    library = Library(tmp_path)

    def publish(text: str, passages: tuple[Passage, ...] = (Passage(0, 0, 40, "", "", "", None),)) -> int:
        document = Document(Identity("Quy chế", "vi"), text, Source("/a", "a", "x", 1, "text/plain"))
        new = NewDocument(document, passages, b"", Registers(), EXTRACTOR)
        made = library.write_pending("quy-che", new, (), model="", collection="default")
        library.publish([made])
        return made

    first = publish(TEXT)
    duty = Duty(
        place(TEXT, CLASSES), "gone", "assigned", place(TEXT, "mở 12 lớp"), place(TEXT, "Trường Chính trị tỉnh")
    )
    (kept,) = library.keep_reading(first, 0, "stub", "read", [duty])
    library.decide(kept.id, "accepted", "Lan")
    second = publish(TEXT)
    (same,) = library.additions([second])
    assert (same.id, same.state, same.who, same.entry) == (kept.id, "accepted", "Lan", replace(duty, address=""))
    assert library.unread(second, "stub") == [] and library.additions([first]) == []
    assert [e.revision for e, _ in library.duties(DutyFilter(agency="Trường Chính trị", readers=SECOND))] == [second]
    library.forget([first], "")
    assert len(library.duties(DutyFilter(agency="Trường Chính trị", readers=SECOND))) == 1
    cut_otherwise = publish(TEXT, (Passage(0, 0, 30, "", "", "", None), Passage(1, 30, 40, "", "", "", None)))
    assert len(library.additions([cut_otherwise])) == 1 and len(library.unread(cut_otherwise, "stub")) == 2
    changed = publish(TEXT.replace("480", "490"))
    assert library.additions([changed]) == [] and len(library.unread(changed, "stub")) == 1
    library.close()


def test_what_the_rules_find_later_is_theirs(corpus: Corpus) -> None:
    reviewed(corpus, reading(*GOOD))
    text = corpus.library.text(revision(corpus))
    same = Duty(place(text, CLASSES), "d1.k2", "assigned", place(text, "mở 12 lớp bồi dưỡng"))
    corpus.library.replace_registers(revision(corpus), text, Registers((same,)), EXTRACTOR)
    assert {a.kind for a in corpus.library.additions([revision(corpus)])} == {"requirement", "figure", "definition"}
    assert [d for _, d in corpus.library.duties(DutyFilter(readers=Readers(second=("proposed",))))] == [same]
