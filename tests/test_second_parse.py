"""The parts of the second reader: entries in what a model writes, and what of one a passage carries."""

from assistant.second_reading.check import proposed
from assistant.second_reading.parse import proposals
from corpus.registers import Span
from tests.second_made import line


def test_entries_are_found_in_whatever_a_model_writes_around_them() -> None:
    one = line("duty", "a b c", what="b")
    for said in (
        one,
        f"Sure:\n```json\n[{one},\n{one}]\n```",
        f"<think>{one[:20]}</think>{one}",
        f"1. {one} {{",
        f"{{{one}",
    ):
        found = proposals(said)
        assert found is not None and [(s.kind, s.quote, s.slots) for s in found] == [
            ("duty", "a b c", {"what": "b"})
        ], said
    assert proposals("NONE") == proposals(" none.") == proposals("[]") == proposals("") == []
    for garbage in ("Sure, here it is", "{" * 10_000, '{"kind": "duty"}', '{"kind": 3, "quote": ["a"]}', "\ud800{}"):
        assert proposals(garbage) is None
    numbered = proposals(line("figure", "có 480 người", number=480, of=None))
    assert numbered is not None and numbered[0].slots == {"number": "480"}


def test_who_acts_is_not_read_out_of_a_row() -> None:
    row = "3 | Xây dựng khung năng lực | Sở Nội vụ | Đảng ủy các xã | Trước ngày 30/6/2026"
    said = proposals(line("duty", row, who="Đảng ủy các xã", what="Xây dựng khung năng lực"))
    assert said is not None and proposed(said[0], row, Span(0, len(row)), ()) is None
    plain = proposals(line("duty", row, what="Xây dựng khung năng lực"))
    assert plain is not None and proposed(plain[0], row, Span(0, len(row)), ()) is not None
