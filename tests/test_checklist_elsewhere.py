"""What belongs to a checklist and does not say so itself: it is referred to, headed, led in to, or its document says it."""

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from assistant.checklist import Drafting
from assistant.checklists.competence import powers_led
from assistant.checklists.items import Checklist
from corpus.corpus import Corpus
from corpus.document import Outline, Provision
from corpus.embedding import SentenceEmbedding
from corpus.settings import read_settings
from ingest.files import files_under
from ingest.job import ingest

COMPETENCE = (
    ("d5", "article", "Điều 5. Thẩm quyền của Giám đốc Sở Nông nghiệp"),
    ("d5.k1", "clause", "1. Quyết định mở, đóng trạm giống."),
    ("d5.k2", "clause", "2. Trạm giống giữ sổ riêng."),
    ("d6", "article", "Điều 6. Mở trạm"),
    ("d6.k1", "clause", "1. Chủ tịch Ủy ban nhân dân xã quyết định đối với:"),
    ("d6.k1.a", "point", "a) Trạm dưới 02 ha;"),
    ("d6.k1.b", "point", "b) Vườn ươm của xã."),
    ("d6.k2", "clause", "2. Quyết định nào cũng được đăng công khai."),
    ("d7", "article", "Article 7. Competence of the Director of the Department"),
    ("d7.k1", "clause", "1. To approve the opening of a station."),
)


def laid_out(lines: tuple[tuple[str, str, str], ...]) -> tuple[str, Outline]:
    """A text with its outline: a unit ends where the next one begins that does not stand in it."""
    text = "\n".join(line for _, _, line in lines)
    starts = [sum(len(line) + 1 for _, _, line in lines[:n]) for n in range(len(lines))]
    units = []
    for n, (address, kind, _) in enumerate(lines):
        after = (starts[m] for m in range(n + 1, len(lines)) if not lines[m][0].startswith(f"{address}."))
        parent = address.rpartition(".")[0] or None
        units.append(Provision(address, kind, kind, "", starts[n], next(after, len(text)), parent))
    return text, Outline(units)


def test_who_decides_is_read_from_the_heading_and_from_what_leads_in() -> None:
    text, outline = laid_out(COMPETENCE)
    assert [(p.who.of(text), p.whole.of(text).split("\n")[0]) for p in powers_led(text, outline) if p.who] == [
        ("Giám đốc Sở Nông nghiệp", "1. Quyết định mở, đóng trạm giống."),
        ("Chủ tịch Ủy ban nhân dân xã", "1. Chủ tịch Ủy ban nhân dân xã quyết định đối với:"),
        ("the Director of the Department", "1. To approve the opening of a station."),
    ]
    (listing,) = (p.whole.of(text) for p in powers_led(text, outline) if p.whole.of(text).count("\n"))
    assert listing.endswith("b) Vườn ươm của xã.")


@pytest.fixture(scope="module")
def drafting(sample_corpus: Corpus) -> Drafting:
    return Drafting(Assistant(sample_corpus))


def places(made: Checklist, document: str) -> set[str]:
    return {s.path for i in made.items for s in i.sources if s.document.removesuffix("-en") == document}


def test_papers_of_another_document_follow_the_item_that_refers_to_them(drafting: Drafting) -> None:
    made = drafting.draft("hồ sơ bổ nhiệm Trưởng phòng, Phó Trưởng phòng thuộc sở", kind="dossier")
    referring = next(n for n, i in enumerate(made.items) if i.task.startswith("08 loại văn bản"))
    behind = made.items[referring + 1 : referring + 9]
    assert {s.document for i in behind for s in i.sources} == {"09-hd-btctu-2022"}
    assert [i.sources[0].path[-6:] for i in behind] == [f"điểm {mark}" for mark in "abcdđegh"]


def test_of_a_list_in_the_same_document_only_what_is_named_is_taken(drafting: Drafting) -> None:
    made = drafting.draft("papers for the rotation of an official")
    listed = {p[-6:] for p in places(made, "09-hd-btctu-2022") if "khoản 1, điểm" in p}
    assert listed == {f"điểm {mark}" for mark in "bcdđegh"}  # not the submission for an appointment


def test_one_paper_that_only_names_its_rule_has_nothing_behind_it(drafting: Drafting) -> None:
    made = drafting.draft("hồ sơ đề nghị cử đi đào tạo sau đại học", kind="dossier")
    assert all("Điều 12" in p or "Article 12" in p for p in places(made, "40-2023-qd-ubnd"))


def test_a_body_named_in_the_heading_leads_what_it_decides(drafting: Drafting) -> None:
    made = drafting.draft("establishing, reorganizing and dissolving public service units", kind="procedure")
    (item,) = (i for i in made.items if i.sources[0].path == "Quy định, Điều 5, khoản 1")
    assert item.lead == "Chủ tịch Ủy ban nhân dân tỉnh" and item.strength == "assigned"


def test_an_article_headed_by_the_topic_and_found_first_is_its_home(drafting: Drafting) -> None:
    made = drafting.draft("obligations of officials sent to study", kind="procedure")
    assert {f"Regulation, Article 16, Clause {n}" for n in (1, 2, 3)} <= places(made, "40-2023-qd-ubnd")


AWARD = """BỘ NÔNG NGHIỆP
Số: 12/2026/TT-BNN

THÔNG TƯ
Về xét tặng Giải thưởng Hạt vàng

Điều 1. Nguyên tắc
1. Mỗi năm xét tặng một lần.
2. Người đang bị kỷ luật không được tham gia.

Điều 2. Hội đồng
Việc xét tặng qua hai cấp:
1. Hội đồng cấp cơ sở: do Giám đốc Sở lập, chấm điểm từng sản phẩm trước khi trình lên trên.
2. Nhà khoa học.

Điều 3. Hiệu lực
Thông tư này có hiệu lực kể từ ngày ký.
"""
OTHER = """BỘ NÔNG NGHIỆP
Số: 13/2026/TT-BNN

THÔNG TƯ
Về quản lý trạm giống

Điều 1. Mở trạm
1. Trạm được mở khi đủ đất; người đang bị kỷ luật không được làm chủ trạm.
"""


def test_all_of_a_document_is_on_a_topic_that_its_title_names_alone(
    embedding: SentenceEmbedding, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "award.txt").write_text(AWARD, encoding="utf-8")
    (tmp_path / "in" / "other.txt").write_text(OTHER, encoding="utf-8")
    corpus = Corpus(read_settings(tmp_path / "data"))
    corpus.embedding = embedding
    with corpus.writing():
        ingest(corpus, files_under([tmp_path / "in"]))
    try:
        made = Drafting(Assistant(corpus)).draft("xét tặng Giải thưởng Hạt vàng", kind="procedure")
    finally:
        corpus.close()
    numbers = {s.number for i in made.items for s in i.sources}
    assert numbers == {"12/2026/TT-BNN"}
    assert {"Điều 1, khoản 2", "Điều 2, khoản 1"} <= {s.path for i in made.items for s in i.sources}
    assert "Điều 2, khoản 2" not in {s.path for i in made.items for s in i.sources}  # a part of a list, no sentence
