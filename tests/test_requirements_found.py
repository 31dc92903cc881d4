"""Requirements and definitions out of sentences and lists of our own, in both languages."""

from pathlib import Path

import pytest

from corpus.document import Document, Identity, Source
from corpus.messages import Language
from corpus.registers import Requirement
from ingest.definitions import find_definitions
from ingest.files import files_under
from ingest.prepared import Prepared
from ingest.reading import document_of
from ingest.requirements import find_requirements

_SOURCE = Source("t", "t.txt", "0", 0, "text/plain")


def _found(text: str, language: Language = "vi") -> list[Requirement]:
    return list(find_requirements(Prepared(Document(Identity("", language), text, _SOURCE))))


def _told(text: str, language: Language = "vi") -> list[tuple[str, str, float | None, str | None]]:
    return [(r.attribute, r.operator, r.value, r.unit) for r in _found(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Trưởng trạm phải có ít nhất 04 năm (48 tháng) công tác trong ngành.", "vi", [("experience", "at_least", 4, "year")]),
        ("Civil servants must have at least four years of working experience.", "en", [("experience", "at_least", 4, "year")]),
        ("Người dự tuyển phải có bằng đại học trở lên và trung cấp lý luận chính trị.", "vi",
         [("degree", "at_least", None, None), ("political_theory", "at_least", None, None)]),
        ("A head of station must be no older than 50 years.", "en", [("age", "at_most", 50, "year")]),
        ("Công chức phải được quy hoạch chức vụ bổ nhiệm.", "vi", [("planning", "has", None, None)]),
        ("Không bổ nhiệm người chưa được quy hoạch, trừ cơ quan mới thành lập.", "vi", [("planning", "has_not", None, None)]),
    ],
)  # fmt: skip
def test_sentences(text: str, language: Language, wanted: list[tuple[str, str, float | None, str | None]]) -> None:
    assert _told(text, language) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "Sở Nội vụ phải báo cáo trong thời hạn 05 ngày làm việc.",
        "Người dự tuyển vào vị trí yêu cầu trình độ đại học phải nộp phiếu đúng hạn.",
        "Năm 2022 đã cử 30 cán bộ có trình độ đại học đi học.",
    ],
)
def test_what_asks_for_nothing(text: str) -> None:
    assert _told(text) == []


def test_a_bound_for_some_has_them_as_its_subject() -> None:
    text = "Công chức được bổ nhiệm phải không quá 48 tuổi đối với Trưởng phòng; không quá 45 tuổi đối với Phó Trưởng phòng."
    found = _found(text)
    assert [(r.value, r.subject.of(text)) for r in found if r.subject] == [
        (48, "Trưởng phòng"),
        (45, "Phó Trưởng phòng"),
    ]
    assert {r.subject_kind for r in found} == {"post"}


def _read(tmp_path: Path, text: str) -> Document:
    path = tmp_path / "t.txt"
    path.write_text(text, encoding="utf-8")
    (file,) = files_under([path])
    return document_of(file, path.read_bytes(), "0").document


def test_a_list_has_its_subject_from_the_line_before(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "QUY CHẾ\nvề tuyển chọn\nĐiều 1. Điều kiện dự tuyển\n1. Người dự tuyển phải có đủ các điều kiện sau:\n"
        "a) Từ đủ 20 tuổi trở lên;\nb) Có lý lịch rõ ràng, đạo đức tốt.\n"
        "Điều 2. Hồ sơ dự tuyển\n1. Hồ sơ dự tuyển gồm:\na) Đơn dự tuyển;\nb) Bản sao văn bằng.\n2. Hồ sơ lập thành 02 bộ.\n",
    )
    told = [(r.attribute, r.operator, r.value, r.subject_kind) for r in find_requirements(Prepared(document))]
    assert told == [
        ("age", "at_least", 20, "candidate"),
        ("other", "has", None, "candidate"),
        ("document", "has", None, "dossier"),
        ("document", "has", None, "dossier"),
        ("count", "equal", 2, "dossier"),
    ]


