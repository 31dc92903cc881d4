"""Comparisons and wordings on a day over HTTP, on the command line and as files."""

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from api.app import make_app
from api.cli import app
from corpus.settings import read_settings

OLD, NEW = "10/2021/QĐ-UBND", "31/2025/QĐ-UBND"
TARGET, AMENDING = "25-2022-qd-ubnd", "18-2024-qd-ubnd"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(scope="module")
def client(sample_data: Path) -> Iterator[TestClient]:
    """The application over the whole sample dossier."""
    with TestClient(make_app(read_settings(sample_data)), base_url="http://127.0.0.1") as client:
        yield client


def compared(client: TestClient, left: str, right: str, **more: str) -> dict[str, Any]:
    answer = client.get("/api/compare", params={"left": left, "right": right, **more})
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


def test_two_versions_unit_by_unit(client: TestClient) -> None:
    body = compared(client, OLD, NEW, language="vi")
    texts = [client.get(f"/api/documents/{body[side]['id']}/text").json()["text"] for side in ("left", "right")]
    for unit in body["units"]:
        assert unit["told"]
        for word in unit["words"]:
            for text, side in zip(texts, ("left", "right"), strict=True):
                assert all(text[s["start"] : s["end"]] == s["text"] for s in word[side])
    pairs = {(u["left"][0]["address"], u["right"][0]["address"]) for u in body["units"] if u["left"] and u["right"]}
    assert {("kt1.d7.k3", "kt1.d5.k3"), ("kt1.d20.k1", "kt1.d20.k1")} <= pairs, "renumbered and changed units"
    assert len(body["summary"]) == len(body["units"]) == sum(v for k, v in body["counts"].items() if k != "same")
    everything = compared(client, OLD, NEW, unchanged="true")
    assert len(everything["units"]) > len(body["units"])


def test_an_amending_text_against_its_target_in_either_order(client: TestClient) -> None:
    body = compared(client, AMENDING, TARGET, language="vi")
    assert body["mode"] == "amendment" and body["left"]["id"] == TARGET
    told = {(u["kind"], u["right"][0]["path"]) for u in body["units"]}
    assert ("added", "Quy chế, Điều 8a") in told and ("removed", "Quy chế, Điều 11, khoản 1, điểm c") in told
    swapped = next(u for u in body["units"] if u["right"][0]["path"] == "Quy chế, Điều 20, khoản 3")
    word = next(w for w in swapped["words"] if w["change"] == "replaced")
    assert (word["left"][0]["text"], word["right"][0]["text"]) == ("Phòng Nội vụ cấp huyện", "Phòng Nội vụ")


def test_a_text_and_its_translation_stand_side_by_side(client: TestClient) -> None:
    body = compared(client, "77-kl-tu-2024", "77-kl-tu-2024-en", unchanged="true", language="en")
    assert body["mode"] == "translation" and {u["kind"] for u in body["units"]} >= {"beside"}


def test_what_cannot_be_compared(client: TestClient) -> None:
    same = client.get("/api/compare", params={"left": TARGET, "right": TARGET, "language": "vi"})
    assert same.status_code == 422 and "cùng một văn bản" in same.json()["detail"]
    unknown = client.get("/api/compare", params={"left": TARGET, "right": "999/2099/QĐ-UBND"})
    assert unknown.status_code == 404
    assert client.get("/api/compare", params={"left": TARGET}).status_code == 422


