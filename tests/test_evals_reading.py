"""The measure of reading: a statute of our own as text, wrapped text and DOCX, against its articles as they are known."""

import json
import textwrap
from pathlib import Path

import docx
import pytest

from evals import reading
from evals.__main__ import main

ARTICLES = {
    "1": "Phạm vi điều chỉnh\n\nLuật này quy định việc trồng, chăm sóc và bảo vệ cây xanh ở tỉnh Lam Giang.",
    "2": "Giải thích từ ngữ\n\n1. Cây xanh là cây thân gỗ cao từ 02 mét trở lên.\n2. Chủ vườn gồm:\na) Hộ gia đình;\nb) Hợp tác xã.",
    "2a": "Nguyên tắc\n\n1. Việc trồng cây tuân theo quy hoạch, thoả thuận của cộng đồng và quy định tại Điều 2 của Luật này.",
    "3": "Hiệu lực\n\nLuật này có hiệu lực từ ngày 01 tháng 7 năm 2024.",
}
NUMBER = "05/2024/QH15"


def paragraphs() -> list[str]:
    head = ["QUỐC HỘI", f"Luật số: {NUMBER}", "LUẬT", "CÂY XANH", "Căn cứ Hiến pháp;", "Chương I", "QUY ĐỊNH CHUNG"]
    for mark, text in ARTICLES.items():
        title, _, body = text.partition("\n\n")
        head += ["Chương II", "THI HÀNH"] if mark == "3" else []
        head += [f"Điều {mark}. {title}", *body.split("\n")]
    return [*head, "TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI", "CHỦ TỊCH"]


@pytest.fixture
def truth(tmp_path: Path) -> Path:
    file = tmp_path / "truth.jsonl"
    rows = [{"id": f"{NUMBER}|{mark}", "doc": NUMBER, "text": text} for mark, text in ARTICLES.items()]
    file.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return file


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "statutes"
    folder.mkdir()
    (folder / "plain.txt").write_text("\n".join(paragraphs()), encoding="utf-8")
    wrapped = [line for p in paragraphs() for line in textwrap.wrap(p, 60)]
    (folder / "wrapped.txt").write_text("\n".join(wrapped), encoding="utf-8")
    document = docx.Document()
    for paragraph in paragraphs():
        document.add_paragraph(paragraph)
    document.save(str(folder / "word.docx"))
    return folder


def test_articles_are_equal_in_every_format(documents: Path, truth: Path) -> None:
    results = reading.evaluate(documents, [truth])
    assert [r.file for r in results] == ["plain.txt", "word.docx", "wrapped.txt"]
    for r in results:
        assert (r.number, r.articles, r.expected, r.found, r.equal, r.words) == (NUMBER, 4, 4, 4, 4, 1.0)


def test_differences_are_told_apart(documents: Path, truth: Path) -> None:
    rows = [{"id": f"{NUMBER}|9", "doc": NUMBER, "text": "Không có\n\nKhông."}]
    rows += [
        {"id": f"{NUMBER}|{m}", "doc": NUMBER, "text": t.replace("thoả", "thỏa").replace("mét", "m")}
        for m, t in ARTICLES.items()
    ]
    truth.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    (r,) = reading.evaluate(documents / "plain.txt", [truth])
    assert (r.expected, r.found, r.equal, r.equal_tones, r.same_words) == (5, 4, 2, 3, 3)
    assert r.words is not None and 0.9 < r.words < 1


def test_a_file_that_cannot_be_read_and_one_that_is_not_known(documents: Path, tmp_path: Path) -> None:
    (documents / "broken.docx").write_bytes(b"PK\x03\x04 no more")
    counts = tmp_path / "counts.jsonl"
    counts.write_text(json.dumps({"file": "txt/plain.txt", "dieu": 5}) + "\n", encoding="utf-8")
    results = {r.file: r for r in reading.evaluate(documents, [], counts)}
    assert results["broken.docx"].failed is not None and results["broken.docx"].articles == 0
    assert (results["plain.txt"].articles, results["plain.txt"].expected) == (4, 5)
    assert results["word.docx"].expected is None


def test_the_command_prints_a_table_or_data(documents: Path, truth: Path, capsys: pytest.CaptureFixture[str]) -> None:
    call = ["reading", "--documents", str(documents), "--truth", str(truth)]
    assert main(call) == 0
    assert "wrapped.txt" in capsys.readouterr().out
    assert main([*call, "--json"]) == 0
    assert [f["equal"] for f in json.loads(capsys.readouterr().out)["files"]] == [4, 4, 4]
    assert main(["reading", "--documents", str(documents / "none"), "--truth", str(truth)]) == 2
