"""The families that we ship: what each question asks for stands in the documents. Knows nothing of the answers."""

import unicodedata
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.document import Document
from evals.families import FAMILIES, HELD_OUT, Dated, Family, names_day, read_families, units_of
from evals.judge import holds
from ingest.job import document_of

EVERY = [*read_families(FAMILIES), *read_families(HELD_OUT)]


@pytest.fixture(scope="module", params=EVERY, ids=lambda family: family.name)
def family(request: pytest.FixtureRequest) -> Family:
    given: Family = request.param
    return given


@pytest.fixture(scope="module")
def documents(family: Family) -> dict[str, Document]:
    """The family's documents as the product reads them, by the file's name without its suffix."""
    return {Path(f.name).stem: document_of(f, f.path.read_bytes(), "").document for f in family.files}


def questions() -> list[Dated]:
    return [case for family in EVERY for case in family.questions]


def test_there_are_enough_families_documents_and_questions() -> None:
    asked = questions()
    assert len(EVERY) >= 12 and sum(len(f.files) for f in EVERY) >= 60 and len(asked) >= 200
    assert sum(case.language == "en" for case in asked) * 3 >= len(asked)
    kinds = {case.kind for case in asked}
    assert kinds >= {"in_force", "since", "until", "replaced", "amended", "wording", "basis", "guides", "consolidated"}
    assert {case.outcome for case in asked} == {"answered", "out_of_force", "conflicting", "not_found"}
    assert any(len(f.runs) > 1 for f in EVERY)
    assert len({case.id for case in asked}) == len({(case.question, case.as_of) for case in asked}) == len(asked)


def test_every_document_says_what_it_is(family: Family, documents: dict[str, Document]) -> None:
    for stem, document in documents.items():
        identity = document.identity
        assert identity.number and identity.issued and identity.type and identity.issuer, stem
        assert unicodedata.is_normalized("NFC", document.text)
    assert {Path(f.name).stem for run in family.runs for f in run} == set(documents)


def test_the_words_that_prove_stand_in_the_documents_named(family: Family, documents: dict[str, Document]) -> None:
    for case in family.questions:
        assert set(case.documents) <= set(documents), case.id
        for proof in case.proof:
            named = proof.document.split("|")
            assert set(named) <= set(case.documents), case.id
            for stem in named:
                assert holds(documents[stem].text, proof.words), (case.id, stem)
        if case.outcome == "not_found":
            assert not case.must and not case.proof, case.id
        else:
            assert case.proof and (case.must or case.days or case.verdict), case.id


def test_content_that_is_asked_for_stands_in_the_documents_named(
    family: Family, documents: dict[str, Document]
) -> None:
    for case in family.questions:
        if case.kind in ("fact", "wording") and case.outcome == "answered":
            texts = [documents[stem].text for stem in case.documents]
            assert all(any(holds(text, group) for text in texts) for group in case.must), case.id


def test_wordings_put_together_by_hand_forget_no_unit(family: Family, documents: dict[str, Document]) -> None:
    for wording in family.consolidated:
        document = documents[wording.document]
        enclosed = any(at.startswith("kt1.") for at in wording.units)
        changed = {at for at, words in wording.units.items() if words is None or not holds(document.text, words)}
        assert 0 < len(changed) * 2 <= len(wording.units), (wording.document, sorted(changed))
        own = {u.address for u in document.provisions if u.kind in ("article", "clause", "point")}
        kept = {at for at in own if not any(at.startswith(f"{c}.") for c in changed)}  # not below what was changed
        assert {at for at in kept if at.startswith("kt1.") == enclosed} <= set(wording.units), wording.document


def test_units_written_by_hand_are_told_apart() -> None:
    text = (
        "Điều 1. Một\nlời dẫn\n1. Thứ nhất:\na) điểm a\nđ) (bãi bỏ)\n2. Thứ hai\nĐiều 2a. (bãi bỏ)\n# kt1\nĐiều 1. Khác"
    )
    assert units_of(text) == {
        "d1": "Điều 1. Một\nlời dẫn",
        "d1.k1": "1. Thứ nhất:",
        "d1.k1.a": "a) điểm a",
        "d1.k1.đ": None,
        "d1.k2": "2. Thứ hai",
        "d2a": None,
        "kt1.d1": "Điều 1. Khác",
    }


def test_a_day_is_known_in_any_spelling() -> None:
    spellings = ("ngày 05 tháng 3 năm 2020", "5/3/2020", "March 5, 2020", "2020-03-05")
    assert all(names_day(f"từ {s}.", "2020-03-05|2020-03-04") for s in spellings)
    assert not names_day("ngày 06 tháng 3 năm 2020", "2020-03-05")


def test_chains_have_no_gaps() -> None:
    """Questions about one number stand on both sides of a change: the days asked about differ in their verdicts."""
    both = 0
    for family in EVERY:
        asked = sorted((c.question, c.as_of, c.verdict) for c in family.questions if c.verdict)
        both += sum(a[0] == b[0] and a[2] != b[2] for a, b in pairwise(asked))
    assert both >= 10
