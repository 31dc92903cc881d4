"""The papers of dossiers, their number and form, licences and conditions: sentences and lists of our own."""

from pathlib import Path

import pytest

from corpus.document import Document
from corpus.messages import Language
from ingest.files import IncomingFile
from ingest.prepared import Prepared
from ingest.reading import document_of
from ingest.requirements import find_requirements


def _read(text: str) -> Document:
    return document_of(IncomingFile(Path("t.txt"), "t.txt", "t.txt"), text.encode(), "0").document


def _asked(text: str) -> list[tuple[str, str]]:
    document = _read(text)
    return [(r.attribute, r.words.of(document.text)) for r in find_requirements(Prepared(document))]


def _vi(*lines: str) -> str:
    return "\n".join(("Quyết định ban hành quy định về trạm giống", "Điều 1. Đăng ký trạm giống", *lines))


def _en(*lines: str) -> str:
    return "\n".join(("Decision on seed stations", "Article 1. Registration of a seed station", *lines))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (_vi("1. Chủ trạm nộp 02 bộ hồ sơ đến Sở Nông nghiệp."), [("count", "02 bộ")]),
        (_vi("1. Chủ trạm chỉ phải nộp Báo cáo hằng năm và Tờ khai giống cây."),
         [("document", "Báo cáo hằng năm"), ("document", "Tờ khai giống cây")]),
        (_vi("1. Kèm theo đề nghị phải có bản sao giấy phép cũ."), [("document", "bản sao giấy phép cũ")]),
        (_en("1. The request must be accompanied by a certified copy of the old licence."),
         [("document", "a certified copy of the old licence")]),
        (_vi("1. Chỉ những người đã qua sát hạch của Sở mới được lấy mẫu."), [("other", "đã qua sát hạch của Sở")]),
        (_en("1. Only persons who have passed the test of the Department may take samples."),
         [("other", "have passed the test of the Department")]),
        (_vi("1. Tổ chức mở trạm phải được Sở cấp Giấy phép kinh doanh giống."),
         [("certificate", "Giấy phép kinh doanh giống")]),
    ],
)  # fmt: skip
def test_what_a_sentence_asks_for(text: str, wanted: list[tuple[str, str]]) -> None:
    assert _asked(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        _vi("1. Chủ trạm đã đăng ký không phải nộp Tờ khai giống cây."),
        _vi("1. Trường hợp từ chối, Sở phải có văn bản trả lời và nêu rõ lý do."),
        _vi("1. Thẩm quyền cấp Giấy chứng nhận đủ điều kiện được quy định như sau:", "a) Sở cấp cho trạm của tỉnh;", "b) Phòng cấp cho trạm của xã."),
        _vi("1. Cán bộ nhận văn bản thực hiện một trong những việc sau:", "a) Trả lại văn bản thiếu chữ ký;", "b) Ghi vào sổ."),
        _en("1. The Department shall reply in writing and give its reasons."),
    ],
)  # fmt: skip
def test_what_is_no_paper(text: str) -> None:
    assert _asked(text) == []


@pytest.mark.parametrize(
    "lead",
    [
        "The following documents must be submitted before 9:30 on the day of the inspection:",
        "The application must be made in writing and must be accompanied by:",
        "The applicant shall, for each station, submit to the Department:",
        "The application must contain:",
    ],
)
def test_lists_of_papers_in_english(lead: str) -> None:
    found = _asked(_en(f"1. {lead}", "a) a filled-in form;", "b) a plan of the fields."))
    assert found == [("document", "a filled-in form"), ("document", "a plan of the fields")]


def test_a_dossier_has_papers_and_a_form_as_a_whole() -> None:
    text = _vi("1. Hồ sơ mở trạm phải được chứng thực, bao gồm:", "a) Đơn theo mẫu;", "b) Sơ đồ ruộng giống.")
    assert _asked(text) == [
        ("other", "phải được chứng thực"),
        ("document", "Đơn theo mẫu"),
        ("document", "Sơ đồ ruộng giống"),
    ]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("vi", _vi("1. Người có đủ các điều kiện sau đây được đăng ký giữ trạm:", "a) Có ruộng từ ba năm;", "b) Không nợ thuế.")),
        ("en", _en("1. Whoever meets all the following conditions may register a station:", "a) owning a field;", "b) not owing any tax.")),
    ],
)  # fmt: skip
def test_who_has_all_of_a_list(language: Language, text: str) -> None:
    document = _read(text)
    assert document.identity.language == language
    assert [r.operator for r in find_requirements(Prepared(document))] == ["has", "has_not"]


def test_a_paper_with_notes_of_its_own_is_one() -> None:
    text = _en(
        "1. The applicant must submit the following records:",
        "a) Accounts of the last three years, noting that:",
        "- the year may end in June;",
        "- the last one may be open;",
        "b) A list of the staff.",
    )
    assert _asked(text) == [("document", "Accounts of the last three years"), ("document", "A list of the staff")]


@pytest.mark.parametrize(
    "text",
    [
        _vi("1. Hồ sơ về đất gồm một trong các giấy tờ sau:", "a) Giấy giao đất;", "b) Hợp đồng thuê đất."),
        _en(
            "1. The application must be accompanied by one of the following:", "a) a deed of the field;", "b) a lease."
        ),
    ],
)
def test_one_of_a_list_is_enough(text: str) -> None:
    found = find_requirements(Prepared(_read(text)))
    assert len(found) == 2 and found[0].group and found[0].group == found[1].group
