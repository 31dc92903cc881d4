"""Where nothing answers, the places that came nearest are named, to be looked at."""

import pytest

from assistant.assistant import Assistant


@pytest.mark.parametrize(
    ("asked", "place"),
    [
        # the right clause, in words too far from the question's for an answer
        ("Sở mới sáp nhập thì trong bao lâu phải trình đề án VTVL điều chỉnh?", "Điều 16, khoản 2"),
        ("Em bé mới được tám tháng, chị ấy tự nguyện muốn đi học dài ngày thì có được không?", "Điều 7, khoản 4"),
    ],
)
def test_a_refusal_names_the_places_that_came_nearest(assistant: Assistant, asked: str, place: str) -> None:
    answer = assistant.ask(asked)
    if answer.outcome != "not_found":
        assert place in answer.citations[0].path
        return
    paths = [p.path for p in answer.searched.nearest_places]
    assert any(place in p for p in paths) and place in answer.text
    assert {p.document.id for p in answer.searched.nearest_places} & {e.id for e in answer.searched.nearest_documents}


def test_where_nothing_comes_near_no_place_is_named(assistant: Assistant) -> None:
    answer = assistant.ask("Giá vé máy bay từ Hà Nội đi Tokyo tháng này?")
    assert answer.outcome == "not_found" and not answer.searched.nearest_places


def test_an_answer_names_no_places_beside_its_citations(assistant: Assistant) -> None:
    answer = assistant.ask("Theo Thông tư 98/2022/TT-BNV, ai thẩm định đề án?")
    assert answer.statements and not answer.searched.nearest_places
