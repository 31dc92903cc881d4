"""Whatever is typed into a search gets an answer that says something: passages, or why there are none."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from api.app import make_app
from api.cli import app, exit_code
from corpus.corpus import Corpus
from corpus.errors import SettingsError
from corpus.messages import LANGUAGES
from corpus.settings import read_settings

BAD = {
    "one letter": "a",
    "one Vietnamese letter": "đ",
    "one digit": "9",
    "stopwords": "và của các những là thì",
    "English stopwords": "the of to in and",
    "digits": "2024 31 0005 12345678901234567890",
    "a number that is nowhere": "Nghị định 99999/2099/NĐ-CP",
    "Cyrillic": "постановление о назначении",
    "Chinese": "任命决定 干部",
    "emoji": "cán bộ 🎉🇻🇳 đào tạo",
    "mixed": "cán 干部 bộ о đào",
    "syntax": '"AND OR (": * ~ ^ [ TO ] NOT a:b field:(x y)~2^3 \\ /x/',
    "brackets": "((((((((((a",
    "markup": "[bold red]đào tạo[/] <b>x</b>",
    "half of an accent": "cán bô\u0323\u0301\u0301\u0301",
    "a zero byte": "cán\x00bộ",
    "right to left": "\u202eđào tạo\u202c العربية",
    "one long word": "x" * 1500,
    "the same word": "bộ " * 600,
}


@pytest.fixture(scope="module")
def client(few_data: Path) -> Iterator[TestClient]:
    with TestClient(make_app(read_settings(few_data)), raise_server_exceptions=False) as client:
        yield client


def search(client: TestClient, language: str, q: str, **more: Any) -> dict[str, Any]:
    response = client.get("/api/search", params={"q": q, **more}, headers={"accept-language": language})
    assert response.status_code == 200, response.text
    return dict(response.json())


def run(data: Path, *arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(app, ["search", *arguments, "--data", str(data)])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


@pytest.mark.parametrize("kind", BAD)
def test_odd_words_find_something_or_say_why_not(client: TestClient, kind: str) -> None:
    for language in ("vi", "en"):
        body = search(client, language, BAD[kind], explain=1)
        assert body["query"] == BAD[kind]
        assert body["results"] or body["remarks"]


@pytest.mark.parametrize("kind", ["syntax", "markup", "Chinese", "one letter", "stopwords"])
def test_odd_words_on_the_terminal(few_data: Path, kind: str) -> None:
    code, output = run(few_data, BAD[kind], "--explain")
    assert code == 0 and len(output.splitlines()) > 2


def test_words_that_stand_nowhere_are_named_in_both_languages(client: TestClient) -> None:
    english, vietnamese = (search(client, language, "đào tạo xylophone")["remarks"] for language in ("en", "vi"))
    assert english == ["In no document: xylophone."] and "xylophone" in vietnamese[0] and english != vietnamese
    (nearest,) = search(client, "en", "xylophone zebra")["remarks"]
    assert "nearest in meaning" in nearest and "xylophone, zebra" in nearest
    assert search(client, "en", "đào tạo cán bộ")["remarks"] == []


@pytest.mark.parametrize(
    ("filters", "english", "vietnamese"),
    [
        ({"types": "decree"}, "The filters admit none of the 7 documents", "Bộ lọc không cho qua văn bản nào"),
        ({"collections": "elsewhere"}, "The filters admit none", "Bộ lọc không cho qua"),
        ({"units": "d99"}, "has a unit at the address d99", "có đơn vị ở địa chỉ d99"),
        ({"unit": "'; DROP TABLE passages; --"}, "has a unit at the address", "có đơn vị ở địa chỉ"),
    ],
)
def test_an_empty_result_says_why(client: TestClient, filters: dict[str, str], english: str, vietnamese: str) -> None:
    said = {language: search(client, language, "đào tạo", **filters) for language in ("en", "vi")}
    assert said["en"]["results"] == said["vi"]["results"] == []
    assert english in said["en"]["remarks"][0] and vietnamese in said["vi"]["remarks"][0]


def test_an_empty_result_says_why_on_the_terminal(few_data: Path) -> None:
    code, output = run(few_data, "đào tạo", "--type", "nghị định", "--language", "vi")
    assert code == 0 and "Không tìm thấy gì cho: đào tạo" in output and "Bộ lọc không cho qua" in output
    assert "admit none of the 7" in run(few_data, "đào tạo", "--type", "decree", "--language", "en")[1]


def test_an_empty_archive_says_so(tmp_path: Path) -> None:
    for language, says in (("en", "Nothing is indexed yet"), ("vi", "Chưa có văn bản nào")):
        code, output = run(tmp_path / "data", "đào tạo", "--language", language)
        assert code == 0 and says in output
    with TestClient(make_app(read_settings(tmp_path / "data"))) as client:
        body = search(client, "en", "đào tạo", explain=1)
        assert body["results"] == [] and body["remarks"][0].startswith("Nothing is indexed yet")


@pytest.mark.parametrize("words", ["dao tao can bo " * 1400, "x" * 20_001])
def test_too_long_a_text_is_searched_by_its_first_words_and_says_so(client: TestClient, words: str) -> None:
    assert len(words) > 20_000
    for language, says in (("en", "at most 2000 characters"), ("vi", "tối đa 2000 ký tự")):
        body = search(client, language, words)
        assert body["results"] and says in body["remarks"][0]


def test_too_long_a_text_on_the_terminal(few_data: Path) -> None:
    code, output = run(few_data, "đào tạo cán bộ " * 1400, "--language", "en")
    assert code == 0 and "The text is long: its first" in output and "of 5600 words" in output


def test_too_long_a_question_is_refused_with_the_limit(client: TestClient) -> None:
    for language in ("en", "vi"):
        sent = {"question": "đào tạo " * 2500, "language": language}
        problem = client.post("/api/ask", json=sent).json()
        assert problem["code"] == "question-too-long" and "2000" in problem["detail"] and "20000" in problem["detail"]


@pytest.mark.parametrize("words", ["", "   ", "?!...", "🎉", "\u200b\u202e", "* ~ ^ [ ]"])
def test_nothing_to_search_for_is_said(client: TestClient, few_data: Path, words: str) -> None:
    for language in ("en", "vi"):
        response = client.get("/api/search", params={"q": words}, headers={"accept-language": language})
        assert response.status_code == 422 and response.json()["code"] == "question-empty"


def test_an_index_of_another_model_says_so_and_how_to_make_it_anew(few_copy: Path) -> None:
    corpus = Corpus(read_settings(few_copy))
    corpus.library.set_note("model", "another")
    corpus.close()
    error = CliRunner().invoke(app, ["search", "đào tạo", "--data", str(few_copy)]).exception
    assert isinstance(error, SettingsError) and error.code == "model-changed" and exit_code(error) == 2
    assert all("another" in error.text(language) and "'vanban " in error.text(language) for language in LANGUAGES)


def test_an_index_of_a_newer_version_is_left_alone(few_copy: Path) -> None:
    connection = sqlite3.connect(few_copy / "catalogue.db")
    with connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    error = CliRunner().invoke(app, ["search", "đào tạo", "--data", str(few_copy)]).exception
    assert isinstance(error, SettingsError) and error.code == "data-newer" and exit_code(error) == 2
