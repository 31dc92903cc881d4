"""Who decides, how long it takes, when it is due: sentences of our own, in both languages."""

import pytest

from assistant.checklists.powers import powers_in


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("1. Giám đốc Sở Nông nghiệp quyết định mở trạm giống cấp xã.", "Giám đốc Sở Nông nghiệp"),
        ("a) Đề án mở trạm do Hội đồng giống của tỉnh thẩm định trước khi trình.", "Hội đồng giống của tỉnh"),
        ("3. Giám đốc sở, Chủ tịch xã cấp thẻ chủ trạm.", "Giám đốc sở, Chủ tịch xã"),
        ("1. Chủ tịch Ủy ban nhân dân cấp xã phê duyệt đề án.", "Chủ tịch Ủy ban nhân dân cấp xã"),
        ("2. Thời hạn thẩm định đề án là 20 ngày làm việc.", None),
        ("Chủ trạm được cấp thẻ khi đã qua sát hạch.", None),
        ("1. The Director of the Department approves the opening of a station.", "The Director of the Department"),
        ("2. The time limit for the appraisal is 20 working days.", None),
        ("3. A card is issued when the keeper has passed the test.", None),
    ],
)
def test_what_a_sentence_says(text: str, who: str | None) -> None:
    (found,) = powers_in(text)
    assert (found.who.of(text) if found.who else None) == who
    assert found.whole.of(text) in text and not found.whole.of(text).endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        "Điều 3. Cơ quan thẩm định đề án\n1. Trạm giống là nơi giữ giống.",  # a heading
        "Quyết định của Giám đốc Sở được gửi cho chủ trạm.",
        "Trong năm qua Sở đã cấp 30 thẻ.",
        "Giống cây trồng của trạm rất tốt.",
        "The station keeps the seeds of the province.",
    ],
)
def test_what_says_none_of_it(text: str) -> None:
    assert list(powers_in(text)) == []


def test_offsets_are_those_of_the_text() -> None:
    text = (
        "Điều 4. Thẩm quyền\n1. Sở Nội vụ ban hành mẫu đơn; mẫu được đăng công khai.\n2. Hội đồng tỉnh phê duyệt đề án."
    )
    assert [p.whole.of(text) for p in powers_in(text)] == [
        "1. Sở Nội vụ ban hành mẫu đơn",
        "2. Hội đồng tỉnh phê duyệt đề án",
    ]