def test_files_mark_differences_in_words_and_signs(client: TestClient) -> None:
    asked = {"left": TARGET, "right": AMENDING, "language": "vi"}
    page = client.get("/api/compare", params={**asked, "format": "html"})
    assert page.headers["content-type"].startswith("text/html") and "attachment" in page.headers["content-disposition"]
    assert '<html lang="vi">' in page.text and "http" not in page.text.replace("http-equiv", "")
    assert (
        '<del><span class="said">[bỏ: </span>Phòng Nội vụ cấp huyện<span class="said"> hết]</span></del>' in page.text
    )
    assert '<ins><span class="said">[thêm: </span>Phòng Nội vụ<span' in page.text
    word = client.get("/api/compare", params={**asked, "format": "docx"})
    body = Document(io.BytesIO(word.content)).element.body
    struck = [
        "".join(t.text for t in r.iter(f"{W}t")) for r in body.iter(f"{W}r") if r.find(f"{W}rPr/{W}strike") is not None
    ]
    assert "Phòng Nội vụ cấp huyện" in struck
    lines = client.get("/api/compare", params={**asked, "format": "md"}).text
    assert "~~Phòng Nội vụ cấp huyện~~" in lines and "**Phòng Nội vụ**" in lines


def test_the_wording_of_a_day(client: TestClient) -> None:
    path = f"/api/documents/{TARGET}/text"
    before = client.get(path, params={"as_of": "2024-05-31"}, headers={"accept-language": "vi"}).json()
    after = client.get(path, params={"as_of": "2024-06-01"}, headers={"accept-language": "vi"}).json()
    assert not before["changed"] and before["unsettled"] == [] and {u["state"] for u in before["units"]} == {"original"}
    assert after["changed"] and after["consolidated"] and [s["id"] for s in after["sources"]] == [AMENDING]
    units = {u["address"]: u for u in after["units"]}
    assert "05 năm (60 tháng)" in units["kt1.d5.k2"]["text"] and units["kt1.d8a"]["state"] == "inserted"
    assert units["kt1.d11.k1.c"]["state"] == "annulled" and "hộ khẩu" not in units["kt1.d11.k1.c"]["text"]
    cause = units["kt1.d5.k2"]["by"][0]
    amending = client.get(f"/api/documents/{AMENDING}/text").json()["text"]
    assert amending[cause["start"] : cause["end"]] == cause["quote"] and cause["since"] == "2024-06-01"
    assert "Điều 1, khoản 1 Quyết định 18/2024/QĐ-UBND" in cause["said"]
    for unit in after["units"]:
        for piece in unit["pieces"]:
            text = amending if piece["document"] == AMENDING else client.get(path).json()["text"]
            assert piece["start"] == piece["end"] or text[piece["start"] : piece["end"]] == piece["text"]
    plain = client.get(path, params={"as_of": "2024-06-01"}, headers={"accept": "text/plain", "accept-language": "vi"})
    assert "[được bãi bỏ theo Điều 2, khoản 2 Quyết định 18/2024/QĐ-UBND, từ ngày 01/06/2024]" in plain.text
    assert client.get(path, params={"as_of": "31/02/2024"}).status_code == 422


def test_commands(sample_data: Path, tmp_path: Path) -> None:
    run = CliRunner().invoke
    out = tmp_path / "so-sanh.html"
    done = run(app, ["compare", OLD, NEW, "--out", str(out), "--language", "vi", "--data", str(sample_data)])
    assert done.exit_code == 0, done.output
    assert "So sánh 10/2021/QĐ-UBND với 31/2025/QĐ-UBND" in done.output and out.read_text().startswith(
        "<!doctype html>"
    )
    body = json.loads(run(app, ["compare", OLD, NEW, "--json", "--data", str(sample_data)]).stdout)
    assert body["units"] and body["mode"] in ("versions", "texts")
    wrong = run(app, ["compare", OLD, NEW, "--out", str(tmp_path / "x.pptx"), "--data", str(sample_data)])
    assert wrong.exit_code != 0
    shown = run(
        app, ["text", "25/2022/QĐ-UBND", "--as-of", "2024-06-01", "--language", "vi", "--data", str(sample_data)]
    )
    assert shown.exit_code == 0 and "05 năm (60 tháng)" in shown.output and "Điều 8a." in shown.output
    earlier = run(
        app, ["text", "25/2022/QĐ-UBND", "--as-of", "2023-01-01", "--language", "vi", "--data", str(sample_data)]
    )
    assert "05 năm (60 tháng)" not in earlier.output
