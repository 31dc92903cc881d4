"""Programme sheets and the register of job positions over the sample dossier, through the command as well."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.cli import app
from api.plots import first_by_year
from assistant.positions import positions_sheet
from assistant.programme import programme_sheet
from assistant.search import Search
from corpus.corpus import Corpus
from corpus.errors import RequestError
from corpus.messages import Language


@pytest.fixture(scope="module")
def search(sample_corpus: Corpus) -> Search:
    """Search over the whole sample dossier."""
    return Search(sample_corpus)


@pytest.mark.parametrize(
    ("name", "language", "indicator"),
    [
        ("12-CTr/TU", "vi", "Lao động nông thôn qua đào tạo"),
        ("chuong trinh 12-ctr/tu", "vi", "Lao động nông thôn qua đào tạo"),
        ("Program No. 12-CTr/TU", "en", "Trained rural labour"),
    ],
)
def test_targets_stand_against_results(search: Search, name: str, language: Language, indicator: str) -> None:
    sheet = programme_sheet(search, name, language=language)
    row = next(row for row in sheet.sections[0].rows if row.cells[0] == indicator)
    values = [cell.replace(",", ".") for cell in row.cells]
    assert values[1] == "%" and values[2].startswith("58.2%") and values[3] == "70%" and values[5] == "65.1%"
    assert "2025" in row.cells[4] and "2023" in row.cells[6]
    assert row.sources[0].number == "187-BC/TU"


def test_figures_keep_their_bases_and_deadlines_their_days(search: Search) -> None:
    sheet = programme_sheet(search, "12-CTr/TU")
    cells = [row.cells for section in sheet.sections for row in section.rows]
    assert any("1,15 lần" in c[1] and "số ủy viên" in c[3] for c in cells if len(c) == 7)
    due = [row.due for row in sheet.rows if row.due is not None]
    assert len(due) > 10 and due == sorted(due)


def test_shares_by_year_are_a_table_and_a_plot(search: Search) -> None:
    sheet = programme_sheet(search, "04-ĐA/TU")
    table = next(s for s in sheet.sections if s.columns[1:2] == ("Năm 2021",))
    assert ("Sau đại học", "45", "60", "66", "66", "63", "300") in [row.cells for row in table.rows]
    svg = first_by_year(sheet)
    assert svg == first_by_year(sheet) and "Trung cấp lý luận chính trị" in svg and "2025" in svg


def test_a_programme_that_nobody_told_of(search: Search) -> None:
    sheet = programme_sheet(search, "99-CTr/TW", language="en")
    assert sheet.sections == () and "No document on 99-CTr/TW" in sheet.notes[0]
    with pytest.raises(RequestError):
        programme_sheet(search, "--")
    with pytest.raises(RequestError):
        first_by_year(sheet)


def test_the_register_of_job_positions(search: Search) -> None:
    sheet = positions_sheet(search)
    rows = {row.id: row for row in sheet.rows}
    assert len([id for id in rows if id.startswith("SNV-")]) == 32
    legal = rows["SNV-DC-02"].cells
    assert legal[1:3] == ("Chuyên viên về pháp chế", "Thanh tra Sở") and legal[4] == "Chuyên viên"
    assert "1482/QĐ-UBND" in legal[8] and legal[9] == "98/2022/TT-BNV" and legal[10] == "24/01/2024"
    assert rows["SNV-LĐ-01"].cells[2] == "không nêu"
    one = positions_sheet(search, "phap che", language="en")
    assert [row.id for row in one.rows] == ["SNV-DC-02"] and "Approved" in one.rows[0].cells[8]


def test_the_commands(sample_data: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke
    told = ["--person", "46 tuổi, trung cấp lý luận chính trị", "--as-of", "2026-03-01", "--data", str(sample_data)]
    shown = run(app, ["requirements-sheet", "trưởng phòng", *told, "--json", "--language", "vi"])
    assert shown.exit_code == 0, shown.output
    states = [row["state"] for section in json.loads(shown.output)["sections"] for row in section["rows"]]
    assert {"met", "not_met", "unknown"} <= set(states)
    form = tmp_path / "person.json"
    form.write_text('{"birth": "1979-06-15", "political_theory": "trung cấp", "typo": 1}', encoding="utf-8")
    refused = run(app, ["requirements-sheet", "trưởng phòng", "--profile", str(form), "--data", str(sample_data)])
    assert isinstance(refused.exception, RequestError) and "typo" in refused.exception.text("en")
    out = tmp_path / "programme.xlsx"
    written = run(
        app,
        ["programme", "12-CTr/TU", "--out", str(out), "--plot", str(tmp_path / "p.svg"), "--data", str(sample_data)],
    )
    assert written.exit_code == 0 and out.stat().st_size > 5000 and (tmp_path / "p.svg").stat().st_size > 5000
