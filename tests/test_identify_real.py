"""Identities of real public documents, as a person reads them. The texts lie beside the repository (VANBAN_SHARED)."""

import json
import os
from datetime import date
from pathlib import Path

import pytest

from corpus.document import Identity
from corpus.folding import fold
from ingest.job import IncomingFile, document_of

SHARED = Path(os.environ.get("VANBAN_SHARED", Path(__file__).parent.parent.parent / "shared"))
OFFICIAL = SHARED / "documents" / "vi_official_docs"
ORIGINALS = SHARED / "documents" / "vi_originals"
KINDS = {
    "Quyết định": {"decision"}, "Nghị quyết": {"resolution"}, "Thông tư": {"circular", "joint-circular"},
    "Chỉ thị": {"directive"}, "Nghị định": {"decree"}, "Hướng dẫn": {"guidance"},
    "bo_luat": {"code"}, "nghi_dinh": {"decree"}, "nghi_quyet": {"resolution"}, "an_le": {"precedent"},
}  # fmt: skip

# Read by eye: these texts print no number of their own, whatever numbers their titles and bases name, and a date only
# where the last sentence says on which day the council passed the resolution.
SAMPLE: tuple[tuple[str, str, date | None], ...] = (
    ("00175111", "decision", None), ("00176528", "decision", None), ("00179422", "joint-circular", None),
    ("00180489", "circular", None), ("00184311", "decision", None), ("00185387", "decision", None),
    ("00191281", "decision", None), ("00193670", "decision", None), ("00194903", "resolution", date(2009, 12, 11)),
    ("00196462", "decision", None), ("00198989", "circular", None), ("00201876", "decision", None),
    ("00203897", "circular", None), ("00204897", "resolution", None), ("00207339", "decision", None),
    ("00208395", "resolution", date(2009, 12, 16)), ("00211303", "resolution", date(2008, 7, 23)),
    ("00213395", "decision", None), ("00216792", "resolution", date(2008, 7, 23)),
    ("00234060", "resolution", date(2009, 12, 10)), ("00237579", "resolution", date(2009, 12, 8)),
    ("00238062", "resolution", None), ("00240020", "resolution", date(2008, 7, 23)), ("00244495", "decision", None),
    ("00251981", "resolution", date(2008, 12, 11)), ("00252881", "resolution", date(2009, 12, 10)),
    ("00253322", "decision", None), ("00253846", "resolution", date(2008, 12, 11)), ("00269781", "circular", None),
    ("00270789", "decision", None),
)  # fmt: skip


def identity_of(path: Path) -> Identity:
    return document_of(IncomingFile(path, path.name, path.name), path.read_bytes(), "0").document.identity


@pytest.mark.parametrize(("name", "type", "issued"), SAMPLE)
def test_thirty_official_texts_as_read_by_eye(name: str, type: str, issued: date | None) -> None:
    identity = identity_of(OFFICIAL / "txt" / f"{name}.txt")
    assert (identity.type, identity.number, identity.issued) == (type, None, issued)


def test_the_type_of_every_official_text() -> None:
    rows = [json.loads(line) for line in (OFFICIAL / "index.jsonl").read_text(encoding="utf-8").splitlines()]
    wrong = [row["id"] for row in rows if identity_of(OFFICIAL / row["file"]).type not in KINDS[row["kind"]]]
    assert len(rows) == 164 and wrong == []


REGISTRY = json.loads((ORIGINALS / "source_registry.json").read_text(encoding="utf-8"))["documents"]


@pytest.mark.parametrize("row", REGISTRY, ids=lambda row: row["doc_id"])
def test_number_type_and_title_of_the_originals(row: dict[str, str]) -> None:
    plain = row["doc_id"].replace("_", "")  # the files' names have fewer of these than the registry's
    (path,) = (f for f in ORIGINALS.iterdir() if f.stem.replace("_", "") == plain)
    identity = identity_of(path)
    assert identity.number == row["official_number"]
    assert identity.type in KINDS[row["loai_van_ban"]]
    named = row["official_number"] in row["document_title"]  # else by its name and year: "Bộ luật Dân sự 2015"
    assert named or fold(row["document_title"]).startswith(fold(identity.title)) and len(identity.title) > 10


@pytest.mark.parametrize(
    "name",
    [
        "job-positions-conference", "professional-civil-servants", "programme-08-ctr-tu-review", "strategic-level-cadres",
        "training-conference",
    ],
)  # fmt: skip
def test_articles_are_reports_without_a_number_of_their_own(name: str) -> None:
    identity = identity_of(SHARED / "texts" / f"{name}.txt")
    assert (identity.type, identity.number, identity.number_key) == ("news", None, None)
    assert ("08-CTr/TU" in identity.about) == (name == "programme-08-ctr-tu-review")
