"""The registers as a person asks them: over HTTP, on the command line, in both languages, with the words that prove each entry."""

import csv
import io
import json
import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from api import cli, cli_call
from api.app import make_app
from api.export import MEDIA_TYPES
from corpus.errors import VanbanError
from corpus.folding import fold
from corpus.library import Library
from corpus.registers import Deadline, Definition, Duty, Figure, Registers, Requirement, Span
from corpus.settings import read_settings
from ingest.extract import EXTRACTOR

PDF, LETTER = "05-nq-tu-2021-en", "642-snv-ccvc-2023"


@pytest.fixture(autouse=True)
def _forgotten() -> Iterator[None]:
    """What one command was told about data and language is not left to the next test."""
    yield
    cli_call.say(None, None)


def registers_of(text: str) -> Registers:
    """Entries over the words that this text has, wherever they say so or not: it is the way that is tried here."""
    words = [Span(*m.span()) for m in re.finditer(r"\w+", text)]
    whole, last = Span(words[2].start, words[12].end), Span(words[-9].start, words[-1].end)
    lead = next(
        iter(Span(*m.span()) for m in re.finditer("Sở Nội vụ|SỞ NỘI VỤ|Department of Home Affairs", text)), None
    )
    deadline = Deadline(words[5], "date", date(2023, 10, 31), False)
    return Registers(
        (Duty(whole, "", "requested", words[3], lead, (words[7], words[8]), deadline=deadline, condition=words[9]),
         Duty(last, "", "must", words[-3])),
        (Requirement(whole, "", "post", words[4], "experience", "at_least", words[5], 3.0, "year", equivalent=True),),
        (Figure(last, "", words[-2], 1.15, "times", "about", "target", base=words[-4], period=Span(0, 0)),),
        (Definition(whole, "", words[2], words[3], abbreviation=True),),
    )  # fmt: skip


