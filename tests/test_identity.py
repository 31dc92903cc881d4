"""The number grammar (Decree 30/2020, Appendix III; Regulation 66-QĐ/TW), ids, and types read from headings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.identity import after_type, find_numbers, read_number, slug, type_of_heading, types_of_heading


@pytest.mark.parametrize(
    ("text", "printed", "serial", "year", "code", "issuer", "type"),
    [
        ("Nghị định số 45/2019/NĐ-CP của Chính phủ", "45/2019/NĐ-CP", "45", 2019, "NĐ", "CP", "decree"),
        ("Thông tư số 07/2021/TT-BNV", "07/2021/TT-BNV", "7", 2021, "TT", "BNV", "circular"),
        ("Quyết định số 25/2022/QĐ-UBND ngày", "25/2022/QĐ-UBND", "25", 2022, "QĐ", "UBND", "decision"),
        ("02/2018/TTLT-BGDĐT-BNV", "02/2018/TTLT-BGDĐT-BNV", "2", 2018, "TTLT", "BGDĐT-BNV", "joint-circular"),
        ("04/2011/TTLT-BNV-BTC-BLĐTB&XH", "04/2011/TTLT-BNV-BTC-BLĐTB&XH", "4", 2011, "TTLT", "BNV-BTC-BLĐTB&XH", "joint-circular"),
        ("Luật số: 58/2014/QH13", "58/2014/QH13", "58", 2014, "", "QH13", None),
        ("Pháp lệnh 02/2016/UBTVQH14", "02/2016/UBTVQH14", "2", 2016, "", "UBTVQH14", None),
        ("Số: 123/QĐ-UBND", "123/QĐ-UBND", "123", None, "QĐ", "UBND", "decision"),
        ("Tờ trình số 617/TTr-SNV", "617/TTr-SNV", "617", None, "TTr", "SNV", "submission"),
        ("Nghị quyết 30c/NQ-CP", "30c/NQ-CP", "30c", None, "NQ", "CP", "resolution"),
        ("Kế hoạch 96/KH-UBND", "96/KH-UBND", "96", None, "KH", "UBND", "plan"),
        ("công văn 64/BNV-CCVC", "64/BNV-CCVC", "64", None, "BNV", "CCVC", None),
        ("9892/VPCP-QHĐP", "9892/VPCP-QHĐP", "9892", None, "VPCP", "QHĐP", None),
        ("Số: 642/SNV - CCVC", "642/SNV-CCVC", "642", None, "SNV", "CCVC", None),
        ("Số: 03/VBHN-VPQH", "03/VBHN-VPQH", "3", None, "VBHN", "VPQH", "consolidated"),
        ("09/2024/NQLT-CP-MTTW", "09/2024/NQLT-CP-MTTW", "9", 2024, "NQLT", "CP-MTTW", "joint-resolution"),
        ("Án lệ số 26/2018/AL", "26/2018/AL", "26", 2018, "", "AL", "precedent"),
        ("12/HD-SNV", "12/HD-SNV", "12", None, "HD", "SNV", "guidance"),
        ("45/GM-UBND", "45/GM-UBND", "45", None, "GM", "UBND", "invitation"),
    ],
)  # fmt: skip
def test_state_numbers(
    text: str, printed: str, serial: str, year: int | None, code: str, issuer: str, type: str | None
) -> None:
    (number,) = find_numbers(text)
    assert (number.printed, number.serial, number.year) == (printed, serial, year)
    assert (number.code, number.issuer, number.type, number.party) == (code, issuer, type, False)


@pytest.mark.parametrize(
    ("text", "printed", "code", "issuer", "type"),
    [
        ("Nghị quyết số 26-NQ/TW", "26-NQ/TW", "NQ", "TW", "resolution"),
        ("No. 12 -CTr/TU", "12-CTr/TU", "CTr", "TU", "programme"),
        ("Số 04-ĐA/TU", "04-ĐA/TU", "ĐA", "TU", "project"),
        ("Project No. 06-DA/TU", "06-DA/TU", "DA", "TU", None),  # Đề án without its stroke, or Dự án
        ("Hướng dẫn 09-HD/BTCTU", "09-HD/BTCTU", "HD", "BTCTU", "guidance"),
        ("77-KL/TU", "77-KL/TU", "KL", "TU", "conclusion"),
        ("Quy định 66-QĐ/TW", "66-QĐ/TW", "QĐ", "TW", None),  # Quyết định and Quy định alike: the heading decides
        ("Quy chế phối hợp số 12-QC/BTCTU-BDVTU", "12-QC/BTCTU-BDVTU", "QC", "BTCTU-BDVTU", "statute"),
        ("367-QĐ/TWĐTN-VP", "367-QĐ/TWĐTN-VP", "QĐ", "TWĐTN-VP", None),
        ("187-BC/TU", "187-BC/TU", "BC", "TU", "report"),
        ("Thông tri 11-TT/TU", "11-TT/TU", "TT", "TU", "party-notice"),
    ],
)
def test_party_numbers(text: str, printed: str, code: str, issuer: str, type: str | None) -> None:
    (number,) = find_numbers(text)
    assert (number.printed, number.code, number.issuer, number.type) == (printed, code, issuer, type)
    assert number.party and number.year is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("138/2020/NĐ-CP", "138/2020/ND-CP"),
        ("138/2020/NĐ-CP", "138 / 2020 / NĐ - CP"),
        ("138/2020/NĐ-CP", "138/2020/NĐ–CP"),
        ("138/2020/NĐ-CP", "138/2020/NĐ\u2011CP"),
        ("07/2021/TT-BNV", "7/2021/TT-BNV"),
        ("06-ĐA/TU", "06-DA/TU"),
        ("06-ĐA/TU", "6 – ĐA / TU"),
        ("25/2022/QĐ-UBND", "25/2022/QD-UBND"),
        ("11/NQ-TW", "11-NQ/TW"),  # the Party's bodies, the State's separators
        ("02-QĐ/UB", "02/QĐ-UB"),
        ("43/2021/AL1", "43/2021/AL"),  # a note's raised number
    ],
)
def test_variants_of_one_number_have_one_key(one: str, other: str) -> None:
    assert find_numbers(one)[0].key == find_numbers(other)[0].key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("138/2020/NĐ-CP", "138/2021/NĐ-CP"),
        ("138/2020/NĐ-CP", "138/NĐ-CP"),
        ("12/2022/TT-BNV", "12/2022/TT-BTC"),
        ("30c/NQ-CP", "30/NQ-CP"),
    ],
)
def test_different_numbers_have_different_keys(one: str, other: str) -> None:
    assert find_numbers(one)[0].key != find_numbers(other)[0].key


def test_the_bare_d_of_nd_and_qd_is_printed_as_it_must_be() -> None:
    assert find_numbers("No. 138/2020/ND-CP")[0].printed == "138/2020/NĐ-CP"
    assert find_numbers("25/2022/QD-UBND")[0].printed == "25/2022/QĐ-UBND"


@pytest.mark.parametrize(
    "text",
    [
        "trước ngày 31/3/2024",
        "giai đoạn 2021-2025",
        "20/20 bộ đã ban hành",
        "58/61 biên chế",
        "QCVN 06:2022/BXD",
        "nhiệm kỳ 2020 - 2025",
        "1.15 lần",
        "tháng 6/2026",
        "Số:    /TTr-VPCP",
        "https://example.org/24/QH",
        "",
    ],
)
def test_these_are_no_numbers(text: str) -> None:
    assert find_numbers(text) == []


def test_numbers_come_in_order_with_their_places() -> None:
    text = "Căn cứ Nghị quyết số 05-NQ/TU; Quyết định số 25/2022/QĐ-UBND và Công văn 64/BNV-CCVC."
    numbers = find_numbers(text)
    assert [text[n.start : n.end] for n in numbers] == ["05-NQ/TU", "25/2022/QĐ-UBND", "64/BNV-CCVC"]


@given(st.text(alphabet="0123456789/-–ĐNQDTUCPab& .:", max_size=60))
def test_places_lie_inside_the_text_in_order_and_apart(text: str) -> None:
    end = 0
    for number in find_numbers(text):
        assert end <= number.start < number.end <= len(text)
        assert text[number.start : number.end].strip() == text[number.start : number.end]
        end = number.end


@pytest.mark.parametrize(
    ("text", "id"),
    [
        ("138/2020/NĐ-CP", "138-2020-nd-cp"),
        ("06-ĐA/TU", "06-da-tu"),
        ("Ủy ban nhân dân", "uy-ban-nhan-dan"),
        ("\u00d0ề án số 3", "de-an-so-3"),
        ("...", ""),
    ],
)
def test_slugs_are_readable(text: str, id: str) -> None:
    assert slug(text) == id


@given(st.text(max_size=200))
def test_a_slug_is_safe_in_an_address_and_stays_as_it_is(text: str) -> None:
    id = slug(text)
    assert len(id) <= 60 and set(id) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert slug(id) == id


@pytest.mark.parametrize(
    ("line", "type"),
    [
        ("QUYẾT ĐỊNH", "decision"),
        ("QUYẾT ĐỊNH:", "decision"),
        ("Nghị quyết về công tác cán bộ", "resolution"),
        ("THÔNG TƯ LIÊN TỊCH", "joint-circular"),
        ("THÔNG TƯ", "circular"),
        ("BỘ LUẬT LAO ĐỘNG", "code"),
        ("LUẬT", "law"),
        ("PROGRAMME No. 12", "programme"),
        ("DECREE", "decree"),
        ("OFFICIAL DISPATCH", "dispatch"),
        ("VĂN BẢN HỢP NHẤT", "consolidated"),
        ("NGHỊ QUYẾT LIÊN TỊCH", "joint-resolution"),
        ("ĐIỀU LỆ", "charter"),
        ("TIN BÀI VỀ VĂN BẢN", None),
        ("Q U Y", None),
        ("Sở Nội vụ", None),
        ("QUYẾT ĐỊNHX", None),
    ],
)
def test_a_heading_names_its_type(line: str, type: str | None) -> None:
    assert type_of_heading(line) == type


def test_an_english_name_may_mean_several_types() -> None:
    assert types_of_heading("REGULATION") == ("statute", "regulation")
    assert types_of_heading("CIRCULAR No. 5") == ("circular", "party-notice")
    assert types_of_heading("Sở Nội vụ") == ()


@pytest.mark.parametrize(
    ("line", "rest"),
    [("QUYẾT ĐỊNH:", ""), ("BỘ LUẬT DÂN SỰ", "DÂN SỰ"), ("Thông tư liên tịch hướng dẫn", "hướng dẫn"), ("Sở Nội vụ", "Sở Nội vụ")],
)  # fmt: skip
def test_what_follows_the_type(line: str, rest: str) -> None:
    assert after_type(line) == rest


@pytest.mark.parametrize("text", ["12 tháng 5", "5 người", "abc", "", "1. QĐ", "12.5 triệu"])
def test_no_number_is_made_of_what_is_none(text: str) -> None:
    assert read_number(text) is None
