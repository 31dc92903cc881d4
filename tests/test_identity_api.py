"""What `GET /api/documents/{id}` says of a document: everything that was read, where, how surely, and its kin."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import make_app
from corpus.settings import read_settings


@pytest.fixture(scope="module")
def client(few_data: Path) -> Iterator[TestClient]:
    with TestClient(make_app(read_settings(few_data))) as client:
        yield client


def test_a_document_tells_what_was_read_and_where(client: TestClient) -> None:
    body = client.get("/api/documents/18-2024-qd-ubnd").json()
    text = client.get("/api/documents/18-2024-qd-ubnd/text").json()["text"]
    assert (body["place"], body["signer"]) == ("Lam Giang", "Đỗ Thị Hồng Vân")
    assert body["signer_post"] == "TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH, PHÓ CHỦ TỊCH"
    assert len(body["legal_bases"]) == 5 and all(basis.startswith("Căn cứ") for basis in body["legal_bases"])
    assert body["recipients"][0] == "Bộ Nội vụ" and body["about"] == [] and body["warnings"] == []
    stated = {s["field"]: text[s["start"] : s["end"]] for s in body["stated"] if s["confidence"] == 1}
    assert (stated["number"], stated["type"]) == (body["number"], "QUYẾT ĐỊNH")
    assert (stated["signer"], stated["issued"]) == (body["signer"], "ngày 10 tháng 5 năm 2024")
    bases = [text[s["start"] : s["end"]] for s in body["stated"] if s["field"] == "legal_bases"]
    assert bases == body["legal_bases"]


def test_a_translation_and_its_original_name_each_other(client: TestClient) -> None:
    for id, other in (("77-kl-tu-2024", "77-kl-tu-2024-en"), ("77-kl-tu-2024-en", "77-kl-tu-2024")):
        (link,) = client.get(f"/api/documents/{id}").json()["links"]
        assert (link["document"], link["kind"], link["url"]) == (other, "translation", f"/documents/{other}")
        assert 0.3 < link["likeness"] <= 1


def test_a_translation_and_its_original_do_not_answer_twice(client: TestClient) -> None:
    for question, id in (("Kết luận 77 điều chỉnh chỉ tiêu nào?", "77-kl-tu-2024"), ("What target does Conclusion 77 adjust?", "77-kl-tu-2024-en")):  # fmt: skip
        results = client.get("/api/search", params={"q": question}).json()["results"]
        shown = [
            (r["document"]["number"], r["path"]) for r in results if r["document"]["number"] == "77-KL/TU" and r["path"]
        ]
        assert shown and len(set(shown)) == len(shown)
        assert next(r["document"]["id"] for r in results if r["document"]["number"] == "77-KL/TU") == id
