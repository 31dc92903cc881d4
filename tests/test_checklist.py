"""Checklists drafted over sample documents: what is on a topic, its words, duplicates, contradictions, bounds."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.checklist import Drafting
from assistant.checklists.documents import documents_called
from assistant.checklists.items import MOST_ITEMS, Checklist, Kind
from assistant.checklists.sheet import to_sheet
from assistant.checklists.stages import is_step, stage_of
from assistant.checklists.topic import asks_all, read_topic
from assistant.checklists.worded import unmarked
from assistant.search import Filters
from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding
from corpus.errors import NotFoundError, RequestError
from corpus.messages import Language
from corpus.registers import Duty, Registers, Span
from corpus.settings import read_settings
from tests.checklist_made import MARCH, TOLD, Made


@pytest.fixture(scope="module")
def corpus(few_data: Path, embedding: SentenceEmbedding) -> Iterator[Corpus]:
    corpus = Corpus(read_settings(few_data))
    corpus.embedding = embedding
    yield corpus
    corpus.close()


@pytest.fixture(scope="module")
def drafting(corpus: Corpus) -> Drafting:
    return Drafting(Assistant(corpus), Made(corpus))


def verbatim(corpus: Corpus, checklist: Checklist) -> bool:
    revisions = {e.id: e for e in corpus.library.entries()}
    sources = [s for i in checklist.items for s in i.sources]
    return bool(sources) and all(
        corpus.library.text(revisions[s.document].revision)[s.start : s.end] == s.quote
        and s.sha256 == revisions[s.document].source.sha256
        for s in sources
    )


def test_a_topic_brings_its_duties_with_lead_deadline_and_source(drafting: Drafting, corpus: Corpus) -> None:
    made = drafting.draft("Danh mục việc cần làm để phê duyệt đề án vị trí việc làm")
    approve = next(i for i in made.items if i.day == MARCH)
    assert approve.lead == "Ban cán sự đảng Ủy ban nhân dân tỉnh" and approve.deadline == "trước ngày 31/3/2024"
    assert approve.task.startswith("hoàn thành phê duyệt") and approve.inclusive is False
    assert {s.title for s in made.sections if s.id == approve.section} == {"Phê duyệt, quyết định, ban hành"}
    assert verbatim(corpus, made)


def test_what_is_on_another_topic_is_left_out(drafting: Drafting) -> None:
    made = drafting.draft("phê duyệt đề án vị trí việc làm")
    assert {s.document for i in made.items for s in i.sources} == {
        "77-kl-tu-2024", "77-kl-tu-2024-en", "642-snv-ccvc-2023",
    }  # fmt: skip
    assert not any("tiền thuê nhà" in i.task for i in made.items)
    # what the letter asks for without naming the topic is counted, and shown where it is asked for
    assert not any("làm đầu mối" in i.task for i in made.items)
    wide = drafting.draft("phê duyệt đề án vị trí việc làm", wide=True)
    assert any("làm đầu mối" in i.task for i in wide.items)
    assert {i.task for i in made.items} < {i.task for i in wide.items}
    more = len(wide.items) - len(made.items)
    assert any(r.startswith(f"Còn {more} mục khác") for r in made.remarks)
    assert not any("mục khác" in r for r in wide.remarks)


@pytest.mark.parametrize(
    ("topic", "first", "other"),
    [
        ("phê duyệt đề án vị trí việc làm", "77-kl-tu-2024", "77-kl-tu-2024-en"),
        ("checklist for approving the job position projects", "77-kl-tu-2024-en", "77-kl-tu-2024"),
    ],
)
def test_a_translation_is_no_second_task_but_a_second_source(
    drafting: Drafting, topic: str, first: str, other: str
) -> None:
    made = drafting.draft(topic)
    march = [i for i in made.items if i.day == MARCH]
    assert [list(dict.fromkeys(s.document for s in i.sources)) for i in march] == [[first, other]]


def test_a_list_in_the_other_language_quotes_the_translation(drafting: Drafting) -> None:
    made = drafting.draft("phê duyệt đề án vị trí việc làm", language="en")
    march = next(i for i in made.items if i.day == MARCH)
    assert march.deadline == "before March 31, 2024" and march.sources[0].document == "77-kl-tu-2024-en"
    assert {s.title for s in made.sections} >= {"Approve, decide, issue"}


@pytest.mark.parametrize(("language", "says"), [("vi", "không nêu"), ("en", "not stated")])
def test_where_the_source_is_silent_the_sheet_says_so(drafting: Drafting, language: Language, says: str) -> None:
    made = drafting.draft("Công văn 642/SNV-CCVC", language=language)
    item = next(i for i in made.items if "làm đầu mối" in i.task)
    assert item.deadline is None and item.day is None and item.product is None and item.coordinators == ()
    row = next(r for r in to_sheet(made).rows if r.id == item.id)
    assert row.due is None and row.cells.count(says) == 4 and "Mỗi cơ quan" in row.cells
    assert {row.cells[n] for n in row.locked} >= {says, item.task}


@pytest.mark.parametrize(
    ("topic", "says"),
    [("đấu thầu thuốc chữa bệnh", "Danh mục trống"), ("vaccination of cattle", "The checklist is empty")],
)
def test_a_topic_that_nothing_covers_is_an_empty_checklist(drafting: Drafting, topic: str, says: str) -> None:
    made = drafting.draft(topic)
    assert made.items == () and made.searched.documents == 7 and made.searched.passages > 20
    assert any(says in r for r in made.remarks) and len(made.sections) == 1
    assert any("7" in note for note in to_sheet(made).notes)


def test_a_document_named_brings_all_its_duties_and_no_others(drafting: Drafting) -> None:
    made = drafting.draft("Thực hiện Công văn số 642/SNV-CCVC", kind="assignment")
    assert [s.document for i in made.items for s in i.sources] == ["642-snv-ccvc-2023"] * 2


def test_a_number_that_is_not_there_is_said(drafting: Drafting) -> None:
    made = drafting.draft("checklist for Decision 9999/QD-UBND")
    assert made.items == () and any("9999/Q" in r for r in made.remarks)


def test_chosen_documents_bound_the_topic(drafting: Drafting, corpus: Corpus) -> None:
    only = documents_called(corpus, ["642/SNV-CCVC"])
    assert only == Filters(documents=("642-snv-ccvc-2023",))
    made = drafting.draft("đề án vị trí việc làm", only)
    assert made.items and {s.document for i in made.items for s in i.sources} == {"642-snv-ccvc-2023"}
    with pytest.raises(NotFoundError):
        documents_called(corpus, ["9999/QĐ-UBND"])


def test_an_assignment_is_ordered_by_agency(drafting: Drafting) -> None:
    made = drafting.draft("phân công nhiệm vụ theo Kết luận 77-KL/TU", kind="assignment")
    assert [s.title for s in made.sections] == ["Sở Tài chính", "Ban cán sự đảng Ủy ban nhân dân tỉnh"]
    assert made.of_section(made.sections[0].id)[0].coordinators == ("Sở Nội vụ",) and made.party


def test_a_dossier_lists_papers_of_the_register_and_of_the_text(corpus: Corpus) -> None:
    topic = "Hồ sơ nhập học gồm những gì?"
    listed = Drafting(Assistant(corpus), lambda _: Registers()).draft(topic)
    assert listed.kind == "dossier"
    assert [i.task for i in listed.items] == [
        "quyết định cử đi học", "bản sao bằng tốt nghiệp cao nhất", "02 ảnh 3x4", "phiếu đăng ký theo mẫu của Trường",
    ]  # fmt: skip
    assert verbatim(corpus, listed)
    known = Drafting(Assistant(corpus), Made(corpus)).draft(topic)
    assert [i.task for i in known.items] == ["quyết định cử đi học"]


def test_the_same_topic_gives_the_same_checklist(drafting: Drafting) -> None:
    one, other = (drafting.draft("đề án vị trí việc làm") for _ in range(2))
    assert replace(one, made=other.made) == other


def test_five_thousand_items_are_the_bound_and_the_cut_is_said(corpus: Corpus) -> None:
    def many(revision: int) -> Registers:
        size = len(corpus.library.text(revision)) - 60
        spans = (Span(n % size, n % size + 40 + n // size) for n in range(6000))
        return Registers(duties=tuple(Duty(s, "", "assigned", s) for s in spans))

    made = Drafting(Assistant(corpus), many).draft("Công văn 642/SNV-CCVC")
    assert 0 < len(made.items) <= MOST_ITEMS
    assert len(made.items) < MOST_ITEMS or any("5000" in r for r in made.remarks)


def test_words_that_speak_to_machines_are_no_task(corpus: Corpus, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("assistant.checklists.found.speaks_to_machines", lambda text: "làm đầu mối" in text)
    made = Drafting(Assistant(corpus), Made(corpus)).draft("Công văn 642/SNV-CCVC", kind="assignment")
    assert len(made.items) == 1 and "hoàn chỉnh đề án" in made.items[0].task


@pytest.mark.parametrize("topic", ["", " ?! ", "x" * 2001])
def test_no_topic_and_one_that_is_too_long_are_refused(drafting: Drafting, topic: str) -> None:
    with pytest.raises(RequestError):
        drafting.draft(topic)


@pytest.mark.parametrize(
    "topic", ["hồ sơ " * 330, "checklist " * 199, "\N{COMBINING ACUTE ACCENT}a" * 900, "A:;()[" * 300]
)
def test_odd_topics_end(drafting: Drafting, topic: str) -> None:
    assert drafting.draft(topic).topic == topic


@pytest.mark.parametrize(
    ("typed", "subject", "kind"),
    [
        ("Checklist for approving the job position project", "approving the job position project", None),
        ("Please draft a checklist: rotation of cadres", "rotation of cadres", None),
        ("Lập danh mục công việc cần làm để bổ nhiệm lại", "bổ nhiệm lại", None),
        ("Hồ sơ tiếp nhận công chức gồm những gì?", "Hồ sơ tiếp nhận công chức", "dossier"),
        ("What must the dossier for reception contain?", "the dossier for reception", "dossier"),
        ("phân công nhiệm vụ thực hiện Kế hoạch 96", "phân công nhiệm vụ thực hiện Kế hoạch 96", "assignment"),
        ("tasks by agency", "tasks by agency", "assignment"),
        ("quy trình bổ nhiệm", "quy trình bổ nhiệm", "procedure"),
        ("trình hồ sơ bổ nhiệm", "trình hồ sơ bổ nhiệm", None),
    ],
)
def test_a_topic_is_told_from_the_words_that_ask(typed: str, subject: str, kind: Kind | None) -> None:
    topic = read_topic(typed)
    assert (topic.subject if kind != "assignment" or "by" not in typed else typed) == subject
    assert topic.told == kind


@pytest.mark.parametrize(("rest", "all_of_it"), [("", True), ("thực hiện", True), ("bổ nhiệm lại", False)])
def test_words_that_single_nothing_out_ask_for_all(rest: str, all_of_it: bool) -> None:
    assert asks_all(rest) is all_of_it


@pytest.mark.parametrize(
    ("action", "stage"),
    [
        ("hoàn chỉnh đề án, gửi Sở Nội vụ", "prepare"),
        ("trình Ủy ban nhân dân tỉnh phê duyệt", "submit"),
        ("chương trình, quá trình công tác được thẩm định", "appraise"),
        ("hoàn thành phê duyệt đề án", "approve"),
        ("the approval of all projects must be completed", "approve"),
        ("báo cáo Ủy ban nhân dân tỉnh", "report"),
        ("thực hiện theo quyết định của Chủ tịch", "implement"),
        ("submit the report on results", "submit"),
        ("bảo đảm kinh phí", "implement"),
        ("kiểm tra và yêu cầu bổ sung một lần nếu hồ sơ chưa đầy đủ", "appraise"),
        ("gives written notice if the dossier is incomplete", "appraise"),
        ("Quyết định mở trạm được ban hành trong thời hạn 05 ngày", "approve"),
    ],
)
def test_the_first_verb_tells_the_stage(action: str, stage: str) -> None:
    assert stage_of(action) == stage


@pytest.mark.parametrize(
    ("heading", "step"), [("Bước 2. Thẩm định", True), ("Step 3: sign", True), ("Stage play", False), ("Điều 5", False)]
)
def test_steps_are_numbered(heading: str, step: bool) -> None:
    assert is_step(heading) is step


def test_the_made_registers_stand_in_the_texts(corpus: Corpus) -> None:
    made = Made(corpus)
    assert sum(len(made(e.revision).duties) for e in corpus.library.entries()) == len(TOLD)


@pytest.mark.parametrize(
    ("words", "task"),
    [
        ("2. Hồ sơ lập thành 02 bộ.", "Hồ sơ lập thành 02 bộ."),
        ("“2. Người được cử đi học phải cam kết", "Người được cử đi học phải cam kết"),
        ("đ) Sở Nội vụ tổng hợp", "Sở Nội vụ tổng hợp"),
        ("2.5 tỷ đồng được giao cho Sở Tài chính", "2.5 tỷ đồng được giao cho Sở Tài chính"),
        ("Ủy ban nhân dân xã báo cáo", "Ủy ban nhân dân xã báo cáo"),
        ("chịu trách nhiệm thi hành Quyết định này./.", "chịu trách nhiệm thi hành Quyết định này"),
    ],
)
def test_a_task_has_no_mark_of_its_clause(words: str, task: str) -> None:
    assert unmarked(words) == task
