"""Headings that name the topic and nothing else: what stands below them is on it, said again or not."""

import pytest

from assistant.assistant import Assistant
from assistant.checklist import Drafting
from assistant.checklists.apart import is_apart
from assistant.checklists.headings import is_headed, is_of_any_procedure, named_in, repeats
from assistant.checklists.items import Checklist
from assistant.checklists.topic import without_papers
from corpus.corpus import Corpus
from corpus.document import Outline, Provision


@pytest.mark.parametrize(
    ("heading", "procedural"),
    [
        ("Điều 13. Thời hạn giải quyết", True),
        ("Điều 14. Thẩm quyền", True),
        ("Article 9. Time limits for settlement", True),
        ("Điều 9. Thời lượng bồi dưỡng", False),
        ("Article 4. Councils of seed stations", False),
    ],
)
def test_some_headings_say_only_how(heading: str, procedural: bool) -> None:
    assert is_of_any_procedure(heading) is procedural


def test_a_heading_names_its_things_side_by_side() -> None:
    assert named_in("Chương V QUYỀN LỢI, NGHĨA VỤ VÀ ĐỀN BÙ CHI PHÍ") == ["QUYỀN LỢI", "NGHĨA VỤ", "ĐỀN BÙ CHI PHÍ"]
    assert named_in("Điều 2. Hồ sơ, trình tự và thẩm quyền mở trạm giống") == ["thẩm quyền mở trạm giống"]


def test_what_a_document_does_by_itself_is_no_heading_of_its_own() -> None:
    assert repeats("Điều 1. Phê duyệt Đề án", "Phê duyệt Đề án trạm giống của tỉnh")
    assert not repeats("Điều 15. Phê duyệt đề án", "Hướng dẫn xây dựng đề án trạm giống")


def test_a_clause_may_have_a_heading() -> None:
    text = "2. Các bước thực hiện\na) Họp xã.\n3. Trạm được mở khi đủ đất.\nĐất phải bằng phẳng."
    assert is_headed(text, Provision("k2", "clause", "2.", "", 0, 33))
    assert not is_headed(text, Provision("k3", "clause", "3.", "", 34, len(text)))


def test_scope_definitions_and_who_carries_it_out_are_nobodys_task() -> None:
    lines = ("Căn cứ Luật Trồng trọt", "Điều 2. Đối tượng áp dụng", "Chủ trạm phải đủ 20 tuổi.", "Điều 3. Hồ sơ mở trạm",
             "Chủ trạm nộp đơn. Giám đốc Sở chịu trách nhiệm thi hành Quyết định này.")  # fmt: skip
    text = "\n".join(lines)
    at = [text.index(line) for line in lines]
    outline = Outline([
        Provision("d2", "article", "Điều 2", "", at[1], at[3] - 1), Provision("d3", "article", "Điều 3", "", at[3], len(text)),
    ])  # fmt: skip
    carried = text.index("Giám đốc")
    assert is_apart(text, outline, None, at[0], at[0] + 10)
    assert is_apart(text, outline, outline.get("d2"), at[2], at[3] - 1)
    assert is_apart(text, outline, outline.get("d3"), carried, len(text))
    assert not is_apart(text, outline, outline.get("d3"), at[4], carried)


@pytest.mark.parametrize(
    ("subject", "rest"),
    [
        ("hồ sơ mở trạm giống", "mở trạm giống"),
        ("thành phần hồ sơ", "thành phần hồ sơ"),
        ("papers required for a seed station", "a seed station"),
    ],
)
def test_that_it_is_papers_every_list_of_papers_says(subject: str, rest: str) -> None:
    assert without_papers(subject) == rest


@pytest.fixture(scope="module")
def drafting(sample_corpus: Corpus) -> Drafting:
    return Drafting(Assistant(sample_corpus))


def units(made: Checklist, document: str) -> list[str]:
    """Where the items of one document stand, in either language."""
    found = (s.path for i in made.items for s in i.sources if s.document.removesuffix("-en") == document)
    return list(dict.fromkeys(found))


def test_articles_that_say_only_how_belong_to_what_their_chapter_is_about(drafting: Drafting) -> None:
    made = drafting.draft("sending civil servants to postgraduate training", kind="procedure")
    paths = units(made, "40-2023-qd-ubnd")
    for path in ("Article 13, Clause 1", "Article 13, Clause 2", "Article 13, Clause 3", "Article 14"):
        assert any(p.endswith(path) for p in paths)
    sections = [i.section for i in made.items if any("Article 13, Clause" in s.path for s in i.sources)]
    assert sections[-1] == "approve"


def test_a_clause_of_which_the_registers_hold_nothing_is_an_item_whole(drafting: Drafting) -> None:
    made = drafting.draft("đền bù chi phí đào tạo")
    assert any(p.endswith("Điều 17, khoản 1") for p in units(made, "40-2023-qd-ubnd"))
    assert not any(p.endswith("Điều 15, khoản 1") for p in units(made, "40-2023-qd-ubnd"))


def test_an_amending_clause_is_about_what_it_amends(drafting: Drafting) -> None:
    made = drafting.draft("tiếp nhận vào làm công chức")
    paths = units(made, "18-2024-qd-ubnd")
    assert "Điều 1, khoản 3" in paths and "Điều 1, khoản 4" in paths  # papers of the reception, put in and changed
    assert "Điều 1, khoản 2" not in paths  # an examination, under the same heading


def test_another_figure_is_another_clause(drafting: Drafting) -> None:
    made = drafting.draft("reception into the civil service", kind="procedure")
    assert any("01 set" in i.task for i in made.items) and not any("02 sets" in i.task for i in made.items)


def test_a_list_for_something_else_beside_it_is_left_out(drafting: Drafting) -> None:
    made = drafting.draft("papers required for adjusting a job-position project", kind="dossier")
    assert made.items and not any("Clause 1, " in p for p in units(made, "98-2022-tt-bnv"))


def test_nothing_is_made_of_a_heading_alone(drafting: Drafting) -> None:
    made = drafting.draft("bố trí công chức vào vị trí việc làm đã phê duyệt")
    assert made.items and not any(p.startswith("Điều 1,") for p in units(made, "1482-qd-ubnd-2023"))


def test_a_chapter_of_nothing_but_the_topic_is_on_it_with_all_in_it(drafting: Drafting) -> None:
    made = drafting.draft("kỳ thi tuyển dụng công chức", kind="procedure")
    told = units(made, "25-2022-qd-ubnd")
    assert all(any(f"Điều {n}" in path for path in told) for n in (6, 7, 8, 9, 10))
    assert not any("Điều 12" in path for path in told)  # of the next chapter


def test_the_words_below_a_clauses_heading_are_an_item(drafting: Drafting) -> None:
    made = drafting.draft("quy trình bổ nhiệm nhân sự tại chỗ gồm 5 bước", kind="procedure")
    minutes = [i for i in made.items if i.task.startswith("Biên bản hội nghị")]
    assert len(minutes) == 1 and "Lưu ý" not in minutes[0].task


@pytest.mark.parametrize(
    "topic", ["hồ sơ đề nghị tiếp nhận vào làm công chức", "dossier for reception into the civil service"]
)
def test_a_paper_that_an_amending_text_adds_is_in_the_list(drafting: Drafting, topic: str) -> None:
    made = drafting.draft(topic, kind="dossier")
    added = [i for i in made.items if i.task.startswith(("Phiếu lý lịch tư pháp", "A judicial record card"))]
    assert len(added) == 1 and added[0].sources[0].document.startswith("18-2024-qd-ubnd")
