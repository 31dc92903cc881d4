"""The second reader of the registers: what a model adds is the document's own words or is left out, and nothing of the rules' changes."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from api import cli, cli_call
from api.app import make_app
from api.second_reading import second_reader
from assistant.check import check
from assistant.llm import opened
from assistant.second_check import proposed
from assistant.second_parse import proposals
from assistant.second_reader import Reading
from corpus.corpus import Corpus
from corpus.document import Document, Identity, Source
from corpus.errors import NotFoundError
from corpus.incoming import NewDocument
from corpus.library import Library
from corpus.passage import Passage
from corpus.register_filters import DutyFilter, Readers
from corpus.registers import Definition, Duty, Figure, Registers, Requirement, Span
from corpus.second_reading import every, repeats
from corpus.settings import read_settings
from ingest.extract import EXTRACTOR
from ingest.job import Options, files_under, ingest
from tests.conftest import OpenCorpus
from tests.llm_stub import Behaviour, Handler, hangs, stub_model
from tests.second_made import CLASSES, DUTY, GOOD, TEXT, YEARS, found_so_far, line, place, reading, store, writing

SECOND = Readers(rules=False, second=("proposed", "accepted"))


@pytest.fixture
def corpus(tmp_path: Path, open_corpus: OpenCorpus) -> Corpus:
    return store(open_corpus, tmp_path)


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    """What one command was told about data and language is not left to the next test."""
    yield
    cli_call.say(None, None)


def reviewed(corpus: Corpus, behave: Behaviour, model: str = "stub", **settings: object) -> Reading:
    """How a whole run over the corpus ends."""
    with stub_model(behave) as stub:
        return read_at(corpus, stub.address, model, **settings)


def read_at(corpus: Corpus, address: str, model: str = "stub", **settings: object) -> Reading:
    said: dict[str, object] = {"llm": "openai-like", "llm_address": address, "llm_model": model}
    corpus.settings = corpus.settings.model_copy(update=said | settings)
    with opened(corpus.settings) as named:
        assert named is not None
        *_, last = second_reader(corpus, named).read(corpus.library.entries())
    return last


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


def revision(corpus: Corpus) -> int:
    return corpus.library.entries()[0].revision


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


def test_the_small_real_model_adds_nothing_that_does_not_stand_there(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    """What it writes is its own affair: it comes to an end, and what is kept of it is the document's."""
    corpus = store(open_corpus, tmp_path, llm="local", llm_first_seconds=60, llm_seconds=90)
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


# --- kept apart ------------------------------------------------------------------------------------------------------


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
    corpus: Corpus, tmp_path: Path
) -> None:
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


# --- the command line and the API ------------------------------------------------------------------------------------


Command = Callable[..., Any]


@pytest.fixture
def command(corpus: Corpus) -> Command:
    data = corpus.settings.data

    def run(*arguments: str) -> Any:
        return CliRunner().invoke(cli.app, ["--data", str(data), *arguments])

    return run


