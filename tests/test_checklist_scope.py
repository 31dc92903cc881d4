"""What is on a topic: things named side by side, years, syllables that only look alike, what no longer holds."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.checklist import Drafting
from assistant.checklists.items import Checklist
from assistant.checklists.stages import stage_of
from assistant.checklists.subject import Subject, years_in
from assistant.coverage import Sought
from assistant.programme import programme_sheet
from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding
from corpus.expansion import expand
from corpus.settings import read_settings
from evals.checklists import CASES, SPLITS, read_labels
from ingest.files import files_under
from ingest.job import ingest

TEXTS = Path(os.environ.get("VANBAN_SHARED", Path(__file__).parent.parent.parent / "shared")) / "texts"


def about(topic: str) -> Subject:
    return Subject(Sought(expand(topic), lambda field, term: 0.5), topic)


def share(topic: str, text: str) -> float:
    subject = about(topic)
    return subject.share(subject.standing(text, subject.language))


def test_of_things_named_side_by_side_one_is_enough() -> None:
    both = "thẩm định, phê duyệt đề án vị trí việc làm"
    assert (
        share(both, "Sở Nội vụ thẩm định đề án vị trí việc làm") == share(both, "phê duyệt đề án vị trí việc làm") == 1
    )
    assert share("phê duyệt đề án vị trí việc làm", "thẩm định đề án vị trí việc làm") < 1
    assert share("job descriptions and competency frameworks", "issues the job descriptions") == 1


def test_a_syllable_of_another_word_counts_less() -> None:
    assert share("đền bù chi phí", "đền bù chi phí đào tạo") == 1
    assert share("đền bù chi phí", "đi đền thờ, bù lỗ, chi bộ, học phí") < 0.5


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("mở lớp năm 2026", {"2026"}),
        ("trước ngày 31/3/2024", {"2024"}),
        ("giai đoạn 2021-2025", {"2021", "2025"}),
        ("Quyết định số 25/2022/QĐ-UBND", set()),
    ],
)
def test_years_are_told_from_the_numbers_of_documents(text: str, years: set[str]) -> None:
    assert years_in(text) == years


def test_to_consider_and_decide_is_to_approve() -> None:
    assert stage_of("xem xét, quyết định phê duyệt") == "approve" and stage_of("xem xét hồ sơ") == "appraise"


@pytest.fixture(scope="module")
def drafting(sample_corpus: Corpus) -> Drafting:
    return Drafting(Assistant(sample_corpus))


def places(made: Checklist) -> set[tuple[str, str]]:
    return {(s.document, s.path) for i in made.items for s in i.sources}


def test_a_paper_that_was_struck_out_is_not_asked_for(drafting: Drafting) -> None:
    made = drafting.draft("hồ sơ đề nghị tiếp nhận vào làm công chức gồm những gì?")
    assert any("Giấy chứng nhận sức khỏe" in i.task for i in made.items)
    assert not any("sổ hộ khẩu" in i.task for i in made.items)
    assert any("25/2022/QĐ-UBND" in r and "hết hiệu lực" in r for r in made.remarks)


def test_a_replaced_programme_sets_no_tasks_unless_it_is_named(drafting: Drafting) -> None:
    made = drafting.draft("phê duyệt đề án vị trí việc làm")
    assert made.items and not any(d.startswith("12-ctr") for d, _ in places(made))
    named = drafting.draft("Thực hiện Chương trình số 12-CTr/TU")
    assert any(d.startswith("12-ctr") for d, _ in places(named))
    assert any("không còn hiệu lực: 12-CTr/TU" in r for r in named.remarks)


def test_a_topic_of_a_year_is_about_that_year(drafting: Drafting) -> None:
    made = drafting.draft("đào tạo, bồi dưỡng cán bộ năm 2026")
    assert made.items and {i.day.year for i in made.items if i.day} == {2026}


def test_results_of_a_report_are_no_tasks(drafting: Drafting) -> None:
    made = drafting.draft("kiểm tra, giám sát công tác cán bộ")
    assert made.items and not any("mục I," in path for document, path in places(made) if document == "187-bc-tu-2023")


@pytest.mark.parametrize("topic", ["đấu thầu mua sắm trang thiết bị y tế", "licensing of foreign investment projects"])
def test_nothing_covers_it(drafting: Drafting, topic: str) -> None:
    made = drafting.draft(topic)
    assert made.items == () and made.searched.documents == 27 and made.searched.words
    assert len(made.remarks) == 1


def test_the_labelled_topics() -> None:
    cases = {split: read_labels(CASES / f"{split}.jsonl") for split in SPLITS}
    every = [c for split in cases.values() for c in split]
    assert len({c.id for c in every}) == len(every)
    for split in ("open", "held_out"):
        languages = [c.language for c in cases[split]]
        assert languages.count("vi") == languages.count("en") == 8
        assert {c.kind for c in cases[split]} == {"procedure", "assignment", "dossier"}
        assert sum(not c.must for c in cases[split]) == 2


@pytest.fixture(scope="module")
def texts(tmp_path_factory: pytest.TempPathFactory, embedding: SentenceEmbedding) -> Iterator[Corpus]:
    """The five reports about documents that the project grew from."""
    corpus = Corpus(read_settings(tmp_path_factory.mktemp("texts") / "data"))
    corpus.embedding = embedding
    with corpus.writing():
        ingest(corpus, files_under([TEXTS]))
    yield corpus
    corpus.close()


@pytest.mark.parametrize("topic", ["approving the job position project", "phê duyệt đề án vị trí việc làm"])
def test_the_project_is_approved_before_its_day(texts: Corpus, topic: str) -> None:
    made = Drafting(Assistant(texts)).draft(topic)
    item = next(i for i in made.items if i.day is not None)
    assert str(item.day) == "2024-03-31" and item.inclusive is False
    assert item.lead == "ministries, branches, units and localities"
    assert item.product is None and item.coordinators == ()
    [source] = item.sources
    assert source.quote in texts.library.text(texts.library.entries()[0].revision) or source.path == "Paragraph 11"


@pytest.mark.parametrize("topic", ["criteria for receiving civil servants", "tiêu chí tiếp nhận công chức"])
def test_at_least_three_years_are_asked_for(texts: Corpus, topic: str) -> None:
    made = Drafting(Assistant(texts)).draft(topic)
    assert "at least 3 years of working experience" in made.items[0].task
    assert made.items[0].deadline is None and made.items[0].lead is None


@pytest.mark.parametrize(("language", "people"), [("en", "people"), ("vi", "người")])
def test_a_programme_lists_its_figures_with_their_bases(texts: Corpus, language: str, people: str) -> None:
    sheet = programme_sheet(Assistant(texts).search, "08-CTr/TU", language="vi" if language == "vi" else "en")
    cells = [row.cells for row in sheet.rows]
    assert any(c[1] == "61 comrades" and c[2] == people and c[3] == "equal to 1.15 times" for c in cells)
    assert any(c[1] == "21 comrades" and c[3] == "equal to 1.4 times" for c in cells)
    assert any(c[1] == "655 people" for c in cells)
    assert not any(cell.endswith(("..", " and", ",")) for c in cells for cell in c)
