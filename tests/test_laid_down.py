"""Who asks for criteria is told one that is laid down, before a task to draft them."""

from pathlib import Path

import pytest

from assistant.assistant import Assistant
from corpus.corpus import Corpus
from corpus.settings import read_settings
from ingest.job import files_under, ingest

TEXT = """THÔNG BÁO
Kết luận cuộc họp về tiếp nhận viên chức của Trung tâm Lưu trữ Lam Giang

{line}
"""
LINES = {
    "vi": "Giám đốc Trung tâm giao Phòng Tổ chức cụ thể hóa tiêu chí, điều kiện tiếp nhận viên chức vào từng bộ phận. "
    "Về tiếp nhận, viên chức phải có ít nhất 04 năm làm công tác lưu trữ.",
    "en": "The Director requested the Personnel Division to specify the criteria and conditions for receiving archivists in each unit. "
    "Regarding reception, archivists must have at least 4 years of work in archives.",
}


@pytest.mark.parametrize(
    ("language", "question", "holds"),
    [
        ("vi", "Tiêu chí tiếp nhận viên chức lưu trữ là gì?", "04 năm"),
        ("en", "What are the criteria for receiving archivists?", "4 years"),
        ("en", "Who specifies the criteria for receiving archivists?", "Personnel Division"),
    ],
)
def test_what_is_laid_down_comes_first(tmp_path: Path, language: str, question: str, holds: str) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "notice.txt").write_text(TEXT.format(line=LINES[language]), encoding="utf-8")
    corpus = Corpus(read_settings(tmp_path / "data"))
    ingest(corpus, files_under([tmp_path / "in"]))
    assert holds in Assistant(corpus).ask(question).statements[0].text
