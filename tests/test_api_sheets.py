"""Requirement sheets, programme sheets and job positions over HTTP."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import make_app
from corpus.settings import read_settings


@pytest.fixture(scope="module")
def client(sample_data: Path) -> Iterator[TestClient]:
    """The application over the whole sample dossier."""
    with TestClient(make_app(read_settings(sample_data)), base_url="http://127.0.0.1") as client:
        yield client


def test_a_person_is_weighed(client: TestClient) -> None:
    body = {"post": "head of division", "person": "46-year-old with intermediate theory", "as_of": "2026-03-01"}
    sheet = client.post("/api/requirement-sheets", json={**body, "language": "en"}).json()
    rows = [row for section in sheet["sections"] for row in section["rows"]]
    assert {"met", "not_met", "unknown"} <= {row["state"] for row in rows}
    assert sheet["names"] == ["kind", "requirement", "has", "verdict", "why", "settles", "force"]
    assert len(sheet["names"]) == len(sheet["columns"])
    asked = client.post("/api/requirement-sheets", json={"post": "head of division", "language": "en"}).json()
    assert asked["names"] == ["kind", "requirement", "settles", "force"]
    assert all(source["quote"] and source["sha256"] for row in rows for source in row["sources"])


def test_a_form_that_cannot_be_true_names_its_field(client: TestClient) -> None:
    form = {"birth": "1990-01-01", "experience": [{"field": "luật", "since": "2001-05-01"}]}
    answer = client.post("/api/requirement-sheets", json={"post": "trưởng phòng", "profile": form, "language": "vi"})
    assert answer.status_code == 422 and "experience[0].since" in answer.json()["detail"]
    both = client.post("/api/requirement-sheets", json={"post": "x", "profile": {}, "person": "46 tuổi"})
    assert both.status_code == 422


def test_programmes_and_positions_as_sheets_and_files(client: TestClient) -> None:
    asked = {"name": "12-CTr/TU", "language": "en"}
    sheet = client.get("/api/programme-sheets", params=asked).json()
    assert sheet["kind"] == "programme" and sheet["sections"][0]["title"] == "Targets against results"
    svg = client.get("/api/programme-sheets", params={**asked, "format": "svg"})
    assert svg.headers["content-type"].startswith("image/svg") and "<svg" in svg.text
    calendar = client.get("/api/programme-sheets", params={**asked, "format": "ics"})
    assert calendar.status_code == 200 and b"BEGIN:VEVENT" in calendar.content
    assert len(client.get("/api/job-positions", params={"q": "SNV"}).json()["sections"][0]["rows"]) == 32
    assert "/api/requirement-sheets" in client.get("/openapi.json").json()["paths"]
