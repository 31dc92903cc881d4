"""The measurement of the registers: matching, splits, and the labels that come with it."""

from pathlib import Path

import pytest

from corpus.errors import NotFoundError
from evals.__main__ import main
from evals.extraction import Marked, evaluate, matched, read_labels, tables


def duty(start: int, end: int, kind: str = "duty", **values: str | None) -> Marked:
    """An entry of so many characters."""
    return Marked(kind, start, end, values)


def test_half_of_the_longer_words_make_a_match() -> None:
    assert matched([duty(0, 100)], [duty(50, 150)]) and not matched([duty(0, 100)], [duty(51, 151)])
    assert not matched([duty(0, 300)], [duty(0, 100)])  # an entry over everything finds nothing


def test_an_entry_finds_one_label() -> None:
    mine, wanted = [duty(0, 100), duty(0, 90)], [duty(0, 100)]
    assert matched(mine, wanted) == [(mine[0], wanted[0])]


def test_a_deadline_has_to_agree() -> None:
    label = duty(0, 20, "deadline", deadline_kind="date", day="2024-03-31")
    assert matched([duty(0, 20, "deadline", deadline_kind="date", day="2024-03-31")], [label])
    assert not matched([duty(0, 20, "deadline", deadline_kind="date", day="2024-03-30")], [label])
    assert not matched([duty(0, 20, "deadline", deadline_kind="vague", day=None)], [label])


def test_the_sample_dossier_is_measured() -> None:
    labels = [one for one in read_labels() if not one.document.startswith("shared/") and "duty" in one.kinds]
    assert len(labels) >= 10
    scores, misses = evaluate(labels[:4])
    found = {s.kind: s for s in scores}
    assert found["duty"].precision is not None and found["duty"].precision >= 0.85
    assert found["duty"].recall is not None and found["duty"].recall >= 0.8
    assert len(misses) == sum(s.labelled + s.extracted - 2 * s.found for s in scores)
    assert tables(scores)[0].rows


def test_no_labels_is_an_error(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(NotFoundError):
        read_labels(tmp_path)
    assert main(["extraction", "--labels", str(tmp_path)]) == 2
    assert str(tmp_path) in capsys.readouterr().err


def test_of_a_document_labelled_in_a_range_the_rest_does_not_count(tmp_path: Path) -> None:
    (tmp_path / "one.jsonl").write_text(
        '{"document": "31-kh-tctr-2026.txt", "labelled": ["requirement"], "split": "held_out", "range": [100, 200]}\n'
        '{"document": "31-kh-tctr-2026.txt", "kind": "requirement", "start": 120, "end": 130, "attribute": "other"}\n'
    )
    (one,) = read_labels(tmp_path)
    assert one.within == (100, 200) and one.covers(duty(100, 300)) and not one.covers(duty(200, 210))


def test_a_document_may_be_labelled_in_two_ranges(tmp_path: Path) -> None:
    head = '{"document": "31-kh-tctr-2026.txt", "labelled": ["%s"], "split": "development", "range": %s}\n'
    entry = '{"document": "31-kh-tctr-2026.txt", "kind": "%s", "start": %d, "end": %d}\n'
    (tmp_path / "one.jsonl").write_text(head % ("duty", [100, 200]) + entry % ("duty", 120, 130))
    (tmp_path / "two.jsonl").write_text(head % ("figure", [300, 400]) + entry % ("figure", 310, 320))
    one, two = read_labels(tmp_path)
    assert (one.kinds, one.within, [e.start for e in one.entries]) == (("duty",), (100, 200), [120])
    assert (two.kinds, two.within, [e.start for e in two.entries]) == (("figure",), (300, 400), [310])
