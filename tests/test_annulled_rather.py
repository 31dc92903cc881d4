"""A point that was annulled, asked after by yes or no: its annulment answers, and no other point of the same list."""

from datetime import date

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    "asked",
    [
        "Hồ sơ xin tiếp nhận công chức bây giờ có còn phải kèm bản sao hộ khẩu không?",
        "Hồ sơ tiếp nhận công chức có phải kèm bản sao hộ khẩu không?",
        "Có phải nộp bản sao sổ hộ khẩu khi xin tiếp nhận công chức không?",
    ],
)
def test_the_annulment_of_a_point_is_told_with_what_annulled_it(assistant: Assistant, asked: str) -> None:
    answer = assistant.ask(asked)
    assert answer.outcome == "out_of_force"
    assert "Điều 11, khoản 1, điểm c, 25/2022/QĐ-UBND" in (answer.lead or "")
    assert "18/2024/QĐ-UBND" in (answer.lead or "") and "Bãi bỏ điểm c khoản 1 Điều 11" in answer.text


def test_the_annulment_is_told_in_english_too(assistant: Assistant) -> None:
    answer = assistant.ask("Does the reception dossier still need a certified copy of the household registration book?")
    assert answer.outcome == "out_of_force" and "annul Point c" in answer.text


def test_what_is_still_in_the_list_is_answered_from_it(assistant: Assistant) -> None:
    answer = assistant.ask("Hồ sơ tiếp nhận công chức có phải kèm sổ bảo hiểm xã hội không?")
    assert answer.outcome == "answered" and "bảo hiểm xã hội" in answer.text


def test_a_list_is_quoted_without_the_item_that_was_annulled(assistant: Assistant) -> None:
    asked = "Hồ sơ đề nghị tiếp nhận vào làm công chức gồm những giấy tờ gì?"
    answer = assistant.ask(asked)
    assert "Sơ yếu lý lịch" in answer.text and "hộ khẩu" not in answer.text
    before = assistant.ask(asked, as_of=date(2024, 3, 1))
    assert "hộ khẩu" in before.text
