"""Documents that say the same: copies, scans, versions and translations are linked from both ends, and found once."""

import random
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assistant.search import Search
from corpus.corpus import Corpus
from corpus.document import Page
from corpus.identity import find_numbers
from corpus.incoming import NewDocument
from corpus.kinship import Kin, Kindred, Link, likeness, sketch
from ingest.job import IncomingFile, document_of, files_under, ingest
from tests.conftest import OpenCorpus

SAMPLES = Path(__file__).parent.parent / "corpus" / "samples" / "dossier"
PLAN = """ỦY BAN NHÂN DÂN
TỈNH LAM GIANG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Số: {number}/KH-UBND
Lam Giang, ngày {day} tháng 3 năm 2025
KẾ HOẠCH
{title}
1. Sở Nội vụ chủ trì, phối hợp với Trường Chính trị tỉnh mở 12 lớp bồi dưỡng ngạch chuyên viên cho 480 công chức cấp xã.
2. Sở Tài chính bố trí 1.350 triệu đồng từ nguồn kinh phí đào tạo, bồi dưỡng và hướng dẫn quyết toán trước ngày 15/12/2025.
3. Các sở, ban, ngành cử công chức đi học đúng đối tượng và báo cáo kết quả về Sở Nội vụ trước ngày {due}.
"""
ENGLISH = """PEOPLE'S COMMITTEE OF LAM GIANG PROVINCE
SOCIALIST REPUBLIC OF VIETNAM
Independence - Freedom - Happiness
No. 57/KH-UBND
Lam Giang, March 5, 2025
PLAN
On training for commune civil servants
1. The Department of Home Affairs shall hold 12 specialist-rank training courses for 480 commune civil servants.
2. The Department of Finance shall allocate VND 1,350 million from the training fund and guide settlement before 15/12/2025.
3. Departments shall send the right civil servants and report to the Department of Home Affairs before 30/11/2025.
"""


def plan(number: int = 57, day: str = "05", due: str = "30/11/2025", title: str = "Bồi dưỡng công chức cấp xã") -> str:
    return PLAN.format(number=number, day=day, due=due, title=title)


def misread(text: str, share: float) -> str:
    """A text as poor recognition gives it: so many of its letters are others."""
    chance = random.Random(7)
    letters = "abcdeghiklmnoprstuvy"
    return "".join(chance.choice(letters) if c.isalpha() and chance.random() < share else c for c in text)


def kin(mark: int, text: str, number: str | None = "57/KH-UBND", recognised: bool = False, **other: Any) -> Kin:
    facts: dict[str, Any] = {
        "language": "vi",
        "media_type": "text/plain",
        "issuer": "UBND",
        "issued": date(2025, 3, 5),
    }
    key = find_numbers(number)[0].key if number else None
    return Kin(mark, sketch(text, recognised=recognised), number_key=key, **facts | other)


def kinds(one: Kin, other: Kin) -> list[str]:
    there, back = Kindred([other]).links(one), Kindred([one]).links(other)
    assert back == [Link(link.other, link.one, link.kind, link.likeness) for link in there]
    return [link.kind for link in there]


def test_likeness_is_one_for_one_text_and_none_for_another() -> None:
    text = plan()
    assert likeness(sketch(text), sketch(text.upper())) == 1.0
    assert likeness(sketch(text), sketch(ENGLISH)) < 0.05
    assert 0.9 < likeness(sketch(text * 3 + "Điều này được thêm."), sketch(text * 3)) < 1.0
    assert likeness(sketch(""), sketch(text)) == 0.0


def test_the_same_words_are_one_text_whatever_the_file_says_of_itself() -> None:
    assert kinds(kin(1, plan()), kin(2, plan(), media_type="application/pdf")) == ["same-text"]
    assert kinds(kin(1, plan(), number=None, issued=None), kin(2, plan(), number=None, issued=None)) == ["same-text"]
    assert kinds(kin(1, ""), kin(2, "", number="58/KH-UBND")) == []


