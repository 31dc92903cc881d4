"""The second reader of the registers: what a model adds is the document's own words or is left out, and nothing of the rules' changes."""

import json
import shutil
from datetime import date
from pathlib import Path

import pytest

from api.second_reading import second_reader
from assistant.check import check
from assistant.llm import opened
from corpus.corpus import Corpus
from corpus.registers import Definition, Duty, Figure, Requirement, Span
from corpus.second_reading import every, repeats
from tests.conftest import OpenCorpus
from tests.llm_stub import Handler, hangs, stub_model
from tests.second_made import CLASSES, DUTY, GOOD, YEARS, line, read_at, reading, reviewed, revision, writing


@pytest.fixture
def corpus(regulation: Corpus) -> Corpus:
    return regulation


def test_what_the_rules_missed_is_proposed_in_the_documents_own_words(corpus: Corpus) -> None:
    before = corpus.library.registers(revision(corpus))
    done = reviewed(corpus, reading(*GOOD))
    assert (done.total, done.read, done.orders, done.stopped) == (done.done, done.done - 1, 1, None)
    duty, requirement, definition, figure = sorted((a.entry for a in done.kept), key=order)
    assert isinstance(duty, Duty) and isinstance(requirement, Requirement) and isinstance(definition, Definition)
    assert isinstance(figure, Figure)
    text = corpus.library.text(revision(corpus))
    assert duty.lead is not None and duty.lead.of(text) == "Trường Chính trị tỉnh"
    assert duty.deadline is not None and duty.deadline.day == date(2027, 6, 30)  # which no model said
    assert (requirement.attribute, requirement.operator, requirement.value, requirement.unit) == (
        "experience",
        "at_least",
        3,
        "year",
    )
    assert definition.meaning.of(text).startswith("người làm việc phụ trợ") and (figure.value, figure.unit) == (
        480,
        "person",
    )
    assert corpus.library.registers(revision(corpus)) == before
    assert all(a.model == "stub" and a.state == "proposed" and a.at for a in done.kept)


def order(entry: object) -> int:
    return [Duty, Requirement, Definition, Figure].index(type(entry))


HALLUCINATED = {
    "words that stand nowhere": line("duty", "Sở Y tế phải báo cáo Bộ Y tế trước ngày 01/01/2027.", what="báo cáo Bộ Y tế"),
    "another number": line("requirement", YEARS, what="ít nhất 05 năm công tác", value="05 năm"),
    "another number in the quotation": line("requirement", YEARS.replace("03", "05"), what="ít nhất 05 năm công tác"),
    "another agency": line("duty", CLASSES, who="Sở Giáo dục và Đào tạo", what="mở 12 lớp bồi dưỡng cho 480 công chức"),
    "an agency of the sentence before": line("duty", CLASSES, who="Sở Nội vụ", what="mở 12 lớp bồi dưỡng cho 480 công chức"),
    "the one with whom it is done": line("duty", DUTY, who="Sở Tài chính", what="trình đề án vị trí việc làm"),
    "another day": line("duty", CLASSES, what="mở 12 lớp bồi dưỡng cho 480 công chức", deadline="trong tháng 9 năm 2027"),
    "another unit": line("figure", CLASSES, number="480 công chức", unit="phần trăm"),
    "a number that is a date": line("figure", CLASSES, number="2027"),
    "no words of its own": line("duty", CLASSES, who="Trường Chính trị tỉnh"),
    "a register that there is not": line("order", CLASSES, what="mở 12 lớp"),
    "two words": line("duty", "mở 12", what="mở"),
    "what the rules have found": line("duty", DUTY, who="Sở Nội vụ", what="trình đề án vị trí việc làm"),
    "what orders say": line("figure", "Sở Y tế được thưởng 5 tỷ đồng", number="5 tỷ đồng"),
    "English for Vietnamese": line("requirement", "A head of division must have at least 03 years of work.", what="at least 03 years"),
}  # fmt: skip


@pytest.mark.parametrize("fault", HALLUCINATED)
def test_what_the_passage_does_not_say_is_left_out(corpus: Corpus, fault: str) -> None:
    before = corpus.library.registers(revision(corpus))
    done = reviewed(corpus, writing(HALLUCINATED[fault] + "\n" + "NONE"))
    assert done.kept == [] and corpus.library.additions([revision(corpus)]) == []
    assert corpus.library.registers(revision(corpus)) == before


def test_a_quotation_that_is_nearly_right_becomes_the_sources_words(corpus: Corpus) -> None:
    said = CLASSES.replace("trong tháng", "TRONG  tháng").replace("2027.", "2027, vân vân")
    done = reviewed(corpus, reading(line("duty", said, what="mở 12 lớp bồi dưỡng cho 480 công chức")))
    (kept,) = done.kept
    assert kept.entry.whole.of(corpus.library.text(revision(corpus))) == CLASSES


