"""Sheets put into files and sent over HTTP: names, media types, never half a file."""

import os
from pathlib import Path
from urllib.parse import unquote

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.export import MEDIA_TYPES, export
from api.export.answering import disposition, file_response
from api.export.as_json import sheet_from_json
from api.export.naming import file_name
from api.export.writing import write_out
from corpus.errors import RequestError
from tests.sheets import course, sheet


@pytest.mark.parametrize("format", MEDIA_TYPES)
def test_every_format_is_written_by_its_ending(format: str, tmp_path: Path) -> None:
    path = tmp_path / f"Danh mục.{format.upper()}"
    write_out(course() if format == "pptx" else sheet(2), path)
    assert path.stat().st_size > 100
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("name", ["out.pdf", "out", "out.", ".docx"])
def test_an_unknown_ending_is_refused_and_writes_nothing(name: str, tmp_path: Path) -> None:
    with pytest.raises(RequestError) as refused:
        write_out(sheet(1), tmp_path / name)
    assert refused.value.code == "export-format-unknown" and "docx" in refused.value.text("vi")
    assert not list(tmp_path.iterdir())


def test_a_file_that_was_there_stays_when_the_new_one_cannot_be_made(tmp_path: Path) -> None:
    path = tmp_path / "out.pptx"
    path.write_bytes(b"before")
    with pytest.raises(RequestError):
        write_out(sheet(1), path)
    assert path.read_bytes() == b"before"


def test_a_folder_that_is_missing_or_in_the_way_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "taken.md").mkdir()
    for path in (tmp_path / "none" / "out.md", tmp_path / "taken.md"):
        with pytest.raises(RequestError) as refused:
            write_out(sheet(1), path)
        assert refused.value.code == "export-cannot-write" and str(path) in refused.value.text("en")
    assert [p.name for p in tmp_path.iterdir()] == ["taken.md"]


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("before")
    os.symlink(tmp_path / "real.json", tmp_path / "link.json")
    write_out(sheet(1), tmp_path / "link.json")
    assert (tmp_path / "link.json").is_symlink()
    assert sheet_from_json((tmp_path / "real.json").read_bytes()) == sheet(1)


def test_an_unknown_format_is_refused() -> None:
    with pytest.raises(RequestError, match="pdf"):
        export(sheet(1), "pdf")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Phê duyệt Đề án", "Phê duyệt Đề án.docx"),
        ('Quyết định 18/2024/QĐ-UBND: "việc" *gấp*?', "Quyết định 18-2024-QĐ-UBND- -việc- -gấp.docx"),
        ("../../etc/passwd", "etc-passwd.docx"),
        ("a\r\nb\x00c\u202ed", "a-b-c-d.docx"),
        ("   ", "checklist.docx"),
        ("CON", "checklist-CON.docx"),
        ("Đề a\u0301n", "Đề án.docx"),
    ],
)
def test_file_names_are_ones_that_every_system_takes(title: str, name: str) -> None:
    assert file_name(sheet(1, title=title), "docx") == name


def test_a_long_title_is_cut_between_letters() -> None:
    name = file_name(sheet(1, title="ệ" * 300), "docx")
    assert name == "ệ" * 40 + ".docx"


def test_the_header_keeps_diacritics_and_gives_old_clients_a_bare_name() -> None:
    header = disposition("Đề án vị trí.docx")
    assert header.isascii()
    assert 'filename="de an vi tri.docx"' in header
    assert unquote(header.split("filename*=UTF-8''")[1]) == "Đề án vị trí.docx"


@pytest.mark.parametrize("format", MEDIA_TYPES)
def test_a_sheet_comes_over_http_with_its_type_and_name(format: str) -> None:
    given = course() if format == "pptx" else sheet(2)
    app = FastAPI()
    app.get("/sheet")(lambda: file_response(given, format))
    answer = TestClient(app).get("/sheet")
    assert answer.headers["content-type"] == MEDIA_TYPES[format]
    assert unquote(answer.headers["content-disposition"]).endswith(f"{given.title}.{format}")
    if format not in ("docx", "xlsx", "pptx"):  # packed files hold the time of packing
        assert answer.content == export(given, format)
