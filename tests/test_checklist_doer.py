"""Topics that name who does it, and words by which a topic is looked for besides its own."""

import pytest

from assistant.assistant import Assistant
from assistant.checklist import Drafting
from assistant.checklists.doer import Doing, read_doer
from assistant.checklists.items import Checklist
from assistant.checklists.wording import looked_for, other_forms
from corpus.corpus import Corpus


@pytest.mark.parametrize(
    ("subject", "doing"),
    [
        ("appraising projects by the Ministry of Finance", ("appraising projects", "the Ministry of Finance", False)),
        ("thẩm định đề án do Sở Tư pháp thực hiện", ("thẩm định đề án", "Sở Tư pháp", False)),
        ("nhiệm vụ của Sở Y tế về tuyển dụng", ("tuyển dụng", "Sở Y tế", True)),
        ("trach nhiem cua So Y te ve tuyen dung", ("tuyen dung", "So Y te", True)),
        ("duties of the Department of Health in recruitment", ("recruitment", "the Department of Health", True)),
    ],
)
def test_who_does_it_is_told_from_what_is_done(subject: str, doing: tuple[str, str, bool]) -> None:
    assert read_doer(subject) == Doing(*doing)


@pytest.mark.parametrize(
    "subject",
    ["đo độ cao công trình", "bổ nhiệm lại công chức", "reports by March", "đề án vị trí việc làm của Sở Nội vụ"],
)
def test_a_topic_may_name_nobody(subject: str) -> None:
    assert read_doer(subject) is None


def test_forms_of_a_word_are_no_synonyms() -> None:
    assert "receive" in other_forms("reception") and "admit" not in other_forms("reception")
    assert not other_forms("papers")
    concept = next(c for c in looked_for("reception of guests").concepts if c.named == "reception")
    assert {n.text for n in concept.names if n.clauses and n.clauses[0].weight > 0} >= {"tiếp nhận", "receive"}


def test_an_article_is_no_part_of_a_name() -> None:
    assert any(c.named == "class" for c in looked_for("papers for a class").concepts)


@pytest.fixture(scope="module")
def drafting(sample_corpus: Corpus) -> Drafting:
    return Drafting(Assistant(sample_corpus))


def units(made: Checklist, document: str) -> set[str]:
    return {s.path for i in made.items for s in i.sources if s.document == document}


def test_only_what_the_doer_has_to_do_is_listed(drafting: Drafting) -> None:
    made = drafting.draft("trách nhiệm của Sở Tài chính về đào tạo, bồi dưỡng", kind="assignment")
    assert "Quy chế, Điều 20" in units(made, "40-2023-qd-ubnd")
    assert made.items and not any("Điều 21" in p or "Điều 19" in p for p in units(made, "40-2023-qd-ubnd"))


def test_steps_that_do_not_name_the_doer_are_steps_of_what_he_does(drafting: Drafting) -> None:
    made = drafting.draft("thẩm định đề án vị trí việc làm do Sở Nội vụ thực hiện", kind="procedure")
    assert any(p.startswith("Điều 14") for p in units(made, "98-2022-tt-bnv"))


def test_a_doer_of_whom_nothing_is_said_gives_an_empty_list(drafting: Drafting) -> None:
    assert not drafting.draft("duties of the Ministry of Defence in recruitment", kind="assignment").items