def test_definitions_and_abbreviations(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "QUY CHẾ\nvề đào tạo\nĐiều 1. Giải thích từ ngữ\n1. Tiết học là đơn vị thời gian 45 phút.\n"
        "2. Học viên là người được cử đi học.\nĐiều 2. Phạm vi\n"
        "1. Quy chế áp dụng đối với các sở, cơ quan ngang sở (sau đây gọi chung là sở).\n",
    )
    told = {(d.term.of(document.text), d.meaning.of(document.text)) for d in find_definitions(Prepared(document))}
    assert ("Tiết học", "đơn vị thời gian 45 phút.") in told
    assert ("Học viên", "người được cử đi học.") in told
    assert any(term == "sở" and "cơ quan ngang sở" in meaning for term, meaning in told)


def test_initials_are_what_an_abbreviation_stands_for() -> None:
    text = "The Appraisal Board (AB) meets every quarter; its members (see Annex) are appointed."
    (one,) = find_definitions(Prepared(Document(Identity("", "en"), text, _SOURCE)))
    assert (one.term.of(text), one.meaning.of(text), one.abbreviation) == ("AB", "Appraisal Board", True)


@pytest.mark.parametrize(
    "lead",
    [
        "Cá nhân đặt in phải cung cấp các giấy tờ sau đây cho cơ sở in:",
        "Người đề nghị nộp bản sao một trong các giấy tờ sau:",
        "The applicant shall submit the following documents:",
    ],
)
def test_papers_that_somebody_hands_in(tmp_path: Path, lead: str) -> None:
    document = _read(
        tmp_path,
        f"QUY CHẾ\nvề in ấn\nĐiều 3. In\n1. {lead}\na) Giấy giới thiệu, trong đó ghi rõ họ tên;\nb) Hợp đồng thuê máy.\n",
    )
    found = find_requirements(Prepared(document))
    assert [(r.attribute, r.words.of(document.text)) for r in found] == [
        ("document", "Giấy giới thiệu"),
        ("document", "Hợp đồng thuê máy"),
    ]


def test_things_that_one_must_have_and_criteria_of_a_decision(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "QUY CHẾ\nvề in ấn\nĐiều 1. Ban hành các tiêu chí lựa chọn cơ sở in để đề nghị kiểm tra như sau:\n"
        "1. Duy trì tốt điều kiện vệ sinh;\n2. Có lịch sử tốt về chất lượng.\nĐiều 2. Thiết bị\n"
        "1. Cơ sở in phải có thiết bị sau đây mới được cấp giấy phép:\na) Máy in;\nb) Máy cắt giấy.\n",
    )
    told = [r.words.of(document.text) for r in find_requirements(Prepared(document))]
    assert told == ["Duy trì tốt điều kiện vệ sinh", "Có lịch sử tốt về chất lượng", "Máy in", "Máy cắt giấy"]


def test_a_subject_has_no_mark_of_its_clause() -> None:
    text = "Điều 5. Người dự tuyển phải có bằng đại học trở lên."
    (one,) = _found(text)
    assert one.subject is not None and one.subject.of(text) == "Người dự tuyển"


def test_an_alias_stands_for_the_name_in_front(tmp_path: Path) -> None:
    document = _read(
        tmp_path,
        "QUY CHẾ\nvề thuế\nĐiều 1. Phạm vi\n"
        "1. Cục thuế ủy nhiệm cho Ủy ban nhân dân phường và Ban quản lý chợ (sau đây gọi tắt là đơn vị thu) thu thuế.\n"
        "2. Cơ quan hành chính, đơn vị sự nghiệp, hội quần chúng (sau đây gọi chung là cơ quan, đơn vị) tự kê khai.\n",
    )
    told = {d.term.of(document.text): d.meaning.of(document.text) for d in find_definitions(Prepared(document))}
    assert told["đơn vị thu"] == "Ủy ban nhân dân phường và Ban quản lý chợ"
    assert told["cơ quan, đơn vị"] == "Cơ quan hành chính, đơn vị sự nghiệp, hội quần chúng"
