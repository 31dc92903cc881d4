"""Who may, and what one must be or have: running sentences and lists of our own, each condition by itself."""

from pathlib import Path

import pytest

from ingest.files import IncomingFile
from ingest.prepared import Prepared
from ingest.reading import document_of
from ingest.requirements import find_requirements

Told = list[tuple[str, str, str]]


def _asked(*lines: str) -> Told:
    text = "\n".join(lines)
    document = document_of(IncomingFile(Path("t.txt"), "t.txt", "t.txt"), text.encode(), "0").document
    found = find_requirements(Prepared(document))
    return [(r.attribute, r.operator, r.words.of(document.text)) for r in found]


def _vi(*lines: str) -> Told:
    return _asked("QUY CHẾ", "về người giữ vườn", "Điều 1. Người giữ vườn", *lines)


def _en(*lines: str) -> Told:
    return _asked("REGULATION", "on garden keepers", "Article 1. Garden keepers", *lines)


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("1. Công dân Việt Nam có đạo đức tốt, không phải là người đang bị truy cứu trách nhiệm thì được làm người giữ vườn.",
         [("citizenship", "has", "Công dân Việt Nam"), ("other", "has", "có đạo đức tốt"),
          ("other", "has_not", "không phải là người đang bị truy cứu trách nhiệm")]),
        ("1. Vườn ươm do hội quản lý. Hội được thành lập khi có đề án phù hợp với quy hoạch cây xanh.",
         [("other", "has", "có đề án phù hợp với quy hoạch cây xanh")]),
        ("1. Học viên nghỉ quá 30% số buổi không được dự thi.", [("other", "has_not", "Học viên nghỉ quá 30% số buổi")]),
        ("1. Hòa giải viên phải là người có uy tín trong xóm.", [("other", "has", "là người có uy tín trong xóm")]),
        ("1. Người cắt cây phải được huấn luyện và có chứng chỉ vận hành máy.",
         [("training", "has", "được huấn luyện"), ("certificate", "has", "chứng chỉ vận hành máy")]),
        ("1. Người giữ vườn không được là người thân của chủ vườn.",
         [("other", "has_not", "không được là người thân của chủ vườn")]),
        ("1. Dự án phải có giấy phép môi trường trước khi vận hành.", [("certificate", "has", "giấy phép môi trường")]),
    ],
)  # fmt: skip
def test_sentences_of_who_may(sentence: str, wanted: Told) -> None:
    assert _vi(sentence) == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("1. A candidate is eligible for promotion if he or she has passed the test and is of good repute.",
         [("other", "has", "has passed the test"), ("other", "has", "is of good repute")]),
        ("1. A person who has been convicted of theft may not be appointed.",
         [("other", "has_not", "A person who has been convicted of theft")]),
        ("1. No person shall be appointed as a keeper unless he is registered with the council.",
         [("other", "has", "is registered with the council")]),
        ("1. If the garden is public, the applicant must be a company or a partnership.",
         [("other", "has", "be a company or a partnership")]),
        ("1. An application for a plot must be accompanied by a certified copy of the licence, two photographs and the fee receipt.",
         [("document", "has", "a certified copy of the licence"), ("document", "has", "two photographs"),
          ("document", "has", "the fee receipt")]),
    ],
)  # fmt: skip
def test_english_sentences_of_who_may(sentence: str, wanted: Told) -> None:
    assert _en(sentence) == wanted


@pytest.mark.parametrize(
    "sentence",
    [
        "1. Công dân được đăng ký thăm vườn.",
        "1. Công dân không được đăng ký hai lần.",
        "1. Người có nhu cầu được đăng ký tại cổng.",
        "1. Viên chức có trình độ đại học được cử đi học phải nộp báo cáo.",
        "1. Công chức phải được đào tạo, bồi dưỡng thường xuyên.",
        "1. Người đã trả vườn chỉ được đăng ký lại sau hai năm.",
    ],
)
def test_sentences_that_ask_for_nothing(sentence: str) -> None:
    assert _vi(sentence) == []


def test_a_list_item_is_read_part_by_part() -> None:
    assert _vi(
        "1. Người giữ vườn phải có đủ các điều kiện sau đây:",
        "a) Đủ 18 tuổi trở lên và có năng lực hành vi dân sự đầy đủ;",
        "b) Có dụng cụ cắt cây; kho chứa phải cách nhà ở ít nhất 50 m; trường hợp kho của người khác thì theo thỏa thuận;",
        "c) Đối với tổ chức: có điều lệ.",
    ) == [
        ("age", "at_least", "18 tuổi trở lên"),
        ("other", "has", "có năng lực hành vi dân sự đầy đủ"),
        ("other", "has", "Có dụng cụ cắt cây"),
        ("other", "at_least", "kho chứa phải cách nhà ở ít nhất 50 m"),
        ("other", "has", "có điều lệ"),
    ]


def test_those_who_may_not_are_listed() -> None:
    assert _vi(
        "1. Những người sau đây không được đăng ký dự tuyển:",
        "a) Mất năng lực hành vi dân sự;",
        "b) Đang bị truy cứu trách nhiệm hình sự; đang chấp hành bản án của Tòa án.",
    ) == [
        ("other", "has_not", "Mất năng lực hành vi dân sự"),
        ("other", "has_not", "Đang bị truy cứu trách nhiệm hình sự"),
        ("other", "has_not", "đang chấp hành bản án của Tòa án"),
    ]


def test_of_what_somebody_must_only_what_he_is_or_has_counts() -> None:
    assert _en(
        "1. A lecturer on gardens must:",
        "a) hold a university degree in botany;",
        "b) water the trees in the morning;",
        "c) not have been convicted of an offence.",
    ) == [
        ("degree", "at_least", "a university degree in botany"),
        ("other", "has_not", "not have been convicted of an offence"),
    ]


def test_papers_stand_as_clauses_under_the_heading_of_a_dossier() -> None:
    told = _asked(
        "QUY CHẾ", "về đất vườn", "Chương I", "TRÌNH TỰ, THỦ TỤC", "Điều 1. Hồ sơ đăng ký vườn",
        "1. Phiếu yêu cầu theo Mẫu số 01 (01 bản chính).", "2. Hợp đồng thuê đất; bản đồ khu đất.",
        "3. Giấy đăng ký được lập thành 02 bản.",
    )  # fmt: skip
    assert [words for attribute, _, words in told if attribute == "document"] == [
        "Phiếu yêu cầu theo Mẫu số 01 (01 bản chính)",
        "Hợp đồng thuê đất",
        "bản đồ khu đất",
    ]


def test_forms_that_come_with_a_decision_are_no_dossier() -> None:
    assert (
        _vi(
            "1. Ban hành kèm theo Quy chế này các phụ lục và mẫu giấy tờ sau đây:", "a) Đơn đăng ký;", "b) Sổ theo dõi."
        )
        == []
    )
