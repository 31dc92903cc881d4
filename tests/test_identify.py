"""What a document is, read from how it is printed: every kind of head, in both languages, well and badly read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import Identity
from ingest.clean import Cleaned, clean
from ingest.identify import identify
from ingest.lines import Line, PrintedPage, Reading

STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM\n"
ENGLISH = "SOCIALIST REPUBLIC OF VIET NAM\nIndependence - Freedom - Happiness\n"
BODY = "\nCăn cứ Luật Cán bộ, công chức;\nĐiều 1. Nội dung.\n"


def cleaned(text: str, pages: tuple[PrintedPage, ...] = ()) -> Cleaned:
    page = pages[0].number if pages else None
    return clean(Reading(tuple(Line(t, page=page) for t in text.split("\n")), "text/plain", pages=pages))


def read(text: str) -> Identity:
    """The identity; whatever it states stands where it says."""
    whole = cleaned(text)
    identity = identify(whole, "a")
    for s in identity.stated:
        assert 0 <= s.start < s.end <= len(whole.text) and 0 < s.confidence <= 1
    return identity


def place_of(field: str, text: str) -> list[tuple[str, float]]:
    whole = cleaned(text)
    return [(whole.text[s.start : s.end], s.confidence) for s in identify(whole, "a").stated if s.field == field]


@pytest.mark.parametrize(
    ("head", "number", "type", "title"),
    [
        (f"CHÍNH PHỦ\nSố: 30/2024/NĐ-CP\n{STATE}Hà Nội, ngày 5 tháng 3 năm 2024\nNGHỊ ĐỊNH\nVề công tác văn thư{BODY}", "30/2024/NĐ-CP", "decree", "Về công tác văn thư"),
        (f"QUỐC HỘI\nLuật số: 24/2018/QH14\n{STATE}LUẬT\nAN NINH MẠNG\nQuốc hội ban hành Luật An ninh mạng.{BODY}", "24/2018/QH14", "law", "Luật An ninh mạng"),
        (f"QUỐC HỘI\nLuật số: 45/2019/QH14\n{STATE}BỘ LUẬT\nLAO ĐỘNG{BODY}", "45/2019/QH14", "code", "BỘ LUẬT LAO ĐỘNG"),
        (f"ỦY BAN THƯỜNG VỤ QUỐC HỘI\nPháp lệnh số: 01/2016/UBTVQH14\n{STATE}PHÁP LỆNH\nVỀ GÌ ĐÓ{BODY}", "01/2016/UBTVQH14", "ordinance", "PHÁP LỆNH VỀ GÌ ĐÓ"),
        (f"VĂN PHÒNG QUỐC HỘI\nSố: 03/VBHN-VPQH\n{STATE}Hà Nội, ngày 16 tháng 12 năm 2019\nLUẬT\nVIÊN CHỨC{BODY}", "03/VBHN-VPQH", "consolidated", "LUẬT VIÊN CHỨC"),
        (f"BỘ NỘI VỤ - BỘ TÀI CHÍNH\nSố: 05/2014/TTLT-BNV-BTC\n{STATE}THÔNG TƯ LIÊN TỊCH\nHướng dẫn chế độ phụ cấp{BODY}", "05/2014/TTLT-BNV-BTC", "joint-circular", "Hướng dẫn chế độ phụ cấp"),
        (f"HỘI ĐỒNG THẨM PHÁN\nTÒA ÁN NHÂN DÂN TỐI CAO\nSố: 07/2023/NQ-HĐTP\n{STATE}NGHỊ QUYẾT\nHướng dẫn áp dụng một số quy định\nvề lãi suất\nHỘI ĐỒNG THẨM PHÁN TÒA ÁN NHÂN DÂN TỐI CAO{BODY}", "07/2023/NQ-HĐTP", "resolution", "Hướng dẫn áp dụng một số quy định về lãi suất"),
        ("ÁN LỆ SỐ 90/2031/AL1\nVề thời hiệu chia di sản\nĐược Hội đồng Thẩm phán Tòa án nhân dân tối cao thông qua ngày 01 tháng 02 năm 2031.\nNguồn án lệ:\nBản án số 5/2020/DS-ST.", "90/2031/AL", "precedent", "Về thời hiệu chia di sản"),
        (f"TỈNH ỦY LAM GIANG\n*\nSố 08 -CTr/TU\n{PARTY}Lam Giang, ngày 16 tháng 7 năm 2021\nCHƯƠNG TRÌNH\nxây dựng đội ngũ cán bộ\nI. TÌNH HÌNH", "08-CTr/TU", "programme", "xây dựng đội ngũ cán bộ"),
        (f"BAN BÍ THƯ\nSố 66-QĐ/TW\n{PARTY}Hà Nội, ngày 6 tháng 2 năm 2017\nQUY ĐỊNH\nvề thể loại văn bản\nI- CHUNG", "66-QĐ/TW", "regulation", "về thể loại văn bản"),
        (f"BAN BÍ THƯ\nSố 67-QĐ/TW\n{PARTY}Hà Nội, ngày 6 tháng 2 năm 2017\nQUYẾT ĐỊNH\nvề phân cấp quản lý\nI- CHUNG", "67-QĐ/TW", "decision", "về phân cấp quản lý"),
        (f"TỈNH ỦY LAM GIANG\nSố 04-TT/TU\n{PARTY}THÔNG TRI\nvề đại hội chi bộ\nI- CHUNG", "04-TT/TU", "party-notice", "về đại hội chi bộ"),
        (f"TỈNH ỦY LAM GIANG\nVĂN PHÒNG\nSố 15-TB/VPTU\n{PARTY}THÔNG BÁO KẾT LUẬN\ncủa đồng chí Bí thư Tỉnh ủy tại hội nghị giao ban\nI. A", "15-TB/VPTU", "notice", "THÔNG BÁO KẾT LUẬN của đồng chí Bí thư Tỉnh ủy tại hội nghị giao ban"),
        (f"BỘ CHÍNH TRỊ\nSố: 11/NQ-TW\n{PARTY}NGHỊ QUYẾT\nvề thể chế kinh tế\nI- A", "11/NQ-TW", "resolution", "về thể chế kinh tế"),
        (f"SỞ NỘI VỤ\nSố: 64/SNV-CCVC\nV/v hướng dẫn thi tuyển\nviên chức lãnh đạo\n{STATE}Kính gửi: Sở Tài chính\nNội dung.", "64/SNV-CCVC", "dispatch", "hướng dẫn thi tuyển viên chức lãnh đạo"),
        (f"SỞ NỘI VỤ\nSố: 45/GM-SNV\n{STATE}GIẤY MỜI\nDự hội nghị tổng kết\nKính gửi: A", "45/GM-SNV", "invitation", "Dự hội nghị tổng kết"),
        (f"{STATE}BIÊN BẢN\nHọp xét tuyển viên chức\nHôm nay, ngày 5 tháng 3 năm 2025, tại Sở Nội vụ.", None, "minutes", "Họp xét tuyển viên chức"),
        (f"UBND TỈNH LAM GIANG\nSố: 3/TTr-UBND\n{STATE}TỜ TRÌNH\nVề việc phê duyệt biên chế\nKính gửi: Hội đồng nhân dân tỉnh", "3/TTr-UBND", "submission", "Về việc phê duyệt biên chế"),
        (f"THE NATIONAL ASSEMBLY\nLaw No. 24/2018/QH14\n{ENGLISH}LAW\nON CYBERSECURITY\nPursuant to the Constitution;", "24/2018/QH14", "law", "LAW ON CYBERSECURITY"),
        (f"THE NATIONAL ASSEMBLY\nNo. 91/2015/QH13\n{ENGLISH}CIVIL CODE\nPursuant to the Constitution;", "91/2015/QH13", "code", "CIVIL CODE"),
        ("LAM GIANG PROVINCIAL PARTY COMMITTEE\nProject No. 06-DA/TU\nCOMMUNIST PARTY OF VIETNAM\nPROJECT\non training\nI. NEED", "06-DA/TU", "project", "on training"),
        ("POLITBURO\nNo. 66-QD/TW\nCOMMUNIST PARTY OF VIETNAM\nREGULATION\non documents\nI. A", "66-QĐ/TW", "statute", "on documents"),
        (f"MINISTRY OF HOME AFFAIRS\nNo. 12/CT-BNV\n{ENGLISH}INSTRUCTION\non discipline\nI. A", "12/CT-BNV", "directive", "on discipline"),
        ("Decree No. 30/2020/ND-CP dated March 5, 2020 of the Government on clerical work\nPursuant to the Law;", "30/2020/NĐ-CP", "decree", "Decree No. 30/2020/ND-CP dated March 5, 2020 of the Government on clerical work"),
        ("NGHỊ ĐỊNH\nCỦA CHÍNH PHỦ SỐ 12/2002/NĐ-CP NGÀY 22 THÁNG 01 NĂM 2002\nVỀ ĐO ĐẠC VÀ BẢN ĐỒ\nCHÍNH PHỦ" + BODY, "12/2002/NĐ-CP", "decree", "VỀ ĐO ĐẠC VÀ BẢN ĐỒ"),
        ("Quyết định ban hành quy định sửa đổi quyết định số 952/2006/qđ-ubnd của tỉnh lam giang.\nỦy ban nhân dân tỉnh lam giang" + BODY, None, "decision", "Quyết định ban hành quy định sửa đổi quyết định số 952/2006/qđ-ubnd của tỉnh lam giang"),
    ],
)  # fmt: skip
def test_heads_of_all_kinds(head: str, number: str | None, type: str, title: str) -> None:
    identity = read(head)
    assert (identity.number, identity.type, identity.title) == (number, type, title)


@pytest.mark.parametrize(
    ("head", "number", "sure"),
    [
        ("Số: 120/QĐ-UBND", "120/QĐ-UBND", 1.0),
        ("Số 120/QĐ–UBND", "120/QĐ-UBND", 1.0),
        ("Số: 120 / QD - UBND", "120/QĐ-UBND", 1.0),
        ("Sô: l2O/QÐ-UBND", "120/QĐ-UBND", 0.7),
        ("Số: 120 QĐ-UBND", "120/QĐ-UBND", 0.7),
        ("S6: 120.QĐ-UBND", "120/QĐ-UBND", 0.7),
        ("Số: 120/qđ-UBND", "120/QĐ-UBND", 0.7),
    ],
)
def test_a_number_badly_read_is_put_right_and_less_sure(head: str, number: str, sure: float) -> None:
    text = f"UBND TỈNH LAM GIANG\n{head} Lam Giang, ngày O5 tháng 3 năm 2024\n{STATE}QUYẾT ĐỊNH\nVề A{BODY}"
    identity = read(text)
    assert (identity.number, identity.issued, identity.place) == (number, date(2024, 3, 5), "Lam Giang")
    assert [confidence for _, confidence in place_of("number", text)] == [sure]


def test_both_columns_on_one_line() -> None:
    identity = read(
        "UỶ BAN NHÂN DÂN CỘNG HOÀ XÃ HỘI CHÙ NGHĨA VIỆT NAM\nTỈNH LAM GIANG Độc lâp - Tự do - Hạnh phúc\n"
        f"Số: 12/QĐ-UBND Lam Giang, ngày 05 tháng 3 năm 2024\nQUYẾT ĐỊNH\nVề bổ nhiệm công chức{BODY}"
        "Nơi nhận: KT. CHỦ TỊCH\n- Như Điều 3; PHÓ CHỦ TỊCH\n- Lưu: VT. Nguyễn Văn An\n"
    )
    assert (identity.issuer, identity.number, identity.issued) == ("UỶ BAN NHÂN DÂN TỈNH LAM GIANG", "12/QĐ-UBND", date(2024, 3, 5))  # fmt: skip
    assert (identity.signer, identity.signer_post) == ("Nguyễn Văn An", "KT. CHỦ TỊCH, PHÓ CHỦ TỊCH")
    assert identity.recipients == ("Như Điều 3", "Lưu: VT")


@pytest.mark.parametrize(
    ("number", "day"),
    [
        ("Số:        /KH-SNV", "Lam Giang, ngày     tháng 3 năm 2024"),
        ("Số: ....../KH-SNV", "Lam Giang, ngày ... tháng ... năm 2024"),
        ("Số …/KH-SNV", "Lam Giang, ngày    tháng    năm 2024"),
    ],
)
def test_a_draft_has_neither_number_nor_date_and_takes_none_from_its_title(number: str, day: str) -> None:
    identity = read(
        f"UBND TỈNH LAM GIANG\nSỞ NỘI VỤ\n{number}\n{STATE}{day}\nKẾ HOẠCH\nThực hiện\n"
        "Nghị quyết số 26-NQ/TW ngày 19/5/2018 của Ban Chấp hành Trung ương\nCăn cứ Luật;\nGIÁM ĐỐC\n"
    )
    assert (identity.number, identity.number_key, identity.issued, identity.signer) == (None, None, None, None)
    assert (identity.type, identity.issuer, identity.place) == ("plan", "SỞ NỘI VỤ", "Lam Giang")
    assert identity.title == "Thực hiện Nghị quyết số 26-NQ/TW ngày 19/5/2018 của Ban Chấp hành Trung ương"


def test_a_law_is_dated_by_the_day_it_was_passed() -> None:
    text = (
        f"QUỐC HỘI\nLuật số: 24/2018/QH14\n{STATE}LUẬT\nAN NINH MẠNG{BODY}Luật này được Quốc hội nước Cộng hòa xã hội chủ nghĩa "
        "Việt Nam khóa XIV, kỳ họp thứ 5 thông qua ngày 12 tháng 6 năm 2018.\nCHỦ TỊCH QUỐC HỘI\n(Đã ký)\nNguyễn Thị An"
    )
    identity = read(text)
    assert (identity.issued, identity.signer_post, identity.signer) == (date(2018, 6, 12), "CHỦ TỊCH QUỐC HỘI", "Nguyễn Thị An")  # fmt: skip
    assert place_of("issued", text) == [("ngày 12 tháng 6 năm 2018", 0.8)]


@pytest.mark.parametrize(
    ("end", "post", "signer"),
    [
        ("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n(Đã ký)\nĐỗ Thị Hồng Vân", "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH", "Đỗ Thị Hồng Vân"),
        ("T/M BAN THƯỜNG VỤ\nBÍ THƯ\nLê Văn Hùng", "T/M BAN THƯỜNG VỤ, BÍ THƯ", "Lê Văn Hùng"),
        ("K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN\nTRẦN THỊ BÌNH", "K/T TRƯỞNG BAN, PHÓ TRƯỞNG BAN", "TRẦN THỊ BÌNH"),
        ("TUQ. BỘ TRƯỞNG\nVỤ TRƯỞNG VỤ PHÁP CHẾ\nPGS.TS. Nguyễn Văn An", "TUQ. BỘ TRƯỞNG, VỤ TRƯỞNG VỤ PHÁP CHẾ", "PGS.TS. Nguyễn Văn An"),
        ("GIÁM ĐỐC\n(Đã ký) Vũ Thanh Bình", "GIÁM ĐỐC", "Vũ Thanh Bình"),
        ("ON BEHALF OF THE EXECUTIVE\nCOMMITTEE\nSECRETARY\n(Signed)\nTran Quang Hai", "ON BEHALF OF THE EXECUTIVE COMMITTEE, SECRETARY", "Tran Quang Hai"),
        ("FOR THE MINISTER\nDEPUTY MINISTER\nDinh Cong Thinh", "FOR THE MINISTER, DEPUTY MINISTER", "Dinh Cong Thinh"),
        ("TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nMẪU SỐ 01\nGIÁM ĐỐC\nNguyễn Văn Mẫu", "TM. ỦY BAN NHÂN DÂN, CHỦ TỊCH", None),
        ("Chủ tịch Ủy ban nhân dân tỉnh chịu trách nhiệm thi hành.", None, None),
    ],
)  # fmt: skip
def test_signatures(end: str, post: str | None, signer: str | None) -> None:
    identity = read(
        f"BỘ NỘI VỤ\nSố: 1/QĐ-BNV\n{STATE}QUYẾT ĐỊNH\nVề A{BODY}Nơi nhận:\n- Như Điều 3;\n- Lưu: VT.\n{end}"
    )
    assert (identity.signer_post, identity.signer) == (post, signer)
    assert identity.recipients == ("Như Điều 3", "Lưu: VT")


def test_bases_are_the_clauses_of_the_preamble_alone() -> None:
    identity = read(
        f"UBND TỈNH\nSố: 1/KH-UBND\n{STATE}KẾ HOẠCH\nVề A\nCăn cứ Luật Cán bộ, công chức ngày 13/11/2008; Luật sửa đổi;\n"
        "- Căn cứ Nghị định số 138/2020/NĐ-CP; Căn cứ Quyết định số 2/QĐ-UBND, Ủy ban nhân dân tỉnh ban hành kế hoạch như sau:\n"
        "1. Căn cứ kết quả thi, Sở Nội vụ công nhận.\nCăn cứ vào đó, các sở thực hiện."
    )
    assert identity.legal_bases == (
        "Căn cứ Luật Cán bộ, công chức ngày 13/11/2008; Luật sửa đổi",
        "Căn cứ Nghị định số 138/2020/NĐ-CP",
        "Căn cứ Quyết định số 2/QĐ-UBND",
    )


def test_a_page_that_was_recognised_makes_everything_less_sure() -> None:
    text = f"UBND TỈNH LAM GIANG\nSố: 12/QĐ-UBND\n{STATE}Lam Giang, ngày 5/3/2024\nQUYẾT ĐỊNH\nVề A{BODY}"
    whole = cleaned(text, (PrintedPage(1, source="ocr", confidence=0.8),))
    stated = {s.field: s.confidence for s in identify(whole, "a").stated}
    assert stated["number"] == stated["issued"] == 0.8 and max(stated.values()) == 0.8


NEWS = """Hội nghị triển khai Nghị quyết số 26-NQ/TW
27/06/2023
Sáng 27/6, Ban Chỉ đạo Chương trình số 08-CTr/TU tổ chức hội nghị sơ kết. Đồng chí Nguyễn Văn An, Phó Bí thư Tỉnh ủy chủ trì hội nghị.
Phát biểu tại hội nghị, đồng chí Nguyễn Văn An nhấn mạnh việc thực hiện Quyết định số 12/2023/QĐ-UBND và Chương trình 08-CTr/TU.
Tin và ảnh: Minh Anh"""
ENGLISH_NEWS = """Review of Programme No. 08-CTr/TU
On the morning of June 27, the Steering Committee of Programme No. 08-CTr/TU held a meeting, chaired by the Deputy Secretary.
"We will train 200 cadres," he said. Attending were leaders of departments. Comrade Tran Van Binh emphasized discipline.
Source"""


def test_a_report_is_not_the_document_that_it_talks_about() -> None:
    identity = read(NEWS)
    assert (identity.type, identity.number, identity.number_key, identity.issuer) == ("news", None, None, None)
    assert (identity.title, identity.issued) == ("Hội nghị triển khai Nghị quyết số 26-NQ/TW", date(2023, 6, 27))
    assert identity.about == ("26-NQ/TW", "08-CTr/TU", "12/2023/QĐ-UBND")
    english = read(ENGLISH_NEWS)
    assert (english.type, english.number, english.about) == ("news", None, ("08-CTr/TU",))


@pytest.mark.parametrize(
    "text",
    [
        "Nghị quyết số 26-NQ/TW đã được triển khai toàn tỉnh.\nKết quả bước đầu tốt.",
        "Kế hoạch này quy định việc tuyển dụng.\nNội dung.",
        "The Party Central Committee will consider the project.\nIt is long.",
        "Theo Quyết định số 12/QĐ-UBND, các sở thực hiện như sau.\nMột. Hai.",
    ],
)
def test_a_sentence_about_a_document_gives_no_identity(text: str) -> None:
    identity = read(text)
    assert (identity.number, identity.type, identity.issuer, identity.issued) == (None, None, None, None)
    assert identity.about == ()


def test_an_official_report_that_quotes_people_is_a_report() -> None:
    text = f"TỈNH ỦY LAM GIANG\nSố 187-BC/TU\n{PARTY}Lam Giang, ngày 30 tháng 6 năm 2023\nBÁO CÁO\nsơ kết chương trình\n{NEWS}"
    assert (read(text).type, read(text).number, read(text).about) == ("report", "187-BC/TU", ())


LINES = st.sampled_from([
    "UBND TỈNH LAM GIANG", "SỞ NỘI VỤ", "Số: 12/QĐ-UBND", "Số:     /KH-SNV", "Luật số: 24/2018/QH14", *STATE.split("\n"), PARTY,
    "Lam Giang, ngày 05 tháng 3 năm 2024", "ngày   tháng 3 năm 2024", "QUYẾT ĐỊNH", "KẾ HOẠCH Về tuyển dụng", "Về A", "V/v B",
    "Căn cứ Luật A; Căn cứ Luật B, Sở Nội vụ ban hành:", "Điều 1. C", "I. D", "Nơi nhận: KT. GIÁM ĐỐC", "- Như trên; PHÓ GIÁM ĐỐC",
    "- Lưu: VT. Nguyễn Văn An", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "(Đã ký)", "Lê Thị B", "PHỤ LỤC I", "Mẫu số 01", "", " | ",
    "Sáng 27/6, đồng chí Lê Văn C chủ trì hội nghị, nhấn mạnh 08-CTr/TU.", "Source", "CỦA CHÍNH PHỦ SỐ 1/2002/NĐ-CP NGÀY 22/01/2002",
    "Luật này được Quốc hội thông qua ngày 12 tháng 6 năm 2018.", "Hôm nay, ngày 5/3/2024", "Đ", "số", "No. 5", "A" * 700,
])  # fmt: skip


@given(st.lists(LINES, max_size=20), st.sampled_from(["\n", " "]))
def test_whatever_the_lines_every_value_stands_where_it_says(lines: list[str], joint: str) -> None:
    identity = read(joint.join(lines))
    fields = {s.field for s in identity.stated}
    for field in ("number", "issuer", "issued", "place", "signer", "signer_post", "legal_bases", "recipients", "about"):
        assert (field in fields) == bool(getattr(identity, field)), field
    assert identity.title and (identity.type != "news" or identity.number is None)


def test_a_file_of_one_endless_line_is_read_at_once() -> None:
    line = "- Số 5; No. 6, CHỦ TỊCH. Căn cứ A, ngày 5/3/2024 " * 20_000
    assert read(line).signer is None and read("QUYẾT ĐỊNH\nCăn cứ " + line).type == "decision"
