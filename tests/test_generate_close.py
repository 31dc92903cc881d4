"""How near a model's sentence has to keep to its source: cuts and joins pass, shreds and words of its own do not."""

import pytest

from assistant.generation.close import keeps_close

WARDS = (
    "As of June 15, 2023, the town had 860 nurses, including 150 nurses at the two clinics, 210 nurses of 46 wards and "
    "500 nurses in schools."
)
EXAM = "Candidates may file a request for re-marking within 15 days from the date of announcement of results."
PLAN = "A plan approved earlier continues until a new plan exists; the new plan must be completed before December 31, 2023."
BOARD = "The Steering Board meets once every quarter; the notice of conclusions is sent no later than 5 days after it."
GROUP_VI = "Khung năng lực gồm ba nhóm: năng lực chung, năng lực chuyên môn và năng lực quản lý."
ROOM_VI = "Văn phòng Sở bảo đảm kinh phí; chủ trì xây dựng phần mềm quản lý vị trí việc làm, xong trước ngày 30/6/2024."
ABOVE = ("Regulation, Article 9", "Programme 12-CTr/TU on nurses")


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("Candidates may request re-marking within 15 days from the date of announcement of results.", EXAM),
        ("Within 15 days from the announcement of results, candidates may file a request for re-marking.", EXAM),
        ("Under Article 9 of the Regulation, candidates may file a request for re-marking within 15 days.", EXAM),
        ("The town had 860 nurses, including 500 nurses in schools.", WARDS),
        ("Khung năng lực gồm năng lực chung, năng lực chuyên môn và năng lực quản lý.", GROUP_VI),
        ("Văn phòng Sở bảo đảm kinh phí.", ROOM_VI),
    ],
)
def test_what_is_cut_from_its_source_is_close(said: str, source: str) -> None:
    assert keeps_close(said, source, ABOVE)


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("Candidates may challenge re-marking within 15 days.", EXAM),  # a word of its own
        ("The town had 210 nurses at the clinics and 210 nurses of 46 wards.", WARDS),  # a figure twice
        ("The number in the town is 860.", WARDS),  # of what?
        ("The Steering Board of the Programme is the conclusions of the Steering Board of the Programme.", BOARD),
        ("A plan approved earlier must be completed.", PLAN),  # two sentences in one
        ("Phần mềm kinh phí vị trí Sở quản việc bảo xây làm phòng.", ROOM_VI),  # shreds
        ("Regulation on nurses, Programme Article 9.", EXAM),  # nothing of the source
        ("", EXAM),
    ],
)
def test_what_is_not_its_source_cut_is_not_close(said: str, source: str) -> None:
    assert not keeps_close(said, source, ABOVE)
