"""Why a passage was found: its words, its stages, the filters, how the words were read; over HTTP and on the terminal."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from api.app import make_app
from api.cli import app
from assistant.marking import words_found
from assistant.mentions import find_mentions
from assistant.question import understand
from assistant.reading import Reading
from corpus.settings import read_settings

EN = {"accept-language": "en"}


@pytest.fixture(scope="module")
def client(few_data: Path) -> Iterator[TestClient]:
    with TestClient(make_app(read_settings(few_data))) as client:
        yield client


def search(client: TestClient, q: str, **more: Any) -> dict[str, Any]:
    response = client.get("/api/search", params={"q": q, **more}, headers=EN)
    assert response.status_code == 200, response.text
    return dict(response.json())


def run(data: Path, *arguments: str) -> str:
    result = CliRunner().invoke(app, ["search", *arguments, "--data", str(data)])
    assert result.exit_code == 0, result.output
    return result.output


def test_the_words_found_are_marked_where_they_stand(client: TestClient) -> None:
    body = search(client, "chỉ tiêu sau đại học", explain=1, limit=3)
    first = body["results"][0]
    text = client.get(f"/api/documents/{first['document']['id']}/text").json()["text"]
    marks = first["why"]["marks"]
    assert {m["word"] for m in marks} >= {"chỉ", "tiêu"} <= set(first["why"]["words"])
    assert all(first["start"] <= m["start"] < m["end"] <= first["end"] for m in marks)
    assert {text[m["start"] : m["end"]].lower() for m in marks} >= {"chỉ", "tiêu"}


def test_each_stage_says_its_share(client: TestClient) -> None:
    for result in search(client, "đào tạo sau đại học", explain="1")["results"]:
        assert result["why"]["stages"] and all(isinstance(share, float) for share in result["why"]["stages"].values())


def test_without_explain_no_reasons_are_sent(client: TestClient) -> None:
    body = search(client, "đào tạo")
    assert body["reading"] is None and {r["why"] for r in body["results"]} == {None}


def test_how_the_words_were_read_is_told(client: TestClient) -> None:
    reading = search(client, "khoản 1 Điều 4 QĐ 18/2024 xylophone", explain=1)["reading"]
    assert reading["language"] == "vi" and reading["unit"] == "Article 4, Clause 1"
    assert reading["documents"] == ["18-2024-qd-ubnd"] and reading["numbers"] == ["QĐ 18/2024"]
    assert reading["unknown"] == ["xylophone"] == reading["words"]
    typed = search(client, "nghij quyeets 05", explain=1)["reading"]
    assert typed["meant"] == "nghị quyết 05" and "05-nq-tu-2021-en" in typed["documents"]


def test_the_filters_and_what_they_admit_are_told(client: TestClient) -> None:
    params = {"types": ["plan", "dispatch"], "issued_from": "2023-01-01", "limit": 50}
    searched = search(client, "cán bộ", **params)["searched"]
    assert (searched["documents"], searched["of_documents"]) == (2, 7) and searched["passages"] > 5
    assert searched["filters"]["types"] == ["plan", "dispatch"]
    assert searched["filters"]["issued_from"] == "2023-01-01" and searched["filters"]["units"] == []


def test_a_named_unit_comes_first_and_says_so(client: TestClient) -> None:
    first, second, *_ = search(client, "Điều 4 Quyết định 18/2024/QĐ-UBND")["results"]
    assert (first["passage"], first["named"]) == ("18-2024-qd-ubnd/d4", "unit")
    assert second["named"] == "document" and second["document"]["id"] == "18-2024-qd-ubnd"
    scores = [r["score"] for r in search(client, "Thông tư 98/2022/TT-BNV", limit=20)["results"]]
    assert scores == sorted(scores, reverse=True)


def test_what_cites_a_number_says_so(client: TestClient) -> None:
    results = search(client, "Thông tư 98/2022")["results"]
    citing = [r for r in results if r["named"] == "cites"]
    assert citing == results[: len(citing)] and {r["number"] for r in citing} == {"98/2022/TT-BNV"}
    assert "642-snv-ccvc-2023" in {r["document"]["id"] for r in citing}


def test_all_places_of_one_text_are_shown_with_it(client: TestClient, few_data: Path) -> None:
    first = search(client, "mục II Kết luận 77-KL/TU")["results"][0]
    assert first["passage"] == "77-kl-tu-2024/mii"
    assert [p["passage"] for p in first["also"]] == ["77-kl-tu-2024-en/mii"]
    assert first["also"][0]["url"].startswith("/documents/77-kl-tu-2024-en#c")
    assert "the same text: 77-KL/TU · Section II" in run(few_data, "mục II Kết luận 77-KL/TU", "--language", "en")


@pytest.mark.parametrize("name", ["unit", "units"])
def test_a_unit_filter_admits_what_lies_in_that_unit(client: TestClient, name: str) -> None:
    results = search(client, "trách nhiệm", limit=50, **{name: "d4"})["results"]
    assert [r["passage"] for r in results] == ["18-2024-qd-ubnd/d4"]
    narrower = search(client, "trách nhiệm", limit=50, documents=["77-kl-tu-2024"], **{name: ["mii", "miii.k1"]})
    assert {r["passage"].split("/")[1].split(".")[0] for r in narrower["results"]} == {"mii", "miii"}


def test_the_terminal_shows_it_all_in_both_languages(few_data: Path) -> None:
    arguments = ("đào tạo sau đại học", "--explain", "--type", "kết luận", "--from", "2024-01-01", "--to", "31/12/2024")
    english = run(few_data, *arguments, "--language", "en")
    assert "read as: Vietnamese" in english and "words looked for: đào, tạo, sau, đại, học" in english
    assert "filters: type: conclusion; from: 2024-01-01; to: 2024-12-31; 2 of 7 documents" in english
    assert "«đào tạo»" in english.lower() and "words 0" not in english.split("\n")[0]
    vietnamese = run(few_data, *arguments, "--language", "vi")
    assert "hiểu là: tiếng Việt" in vietnamese and "2 trong 7 văn bản" in vietnamese and "từ: " in vietnamese


def test_the_terminal_takes_every_filter(few_data: Path) -> None:
    found = run(few_data, "cán bộ", "--issuer", "trường chính trị", "--collection", "default", "-n", "50")
    assert "31/KH-TCT" in found and "77-KL/TU" not in found
    assert "18/2024/QĐ-UBND · Điều 4" in run(few_data, "tổ chức", "--document", "18-2024-qd-ubnd", "--unit", "d4")


def test_words_are_found_as_they_were_typed() -> None:
    def found(typed: str, text: str, language: Any) -> list[str]:
        asked = understand(typed)
        numbers = tuple(m.printed for m in find_mentions(typed))
        return [
            text[w.start : w.end] for w in words_found(Reading(asked, asked.content, numbers, (), ()), text, language)
        ]

    assert found("bổ nhiệm", "Bổ nhiệm, bộ nhiệm; BỔ NHIỆM", "vi") == ["Bổ", "nhiệm", "nhiệm", "BỔ", "NHIỆM"]
    assert found("bo nhiem", "Bổ nhiệm, bộ nhiệm", "vi") == ["Bổ", "nhiệm", "bộ", "nhiệm"]
    assert found("training plans", "Trained officials plan", "en") == ["Trained", "plan"]
    other = Reading(understand("appointment"), ("appointment",), (), (), (), None, ("bổ nhiệm", "TU"))
    assert [w.word for w in words_found(other, "Việc bổ nhiệm, tự bổ sung, TU", "vi")] == ["bổ nhiệm", "TU"]
