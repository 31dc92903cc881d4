"""Two texts unit by unit and word by word: every way in which a unit may come to stand elsewhere, and offsets."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from assistant.compare import Aligned, Comparison, compare
from assistant.comparison.text import Compared
from assistant.comparison.words import word_changes
from corpus.document import Outline
from tests.made_texts import compared

OLD = """
QUY CHẾ
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc quản lý xe công của các cơ quan thuộc tỉnh.
Điều 2. Đối tượng
1. Cán bộ, công chức của các sở, ban, ngành và ủy ban nhân dân cấp huyện.
2. Người lái xe được giao xe để phục vụ công tác chung của cơ quan.
3. Tổ chức, cá nhân khác có liên quan đến việc bảo dưỡng và sửa chữa xe.
Chương II
SỬ DỤNG XE
Điều 3. Đăng ký xe
1. Đơn vị đăng ký sử dụng xe trước 03 ngày làm việc với Văn phòng.
2. Văn phòng bố trí xe theo thứ tự đăng ký và thông báo cho đơn vị.
Điều 4. Định mức nhiên liệu
1. Định mức nhiên liệu là 12 lít cho 100 km đường bằng.
2. Đối với đường đèo dốc, định mức tăng thêm không quá 20 phần trăm.
Điều 5. Bảo dưỡng xe và trách nhiệm của lái xe
1. Xe được bảo dưỡng định kỳ sau mỗi 5.000 km hoặc sau sáu tháng sử dụng.
2. Chi phí bảo dưỡng do Văn phòng thanh toán theo hóa đơn thực tế.
3. Lái xe chịu trách nhiệm kiểm tra an toàn của xe trước mỗi chuyến đi.
4. Lái xe bồi thường thiệt hại do lỗi chủ quan gây ra theo quy định của pháp luật.
Điều 6. Gửi xe qua đêm
Xe công được gửi tại nhà xe của cơ quan sau giờ làm việc.
Điều 7. Chìa khóa xe
Chìa khóa xe do Văn phòng giữ và chỉ giao cho lái xe có lệnh điều xe.
Điều 8. Điều khoản thi hành
Quy chế này có hiệu lực kể từ ngày ký.
"""
NEW = """
QUY CHẾ
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Quy chế này quy định việc quản lý, sử dụng xe công của các cơ quan thuộc tỉnh.
Điều 2. Đối tượng
1. Cán bộ, công chức của các sở, ban, ngành và ủy ban nhân dân cấp xã.
2. Tổ chức, cá nhân khác có liên quan đến việc bảo dưỡng và sửa chữa xe.
Điều 3. Nguyên tắc quản lý
Xe công chỉ được dùng cho việc chung; nghiêm cấm cho thuê, cho mượn.
Chương II
SỬ DỤNG XE
Điều 4. Định mức nhiên liệu
1. Định mức nhiên liệu là 11 lít cho 100 km đường bằng.
2. Đối với đường đèo dốc, định mức tăng thêm không quá 20 phần trăm.
3. Người lái xe được giao xe để phục vụ công tác chung của cơ quan.
Điều 5. Đăng ký xe
1. Đơn vị đăng ký sử dụng xe trước 02 ngày làm việc với Văn phòng.
2. Văn phòng bố trí xe theo thứ tự đăng ký và thông báo cho đơn vị.
Điều 6. Bảo dưỡng xe
1. Xe được bảo dưỡng định kỳ sau mỗi 5.000 km hoặc sau sáu tháng sử dụng.
2. Chi phí bảo dưỡng do Văn phòng thanh toán theo hóa đơn thực tế.
Điều 7. Trách nhiệm của lái xe
1. Lái xe chịu trách nhiệm kiểm tra an toàn của xe trước mỗi chuyến đi.
2. Lái xe bồi thường thiệt hại do lỗi chủ quan gây ra theo quy định của pháp luật.
Điều 8. Gửi xe và giữ chìa khóa
1. Xe công được gửi tại nhà xe của cơ quan sau giờ làm việc.
2. Chìa khóa xe do Văn phòng giữ và chỉ giao cho lái xe có lệnh điều xe.
Điều 9. Điều khoản thi hành
Quy chế này có hiệu lực kể từ ngày ký.
"""


def addresses(a: Aligned) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    return a.kind, tuple(u.address for u in a.left), tuple(u.address for u in a.right)


@pytest.fixture(scope="module")
def texts() -> tuple[Compared, Compared]:
    return compared(OLD), compared(NEW)


@pytest.fixture(scope="module")
def found(texts: tuple[Compared, Compared]) -> Comparison:
    return compare(*texts)


def words(found: Comparison, texts: tuple[Compared, Compared], address: str) -> list[tuple[str, str, str]]:
    """The changed words of the unit that stands at an address on the right."""
    unit = next(a for _, a in found.walk() if any(u.address == address for u in a.right))
    left, right = (c.text for c in texts)
    return [
        (w.change, " ".join(left[a:b] for a, b in w.left), " ".join(right[a:b] for a, b in w.right))
        for w in unit.words
        if w.change != "same"
    ]


def test_every_way_in_which_a_unit_goes_on(found: Comparison) -> None:
    told = {addresses(a) for _, a in found.walk()}
    assert ("changed", ("d1",), ("d1",)) in told
    assert ("added", (), ("d3",)) in told
    assert ("moved", ("d3",), ("d5",)) in told
    assert ("split", ("d5",), ("d6", "d7")) in told
    assert ("merged", ("d6", "d7"), ("d8",)) in told
    assert ("renumbered", ("d8",), ("d9",)) in told
    assert ("renumbered", ("d2.k3",), ("d2.k2",)) in told
    assert ("moved", ("d2.k2",), ("d4.k3",)) in told, "a clause that went into another article"
    assert ("renumbered", ("d5.k3",), ("d7.k1",)) in told
    assert ("same", ("d4.k2",), ("d4.k2",)) in told
    assert found.related


def test_word_differences_are_spans_of_both_texts(found: Comparison, texts: tuple[Compared, Compared]) -> None:
    assert words(found, texts, "d1") == [("added", "", ", sử dụng")]
    assert words(found, texts, "d2.k1") == [("replaced", "huyện", "xã")]
    assert words(found, texts, "d5.k1") == [("replaced", "03", "02")]
    assert words(found, texts, "d4.k2") == []


def test_every_unit_of_both_texts_is_told_once(found: Comparison, texts: tuple[Compared, Compared]) -> None:
    for side, text in enumerate(texts):
        told = [u.address for _, a in found.walk() for u in (a.left, a.right)[side] if u.address]
        whole = {u.address for u in text.outline}
        assert len(told) == len(set(told)) and set(told) <= whole
        missing = whole - set(told)
        assert all(any(m.startswith(f"{t}.") for t in told) for m in missing), "only parts of what came or went whole"


def test_a_text_against_itself_has_no_difference(texts: tuple[Compared, Compared]) -> None:
    assert compare(texts[0], texts[0]).differences == []


def test_other_signs_and_places_of_tones_are_no_difference() -> None:
    one = compared("Điều 1. Hoà giải\nHội đồng “hoà giải” làm việc - theo luật.\nĐiều 2. Khác\nNội dung khác.")
    other = compared('Điều 1. Hòa giải\nHội đồng "hòa giải" làm việc – theo luật.\nĐiều 2. Khác\nNội dung khác.')
    assert compare(one, other).differences == []
    assert compare(one, compared(one.text.replace("Hội đồng", "hội đồng"))).differences != []


def test_two_texts_on_one_subject_are_matched_by_what_they_say() -> None:
    one = compared("""