def test_a_changed_date_makes_a_version_and_another_number_another_document() -> None:
    assert kinds(kin(1, plan()), kin(2, plan(due="20/11/2025"))) == ["version"]
    assert kinds(kin(1, plan()), kin(2, plan(due="20/11/2025"), media_type="application/pdf")) == ["version"]
    assert kinds(kin(1, plan()), kin(2, plan(number=58), number="58/KH-UBND")) == []
    assert kinds(kin(1, plan()), kin(2, plan(day="06"), issued=date(2025, 3, 6))) == []
    assert kinds(kin(1, plan(due="1/1/2026")), kin(2, plan(), issuer="Sở Nội vụ")) == []


@pytest.mark.parametrize("share", [0.005, 0.02, 0.04])
def test_a_scan_is_known_in_spite_of_its_errors(share: float) -> None:
    text = plan() * 3
    scan = misread(text, share)
    assert kinds(kin(1, text), kin(2, scan, recognised=True)) == ["scan"]
    assert kinds(kin(1, text), kin(2, scan, number=None, issued=None, recognised=True)) == ["scan"]
    assert kinds(kin(1, text), kin(2, scan, number="58/KH-UBND", recognised=True)) == []
    assert kinds(kin(1, ENGLISH, language="en"), kin(2, scan, number=None, recognised=True)) == []


def test_a_translation_is_known_by_number_and_figures() -> None:
    assert kinds(kin(1, plan()), kin(2, ENGLISH, language="en")) == ["translation"]
    assert kinds(kin(1, plan(), issued=None), kin(2, ENGLISH, language="en")) == ["translation"]
    other = (
        "No. 57/KH-UBND PLAN on fire drills. 1. Every school holds 2 drills with 35 pupils in rooms 7, 8 and 9 in May."
    )
    assert kinds(kin(1, plan(), issued=None), kin(2, other, language="en")) == []
    assert kinds(kin(1, plan()), kin(2, ENGLISH, language="en", issued=date(2024, 3, 5))) == []


def test_many_are_compared_at_once() -> None:
    others = [
        kin(i, f"{plan(number=i)} Văn bản thứ {i} nói về việc khác.", number=f"{i}/KH-UBND") for i in range(1, 300)
    ]
    (link,) = Kindred(others).links(kin(0, plan(), number="57/KH-UBND"))
    assert (link.one, link.other, link.kind) == (0, 57, "version")


# --- end to end ------------------------------------------------------------------------------------------------------


def new(name: str, text: str, confidence: float | None = None) -> NewDocument:
    """A document as a run would store it; with `confidence`, one that was read by text recognition."""
    from dataclasses import replace

    made = document_of(IncomingFile(Path(name), name, name), text.encode(), name.ljust(64, "0"))
    page = Page(1, 0, len(made.document.text), "ocr", confidence)
    pages = (page,) if confidence is not None else ()
    passages = [replace(p, page=1) for p in made.passages] if pages else made.passages
    return NewDocument(replace(made.document, pages=pages), passages, text.encode())


def stored(corpus: Corpus, *batches: Sequence[NewDocument]) -> None:
    with corpus.writing():
        for batch in batches:
            corpus.add(batch)


def linked(corpus: Corpus) -> set[tuple[str, str, str]]:
    names = {e.id: e.source.name for e in corpus.library.entries()}
    return {(names[id], names[other.id], other.kind) for id in names for other in corpus.library.links(id)}


DOCUMENTS = (
    new("a.txt", plan()),
    new("b.txt", plan()),
    new("scan.txt", misread(plan(), 0.01), 0.8),
    new("en.txt", ENGLISH),
    new("other.txt", plan(number=61, title="Luân chuyển", due="1/6/2026").replace("12 lớp", "7 lớp")),
)
LINKS = {
    ("a.txt", "b.txt", "same-text"), ("a.txt", "scan.txt", "scan"), ("b.txt", "scan.txt", "scan"),
    ("a.txt", "en.txt", "translation"), ("b.txt", "en.txt", "translation"), ("scan.txt", "en.txt", "translation"),
}  # fmt: skip