def test_a_passage_that_gives_orders_is_shown_to_nobody(corpus: Corpus) -> None:
    with stub_model(writing("NONE")) as stub:
        done = read_at(corpus, stub.address)
    assert done.orders == 1 and "Sở Y tế" not in json.dumps(stub.asked, ensure_ascii=False)
    assert any(DUTY[:40] in json.dumps(asked, ensure_ascii=False) for asked in stub.asked)


@pytest.mark.parametrize(
    ("said", "code"),
    [("Here you are! " * 30, "llm-nonsense"), ('{"kind": "duty", "quote": ' * 50, "llm-nonsense"), ("[" * 5000, "llm-nonsense")],
)  # fmt: skip
def test_a_model_that_writes_garbage_is_left_and_named(corpus: Corpus, said: str, code: str) -> None:
    done = reviewed(corpus, writing(said))
    assert done.kept == [] and done.failed == 3 and done.done < done.total
    assert done.stopped is not None and done.stopped.code == code


def test_a_model_that_hangs_or_cannot_be_reached_is_left_and_named(corpus: Corpus) -> None:
    slow = reviewed(corpus, hangs, llm_first_seconds=0.3, llm_seconds=0.6)
    assert slow.stopped is not None and slow.stopped.code == "llm-late" and slow.failed == 3
    with stub_model(writing("NONE")) as stub:
        pass
    gone = read_at(corpus, stub.address)
    assert gone.stopped is not None and gone.stopped.code == "llm-unreachable" and gone.done == 0


def test_a_run_goes_on_where_it_was_and_tries_what_failed_last(corpus: Corpus) -> None:
    library, calls = corpus.library, iter(range(100))

    def first_fails(handler: Handler) -> None:
        (hangs if next(calls) == 0 else reading(*GOOD))(handler)

    first = reviewed(corpus, first_fails, llm_first_seconds=0.5, llm_seconds=5.0)
    assert (first.failed, first.stopped) == (1, None) and first.kept
    (again,) = library.failed(revision(corpus), "stub")
    second = reviewed(corpus, reading(*GOOD))
    assert (second.total, second.read) == (1, 1) and library.failed(revision(corpus), "stub") == []
    assert library.unread(revision(corpus), "stub") == []
    assert len(library.additions([revision(corpus)])) == len(first.kept) + len(second.kept)
    other = reviewed(corpus, reading(*GOOD), model="another")
    assert other.total == first.total and other.kept == []  # all of it is there already
    assert again.ordinal == 0


def test_passages_that_always_fail_do_not_stand_in_the_way(corpus: Corpus) -> None:
    def fails_but_for_the_last(handler: Handler) -> None:
        last = "Chánh Văn phòng" in str(handler.stub.asked[-1]["messages"])
        writing("NONE" if last else "Certainly!")(handler)

    first, second = (reviewed(corpus, fails_but_for_the_last) for _ in range(2))
    assert (first.read, first.failed, second.read, second.failed) == (0, 3, 1, 3)
    assert first.stopped is not None and second.stopped is not None


def test_broken_off_in_the_middle_what_was_whole_is_kept(corpus: Corpus) -> None:
    def breaks_off(handler: Handler) -> None:
        handler.begin()
        if CLASSES[:20] in str(handler.stub.asked[-1]["messages"]):
            handler.say(GOOD[0] + "\n" + GOOD[3][:30])
            handler.end("length")
        else:
            handler.say("NONE")
            handler.end()

    done = reviewed(corpus, breaks_off)
    assert len(done.kept) == 1 and done.failed == 1 and done.stopped is None


def test_the_small_real_model_adds_nothing_that_does_not_stand_there(
    regulation_data: Path, tmp_path: Path, open_corpus: OpenCorpus
) -> None:
    """What it writes is its own affair: it comes to an end, and what is kept of it is the document's."""
    data = Path(shutil.copytree(regulation_data, tmp_path / "data"))
    corpus = open_corpus(data, llm="local", llm_first_seconds=60, llm_seconds=90)
    before, text = corpus.library.registers(revision(corpus)), corpus.library.text(revision(corpus))
    with opened(corpus.settings) as model:
        assert model is not None
        *_, done = second_reader(corpus, model).read(corpus.library.entries())
    assert done.read + done.failed >= 3 and (done.done == done.total or done.stopped)
    assert corpus.library.registers(revision(corpus)) == before
    for addition in done.kept:
        entry = addition.entry
        values = [getattr(entry, name) for name in entry.__slots__]
        spans = [v for v in values if isinstance(v, Span)]
        assert all(entry.whole.start <= v.start < v.end <= entry.whole.end for v in spans), addition
        assert check(entry.whole.of(text), [text]).support == "verbatim", addition
        assert not repeats(entry, every(before))