Điều 1. Mục đích
Hướng dẫn này giúp các trường tổ chức bữa ăn cho học sinh bán trú.
Điều 2. Mức ăn
Mức hỗ trợ tiền ăn là 30.000 đồng một ngày cho mỗi học sinh bán trú.
Điều 3. Vệ sinh bếp ăn
Bếp ăn được kiểm tra vệ sinh an toàn thực phẩm mỗi tháng một lần.
""")
    other = compared("""
Điều 1. Vệ sinh an toàn
Bếp ăn của trường được kiểm tra vệ sinh an toàn thực phẩm mỗi quý một lần.
Điều 2. Thư viện
Thư viện mở cửa cả ngày thứ bảy.
Điều 3. Tiền ăn
Mức hỗ trợ tiền ăn là 35.000 đồng một ngày cho mỗi học sinh bán trú.
""")
    found = compare(one, other)
    pairs = {(a.left[0].address, a.right[0].address) for _, a in found.walk() if a.left and a.right}
    assert {("d2", "d3"), ("d3", "d1")} <= pairs and not found.related
    assert {addresses(a) for _, a in found.walk()} >= {("removed", ("d1",), ()), ("added", (), ("d2",))}


def test_a_translation_stands_beside_its_text() -> None:
    one = compared(
        "Điều 1. Phạm vi\nQuy định này áp dụng tại tỉnh.\nĐiều 2. Hiệu lực\n1. Từ ngày ký.\n2. Hết hiệu lực."
    )
    other = compared("Article 1. Scope\nThis regulation applies in the province.\nArticle 2. Effect\n1. From signing.")
    found = compare(one, other)
    told = {addresses(a) for _, a in found.walk()}
    assert ("beside", ("d2.k1",), ("d2.k1",)) in told and ("removed", ("d2.k2",), ()) in told
    assert not any(a.words for _, a in found.walk() if a.kind == "beside")


def test_texts_without_units_and_empty_ones() -> None:
    empty = Compared("", Outline([]), "vi")
    assert compare(empty, empty).units == ()
    plain = compared("Một đoạn văn không có điều khoản nào.\nĐoạn thứ hai nói về việc khác hẳn.")
    assert compare(plain, empty).differences and compare(plain, plain).differences == []


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(["một", "hai", "ba", "bốn", ",", ".", "5", "sáu"])),
    st.lists(st.sampled_from(["một", "hai", "7", ",", ".", "tám"])),
)
def test_the_changes_hold_all_words_of_both_sides(one: list[str], other: list[str]) -> None:
    left, right = (Compared(" ".join(words), Outline([]), "vi") for words in (one, other))
    changes = word_changes(left, right, [(0, len(left.text))], [(0, len(right.text))])
    for text, sides in ((left.text, [w.left for w in changes]), (right.text, [w.right for w in changes])):
        joined = " ".join(text[a:b] for spans in sides for a, b in spans)
        assert joined.split() == text.split()
    kept = [
        (left.text[a:b], right.text[c:d])
        for w in changes
        if w.change == "same"
        for (a, b), (c, d) in zip(w.left, w.right, strict=True)
    ]
    assert all(a.split() == b.split() for a, b in kept)