def test_the_command_reads_lists_and_decides(corpus: Corpus, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    with stub_model(reading(*GOOD)) as stub:
        monkeypatch.setenv("VANBAN_LLM_ADDRESS", stub.address)
        monkeypatch.setenv("VANBAN_LLM_MODEL", "stub")
        done = command("review", "--all", "--llm", "openai-like", "--language", "en")
        assert done.exit_code == 0 and "4 entries proposed" in done.output and "speak to machines" in done.output
        shown = len(stub.asked)
        assert command("review", "77/2026/QĐ-UBND", "--llm", "openai-like").exit_code == 0
        assert len(stub.asked) == shown  # all of it was read
    listed = command("duties", "--origin", "second", "--language", "en")
    assert "second reader (stub, " in listed.output and "not yet reviewed" in listed.output
    number = re.search(r"\[(\d+)\]", listed.output)
    assert number is not None
    assert "wait to be accepted" in command("duties", "--language", "en").output
    assert "chưa duyệt" in command("duties", "--origin", "tất cả", "--language", "vi").output
    accepted = command("review", "--accept", number.group(1), "--who", "Lan", "--language", "vi")
    assert accepted.exit_code == 0 and "Lan đã nhận" in accepted.output
    assert "accepted by Lan" in command("duties", "--language", "en").output
    assert "accepted by Lan" not in command("duties", "--origin", "rules", "--language", "en").output


@pytest.mark.parametrize(
    ("arguments", "code"),
    [((), "review-what"), (("--all",), "review-no-model"), (("--accept", "99"), "second-unknown")],
)
def test_a_call_that_cannot_be_is_told(command: Command, arguments: tuple[str, ...], code: str) -> None:
    done = command("review", *arguments)
    assert done.exit_code != 0 and getattr(done.exception, "code", None) == code


def test_the_command_says_why_it_stopped(corpus: Corpus, command: Command, monkeypatch: pytest.MonkeyPatch) -> None:
    with stub_model(writing("Certainly!")) as stub:
        monkeypatch.setenv("VANBAN_LLM_ADDRESS", stub.address)
        for language, said in (("en", "Stopped: what the language model sent"), ("vi", "Đã dừng: nội dung mô hình")):
            done = command("review", "--all", "--llm", "openai-like", "--language", language)
            assert done.exit_code == 1 and said in done.output


def test_the_api_marks_filters_and_decides(corpus: Corpus) -> None:
    reviewed(corpus, reading(*GOOD))
    corpus.settings = read_settings(corpus.settings.data)
    with TestClient(make_app(corpus.settings)) as client:

        def asked(register: str, **query: str) -> dict[str, Any]:
            body: dict[str, Any] = client.get(f"/api/registers/{register}", params=query).json()
            return body

        plain, all_ = asked("duties"), asked("duties", origin="all")
        assert plain["total"] == 1 and plain["entries"][0]["second_reader"] is None and len(plain["remarks"]) == 1
        assert all_["total"] == 2 and all_["remarks"] == []
        (entry,) = asked("duties", origin="second")["entries"]
        second = entry["second_reader"]
        assert (second["model"], second["state"], second["decided"]) == ("stub", "proposed", None)
        made = client.put(f"/api/registers/second/{second['id']}", json={"state": "accepted", "who": "Lan"})
        assert made.status_code == 200 and made.json()["who"] == "Lan" and made.json()["decided"]
        assert asked("duties")["total"] == 2 and asked("duties", origin="rules")["total"] == 1
        assert client.put("/api/registers/second/9999", json={"state": "accepted"}).status_code == 404
        assert client.put(f"/api/registers/second/{second['id']}", json={"state": "sure"}).status_code == 422
        lines = client.get("/api/registers/duties.csv", headers={"accept-language": "en"}).text
        assert "Found by" in lines and "second reader (stub), accepted by Lan" in lines
        assert "Found by" not in client.get("/api/registers/duties.csv?origin=rules").text


# --- the parts -------------------------------------------------------------------------------------------------------


def test_entries_are_found_in_whatever_a_model_writes_around_them() -> None:
    one = line("duty", "a b c", what="b")
    for said in (
        one,
        f"Sure:\n```json\n[{one},\n{one}]\n```",
        f"<think>{one[:20]}</think>{one}",
        f"1. {one} {{",
        f"{{{one}",
    ):
        found = proposals(said)
        assert found is not None and [(s.kind, s.quote, s.slots) for s in found] == [
            ("duty", "a b c", {"what": "b"})
        ], said
    assert proposals("NONE") == proposals(" none.") == proposals("[]") == proposals("") == []
    for garbage in ("Sure, here it is", "{" * 10_000, '{"kind": "duty"}', '{"kind": 3, "quote": ["a"]}', "\ud800{}"):
        assert proposals(garbage) is None
    numbered = proposals(line("figure", "có 480 người", number=480, of=None))
    assert numbered is not None and numbered[0].slots == {"number": "480"}


def test_who_acts_is_not_read_out_of_a_row() -> None:
    row = "3 | Xây dựng khung năng lực | Sở Nội vụ | Đảng ủy các xã | Trước ngày 30/6/2026"
    said = proposals(line("duty", row, who="Đảng ủy các xã", what="Xây dựng khung năng lực"))
    assert said is not None and proposed(said[0], row, Span(0, len(row)), ()) is None
    plain = proposals(line("duty", row, what="Xây dựng khung năng lực"))
    assert plain is not None and proposed(plain[0], row, Span(0, len(row)), ()) is not None