@pytest.mark.parametrize(("order", "size"), [((0, 1, 2, 3, 4), 5), ((4, 3, 2, 1, 0), 1), ((2, 0, 3, 4, 1), 2)])
def test_links_are_the_same_whatever_the_order_and_the_batches(
    tmp_path: Path, open_corpus: OpenCorpus, order: tuple[int, ...], size: int
) -> None:
    corpus = open_corpus(tmp_path / "data")
    files = [DOCUMENTS[i] for i in order]
    stored(corpus, *(files[i : i + size] for i in range(0, len(files), size)))
    assert linked(corpus) == LINKS | {(other, one, kind) for one, other, kind in LINKS}


def test_links_go_with_their_documents_and_follow_a_change(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    stored(corpus, DOCUMENTS[:2])
    stored(corpus, [new("b.txt", plan(due="20/11/2025"))])
    assert linked(corpus) == {("a.txt", "b.txt", "version"), ("b.txt", "a.txt", "version")}
    first = next(e.id for e in corpus.library.entries() if e.source.name == "a.txt")
    with corpus.writing():
        corpus.remove(first)
    assert linked(corpus) == set() and corpus.library.all_links() == {}


def test_one_text_is_found_once_and_knows_its_other_places(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    corpus = open_corpus(tmp_path / "data")
    stored(corpus, [DOCUMENTS[2], DOCUMENTS[0], DOCUMENTS[1], DOCUMENTS[3]])
    search = Search(corpus)
    names = {e.revision: e.source.name for e in corpus.library.entries()}

    def found(question: str) -> list[tuple[str, set[str]]]:
        hits = search.find(question, 10)
        return [(names[h.key.revision], {names[k.revision] for k in h.also}) for h in hits]

    # the text layer comes before the scan although that is the older, and the older copy before the younger
    assert found("Sở Tài chính bố trí bao nhiêu triệu đồng?")[0] == ("a.txt", {"b.txt", "scan.txt", "en.txt"})
    assert {name for name, _ in found("Sở Nội vụ mở bao nhiêu lớp bồi dưỡng?")} == {"a.txt"}
    assert found("How many training courses shall be held?")[0] == ("en.txt", {"a.txt", "b.txt", "scan.txt"})


def test_samples_and_their_translations_are_kin_and_no_other_samples() -> None:
    files = sorted(SAMPLES.iterdir())
    samples = [document_of(IncomingFile(f, f.name, f.name), f.read_bytes(), "0").document for f in files]
    described = [
        Kin(
            n,
            sketch(d.text),
            d.identity.language,
            d.source.media_type,
            d.identity.number_key,
            d.identity.issuer,
            d.identity.issued,
        )
        for n, d in enumerate(samples)
    ]
    found = {
        (files[k.one].name, files[k.other].name, k.kind) for kin in described for k in Kindred(described).links(kin)
    }
    pairs = [(f.name, o.name) for f in files for o in files if f != o and f.name.split(".")[0] == o.name.split(".")[0]]
    assert found == {(one, other, "translation") for one, other in pairs} and len(pairs) == 18


def test_a_folder_with_a_copy_is_linked_by_a_run(tmp_path: Path, open_corpus: OpenCorpus) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    for name in ("ke-hoach.txt", "ban-sao.txt"):
        (folder / name).write_text(plan(), encoding="utf-8")
    corpus = open_corpus(tmp_path / "data")
    with corpus.writing():
        ingest(corpus, files_under([folder]))
    assert linked(corpus) == {
        ("ke-hoach.txt", "ban-sao.txt", "same-text"),
        ("ban-sao.txt", "ke-hoach.txt", "same-text"),
    }