@pytest.fixture(scope="module")
def data(few_data: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The FEW sample documents, two of which have registers."""
    folder = Path(shutil.copytree(few_data, tmp_path_factory.mktemp("registers") / "data"))
    library = Library(folder)
    for entry in library.entries():
        text = library.text(entry.revision)
        made = registers_of(text) if entry.id in (PDF, LETTER) else Registers()
        assert library.replace_registers(entry.revision, text, made, EXTRACTOR)
    library.close()
    return folder


@pytest.fixture(scope="module")
def client(data: Path) -> Iterator[TestClient]:
    with TestClient(make_app(read_settings(data))) as client:
        yield client


def asked(client: TestClient, register: str, **query: Any) -> dict[str, Any]:
    response = client.get(f"/api/registers/{register}", params=query)
    assert response.status_code == 200, response.text
    body: dict[str, Any] = response.json()
    return body


@pytest.mark.parametrize("register", ["duties", "requirements", "figures", "definitions"])
def test_a_document_and_its_translation_can_be_told_apart(client: TestClient, register: str) -> None:
    whole = client.get(f"/api/registers/{register}", params={"limit": 1}).json()["total"]
    totals = []
    for language in ("vi", "en"):
        body = client.get(f"/api/registers/{register}", params={"limit": 1000, "written": language}).json()
        documents = {e["document"]["id"] for e in body["entries"]}
        assert {client.get(f"/api/documents/{id}").json()["language"] for id in documents} <= {language}
        totals.append(body["total"])
    assert sum(totals) == whole and min(totals) > 0


@pytest.mark.parametrize("register", ["duties", "requirements", "figures", "definitions"])
def test_every_entry_points_at_its_words(client: TestClient, register: str) -> None:
    body = asked(client, register)
    assert body["total"] == len(body["entries"]) > 0 and body["remarks"] == []
    for entry in body["entries"]:
        text = client.get(f"/api/documents/{entry['document']['id']}/text").json()["text"]
        assert text[entry["start"] : entry["end"]] == entry["quote"] and entry["url"].endswith(
            f"#c{entry['start']}-{entry['end']}"
        )
        words = [
            v
            for value in entry.values()
            for v in (value if isinstance(value, list) else [value])
            if isinstance(v, dict) and "text" in v
        ]
        assert words and all(text[w["start"] : w["end"]] == w["text"] for w in words)
        assert (entry["page"] is not None) == (entry["document"]["id"] == PDF)


def test_duties_of_an_agency_before_a_day(client: TestClient) -> None:
    (duty,) = asked(
        client, "duties", agency="Department of Home Affairs", before="2023-10-31", document="642/SNV-CCVC"
    )["entries"]
    assert duty["document"]["number"] == "642/SNV-CCVC" and duty["lead"]["text"].lower() == "sở nội vụ"
    assert duty["deadline"]["day"] == "2023-10-31" and duty["deadline"]["inclusive"] is False
    assert len(duty["coordinators"]) == 2 and duty["assigner"] is None
    assert asked(client, "duties", agency="SNV", before="2023-10-30")["entries"] == []
    assert asked(client, "duties", agency="SNV", role="coordinator")["total"] == 0
    assert [d["strength"] for d in asked(client, "duties", strength=["must", "requested"])["entries"]] == [
        "requested"
    ] * 2 + ["must"] * 2


def test_a_register_comes_in_pages(client: TestClient) -> None:
    whole = asked(client, "duties")
    pages = [asked(client, "duties", limit=1, offset=n) for n in range(5)]
    assert [e for page in pages for e in page["entries"]] == whole["entries"] and {p["total"] for p in pages} == {4}


@pytest.mark.parametrize(
    ("register", "sort", "key"),
    [
        ("duties", "document", lambda e: e["document"]["id"]),
        ("duties", "strength", lambda e: e["strength"]),
        ("duties", "day", lambda e: (e["deadline"] is None, e["deadline"] and e["deadline"]["day"])),
        ("requirements", "document", lambda e: e["document"]["id"]),
        ("figures", "value", lambda e: e["value"]),
    ],
)
def test_a_register_comes_in_the_order_asked_for(client: TestClient, register: str, sort: str, key: Any) -> None:
    there, back = (asked(client, register, sort=sort, descending=d)["entries"] for d in (False, True))
    assert there == sorted(there, key=key) and sorted(map(str, there)) == sorted(map(str, back))
    values = [key(e) for e in back]
    if sort != "day":
        assert values == sorted(values, reverse=True)
    else:  # those without a day are last in both orders
        assert [e["deadline"] is None for e in back] == [False, False, True, True]
    pages = [asked(client, register, sort=sort, limit=1, offset=n)["entries"][0] for n in range(len(there))]
    assert pages == there


def test_names_are_sorted_as_words(client: TestClient) -> None:
    terms = [fold(e["term"]["text"]) for e in asked(client, "definitions", sort="term")["entries"]]
    assert terms == sorted(terms) and len(set(terms)) > 1
    assert [fold(e["term"]["text"]) for e in asked(client, "definitions", sort="term", descending=True)["entries"]] == [
        *reversed(terms)
    ]
    assert client.get("/api/registers/definitions", params={"sort": "lead"}).status_code == 422


@pytest.mark.parametrize("format", ["docx", "xlsx", "ics", "md", "csv", "json"])
def test_a_register_is_given_out_as_it_is_filtered(client: TestClient, format: str) -> None:
    query: dict[str, str] = {"document": LETTER, "agency": "SNV"}
    sent = client.get(f"/api/registers/duties.{format}", params=query, headers={"accept-language": "en"})
    assert sent.status_code == 200 and sent.headers["content-type"] == MEDIA_TYPES[format]
    if format == "csv":
        (row,) = csv.DictReader(io.StringIO(sent.content.decode("utf-8-sig")))
        assert "642/SNV-CCVC" in row.values()
    assert client.get("/api/registers/duties.exe").status_code == 422


def test_a_register_is_printed_by_the_rules_asked_for(client: TestClient) -> None:
    for layout, words in (("party", "ĐẢNG CỘNG SẢN VIỆT NAM"), ("state", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")):
        sent = client.get("/api/registers/duties.docx", params={"layout": layout}, headers={"accept-language": "vi"})
        assert words in Document(io.BytesIO(sent.content)).tables[0].cell(0, 1).text
    assert client.get("/api/registers/duties.docx", params={"layout": "other"}).status_code == 422


def test_the_other_registers_are_filtered_too(client: TestClient) -> None:
    assert asked(client, "requirements", attribute="experience", document=LETTER)["total"] == 1
    assert asked(client, "requirements", attribute="age")["total"] == 0
    assert asked(client, "figures", unit="times", stance="target")["total"] == 2
    assert asked(client, "figures", period="2023")["total"] == 0
    assert (
        asked(client, "definitions", abbreviation=True)["total"] == 2
        and asked(client, "definitions", abbreviation=False)["total"] == 0
    )


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("duties?before=yesterday", 422, "bad-request"),
        ("duties?after=2024-02-01&before=2024-01-01", 422, "registers-days"),
        ("duties?strength=strong", 422, "bad-request"),
        ("duties?agency=", 422, "bad-request"),
        ("duties?agencies=SNV", 422, "bad-request"),
        ("duties?limit=0", 422, "bad-request"),
        ("duties?offset=-1", 422, "bad-request"),
        ("figures?period=soon", 422, "registers-period"),
        ("requirements?document=khong-co", 404, "document-unknown"),
        ("heroes", 404, "page-unknown"),
    ],
)
def test_a_wrong_question_is_a_problem(client: TestClient, query: str, status: int, code: str) -> None:
    response = client.get(f"/api/registers/{query}", headers={"accept-language": "vi"})
    assert (response.status_code, response.json()["code"]) == (status, code)
    assert response.headers["content-type"].startswith("application/problem+json")


def test_a_register_that_another_version_made_is_remarked(few_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.register_asking.EXTRACTOR", EXTRACTOR + 1)
    with TestClient(make_app(read_settings(few_data))) as client:
        (remark,) = client.get("/api/registers/duties", headers={"accept-language": "en"}).json()["remarks"]
    assert "7 document(s)" in remark and "doctor --repair" in remark


def run(data: Path, *arguments: str) -> str:
    """What a command prints."""
    result = CliRunner().invoke(cli.app, [*arguments, "--data", str(data)], catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.output


def test_the_command_line_says_what_the_api_says(data: Path, client: TestClient) -> None:
    for register in ("duties", "requirements", "figures", "definitions"):
        assert json.loads(run(data, register, "--json")) == asked(client, register)
    options = (
        "--agency",
        "So Noi vu",
        "--before",
        "31/10/2023",
        "--strength",
        "đề nghị, yêu cầu",
        "--lead",
        "--document",
        LETTER,
    )
    found = json.loads(run(data, "duties", *options, "--json"))
    assert found == asked(
        client, "duties", agency="SNV", before="2023-10-31", strength="requested", role="lead", document=LETTER
    )
    assert found["total"] == 1


def test_an_entry_is_shown_with_its_place_and_words(
    data: Path, client: TestClient, capsys: pytest.CaptureFixture[str]
) -> None:
    (entry,) = asked(client, "duties", agency="SNV", document=LETTER)["entries"]
    for language, said in (("en", "before 2023-10-31 · requested"), ("vi", "trước ngày 2023-10-31 · đề nghị, yêu cầu")):
        shown = shown_by(data, capsys, "duties", "--agency", "SNV", "--document", LETTER, "--language", language)
        assert said in shown and "642/SNV-CCVC" in shown and " ".join(entry["quote"].split()) in shown
    assert "không nêu" in shown_by(data, capsys, "duties", "--strength", "must", "--language", "vi")
    assert "or equivalent" in shown_by(data, capsys, "requirements", "--language", "en")
    assert "mục tiêu" in shown_by(data, capsys, "figures", "--language", "vi")
    assert "registers of 7 document(s)" in shown_by(data, capsys, "definitions", "--terms", "--language", "en")


def shown_by(data: Path, capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    cli.app([*arguments, "--data", str(data)], standalone_mode=False)
    return capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("duties", "--strength", "strong"), "registers-choice"),
        (("duties", "--agency", "  "), "registers-empty"),
        (("duties", "--after", "2024-02-01", "--before", "2024-01-01"), "registers-days"),
        (("duties", "--document", ""), "bad-request"),
        (("figures", "--period", "soon"), "registers-period"),
        (("definitions", "--document", "khong-co"), "document-unknown"),
    ],
)
def test_a_wrong_call_is_one_line(data: Path, arguments: tuple[str, ...], code: str) -> None:
    with pytest.raises(VanbanError) as caught:
        cli.app([*arguments, "--data", str(data)], standalone_mode=False)
    assert caught.value.code == code and caught.value.text("vi") != caught.value.text("en")


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_register_is_written_into_a_file_whole(data: Path, tmp_path: Path, language: str) -> None:
    from openpyxl import load_workbook

    for kind in ("duties", "requirements", "figures", "definitions"):
        out = tmp_path / f"{kind}.xlsx"
        done = CliRunner().invoke(
            cli.app, ["--data", str(data), "--language", language, kind, "--out", str(out)], catch_exceptions=False
        )
        assert done.exit_code == 0 and str(out.name) in done.output.replace("\n", "")
        shown = json.loads(
            CliRunner().invoke(cli.app, ["--data", str(data), kind, "--json"], catch_exceptions=False).output
        )
        rows = [
            [c for c in row if c is not None] for row in load_workbook(out).worksheets[0].iter_rows(values_only=True)
        ]
        cells = " ".join(str(c) for row in rows for c in row)
        for entry in shown["entries"]:
            assert " ".join(entry["quote"].split()) in " ".join(cells.split())
    wrong = CliRunner().invoke(cli.app, ["--data", str(data), "duties", "--out", str(tmp_path / "x.exe")])
    assert wrong.exit_code != 0 and isinstance(wrong.exception, (VanbanError, SystemExit))
