"""Courses from a corpus: what a topic covers, lessons whose minutes add up, quotes, refusals; over HTTP and typed."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient
from typer.testing import CliRunner

from api import cli
from api.app import make_app
from assistant.assistant import Assistant
from assistant.course import Course, Wanted, make_course
from assistant.course_packs.cases import last_day
from assistant.course_packs.lessons import SESSION, shared_minutes
from assistant.course_packs.sheet import course_sheet
from assistant.courses import Courses
from corpus.corpus import Corpus
from corpus.errors import NotFoundError, RequestError, UnavailableError
from corpus.settings import read_settings
from tests.conftest import OpenCorpus
from tests.course_material import regulation


@pytest.fixture
def assistant(few_data: Path, open_corpus: OpenCorpus) -> Assistant:
    return Assistant(open_corpus(few_data))


def sources(course: Course) -> Iterator[tuple[str, int, int, str]]:
    for row in course_sheet(course, date(2026, 11, 22)).rows:
        for s in row.sources:
            yield s.document, s.start, s.end, s.quote


def check_quotes(corpus: Corpus, course: Course) -> None:
    texts = {e.id: corpus.library.text(e.revision) for e in corpus.library.entries()}
    found = list(sources(course))
    assert found and all(texts[id][start:end] == quote for id, start, end, quote in found)


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_document_becomes_a_course_in_its_language(assistant: Assistant, language: Any) -> None:
    course = make_course(assistant, Wanted("77-KL/TU", questions=10, sessions=2, language=language))
    assert course.language == language and len(course.quiz.questions) == 10
    check_quotes(assistant.corpus, course)
    sheet = course_sheet(course, date(2026, 11, 22))
    assert sheet.kind == "course" and sheet.language == language
    roles = [s.role for s in sheet.sections]
    assert roles[0] == "objectives" and roles.count("session") == 2 and roles[-2:] == ["quiz", "key"]
    for section in sheet.sections:
        width = len(section.columns or sheet.columns)
        assert all(len(row.cells) == width for row in section.rows), section.title
    (glossary,) = (s for s in sheet.sections if s.role == "glossary")
    told = {"vi": "bảng thuật ngữ Việt - Anh của phần mềm", "en": "the program's own Vietnamese-English glossary"}
    assert [told[language] in note for note in glossary.notes] == [True], "not all terms have a source"
    assert any(not row.sources for row in glossary.rows)
    quiz, key = sheet.sections[-2], sheet.sections[-1]
    assert len(quiz.rows) == len(key.rows) == 10
    assert not any(row.sources for row in quiz.rows) and all(row.sources for row in key.rows)


@pytest.mark.parametrize(
    ("language", "told"),
    [("vi", "Điều 4, 5 và 7 Quy chế ban hành kèm theo "), ("en", "Articles 4, 5 and 7 of the Regulation ")],
)
def test_what_is_covered_is_told_once_a_document(language: str, told: str) -> None:
    whole = regulation(language)
    articles = [p for p in whole.outline if p.kind == "article" and p.address.startswith("kt")]
    chosen = replace(whole, units=tuple(articles[n - 1] for n in (4, 5, 7)))
    (covered,) = chosen.references()
    assert covered.startswith(told) and covered.count("40/2023/QĐ-UBND") == 1
    (alone,) = replace(whole, units=(articles[3],)).references()
    assert alone == whole.reference(articles[3].start)


def test_the_minutes_add_up(assistant: Assistant) -> None:
    for wanted in (None, 1, 3):
        course = make_course(assistant, Wanted("18/2024/QĐ-UBND", questions=0, sessions=wanted))
        assert wanted is None or len(course.sessions) == wanted
        assert all(s.minutes == SESSION and all(step.minutes > 0 for step in s.steps) for s in course.sessions)
    assert sum(shared_minutes([5, 1, 900, 3], 70)) == 70 and min(shared_minutes([5, 1, 900, 3], 70)) == 5
    assert sum(shared_minutes([1] * 40, 70)) == 70 and sum(shared_minutes([1] * 100, 70)) == 70


def test_more_sessions_than_parts_are_said_to_be_fewer(assistant: Assistant) -> None:
    course = make_course(assistant, Wanted("18/2024/QĐ-UBND", questions=0, sessions=30))
    assert len(course.sessions) < 30
    assert any("30 buổi" in note for note in course_sheet(course, date(2026, 11, 22)).notes)


def test_a_chapter_is_taught_alone(assistant: Assistant) -> None:
    course = make_course(assistant, Wanted("18/2024/QĐ-UBND", "Điều 4", 10))
    entry = next(e for e in assistant.corpus.library.entries() if e.id == "18-2024-qd-ubnd")
    unit = assistant.corpus.library.outline(entry.revision).get("d4")
    assert unit is not None and course.quiz.questions
    assert all(unit.start <= start < unit.end for _, start, _, _ in sources(course))
    named = make_course(assistant, Wanted("Điều 4 của Quyết định 18/2024/QĐ-UBND", None, 10))
    assert named.quiz.questions == course.quiz.questions


def test_a_topic_is_taught_from_what_speaks_of_it(assistant: Assistant) -> None:
    course = make_course(assistant, Wanted("đôn đốc hoàn thiện đề án vị trí việc làm", questions=6))
    assert any("642/SNV-CCVC" in name for name in course.documents)
    check_quotes(assistant.corpus, course)


@pytest.mark.parametrize("topic", ["xe tự lái", "quantum computers", "99/2099/QĐ-UBND", "nuôi tôm công nghệ cao"])
def test_a_topic_that_nothing_covers_is_refused(assistant: Assistant, topic: str) -> None:
    with pytest.raises(NotFoundError) as refused:
        make_course(assistant, Wanted(topic))
    assert (
        refused.value.code == "course-nothing" and topic in refused.value.text("vi") and "7" in refused.value.text("en")
    )


def test_bad_wishes_are_refused(assistant: Assistant) -> None:
    for topic in ("", "  ", "?!"):
        with pytest.raises(RequestError):
            make_course(assistant, Wanted(topic))
    with pytest.raises(RequestError):
        make_course(assistant, Wanted("a" * 5000))
    with pytest.raises(NotFoundError) as unknown:
        make_course(assistant, Wanted("18/2024/QĐ-UBND", "Chương XX"))
    assert unknown.value.code == "course-chapter-unknown" and "Điều 1" in unknown.value.text("vi")
    with pytest.raises(NotFoundError) as lacking:
        make_course(assistant, Wanted("642/SNV-CCVC", language="en"))
    assert lacking.value.code == "course-language-lacking"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_document_with_few_facts_says_so(assistant: Assistant, language: Any) -> None:
    course = make_course(assistant, Wanted("77-KL/TU", questions=200, language=language))
    made = len(course.quiz.questions)
    assert 10 < made < 200
    assert any(str(made) in note and "200" in note for note in course_sheet(course, date(2026, 11, 22)).notes)


def test_the_same_wish_gives_the_same_course(assistant: Assistant) -> None:
    wanted = Wanted("77-KL/TU", questions=8, seed=5)
    assert make_course(assistant, wanted) == make_course(assistant, wanted)
    other = make_course(assistant, Wanted("77-KL/TU", questions=8, seed=6))
    assert {q.stem for q in other.quiz.questions} != {q.stem for q in make_course(assistant, wanted).quiz.questions}


@pytest.mark.parametrize(
    ("start", "length", "unit", "end"),
    [
        (date(2025, 6, 2), 30, "day", date(2025, 7, 2)),
        (date(2025, 6, 5), 3, "working_day", date(2025, 6, 10)),
        (date(2025, 6, 6), 5, "working_day", date(2025, 6, 13)),
        (date(2025, 6, 2), 2, "week", date(2025, 6, 16)),
        (date(2025, 10, 31), 1, "month", date(2025, 11, 30)),
        (date(2025, 12, 15), 2, "month", date(2026, 2, 15)),
    ],
)
def test_last_days(start: date, length: int, unit: str, end: date) -> None:
    assert last_day(start, length, unit) == end


# --- kept


def test_courses_are_kept_as_they_were(tmp_path: Path, assistant: Assistant) -> None:
    store = Courses(tmp_path, clock=lambda: 1000.0)
    course = make_course(assistant, Wanted("77-KL/TU", questions=5))
    id = store.keep(course)
    assert store.get(id) == (course, 1000.0)
    later = store.keep(make_course(assistant, Wanted("77-KL/TU", questions=2, sessions=1)))
    (first, second), (third,) = store.listed(2), store.listed(-1, 1)
    assert (first.id, second.id, third.id) == (later, id, id) and store.how_many() == 2
    assert (first.subject, first.questions, first.sessions) == (course.subject, 2, 1)
    assert second.questions == len(course.quiz.questions) and second.language == course.language
    store.delete(later)
    assert [k.id for k in store.listed()] == [id]
    for unknown in ("", "x", "A" * 22, "' OR 1=1 --"):
        with pytest.raises(NotFoundError):
            store.get(unknown)
        with pytest.raises(NotFoundError):
            store.delete(unknown)
    store.close()
    (tmp_path / "courses.db").write_bytes(b"no database" * 100)
    with pytest.raises(UnavailableError):
        Courses(tmp_path).get(id)


@pytest.fixture(scope="module")
def client(few_data: Path) -> Iterator[TestClient]:
    with TestClient(make_app(read_settings(few_data))) as client:
        yield client


def test_a_course_over_http(client: TestClient) -> None:
    made = client.post("/api/courses", json={"topic": "77-KL/TU", "questions": 6, "language": "en", "sessions": 2})
    assert made.status_code == 201, made.text
    body = made.json()
    assert len(body["questions"]) == 6 and len(body["sessions"]) == 2 and body["language"] == "en"
    choice = next(q for q in body["questions"] if q["form"] == "choice")
    assert choice["answer"].endswith(choice["options"][choice["right"]]) and choice["sources"][0]["quote"]
    assert client.get(f"/api/courses/{body['id']}").json() == body
    listed = client.get("/api/courses", params={"limit": 1}).json()
    assert listed["courses"][0]["id"] == body["id"] and listed["courses"][0]["questions"] == 6
    for format in ("md", "docx", "pptx", "xlsx", "json"):
        sent = client.get(f"/api/courses/{body['id']}.{format}")
        assert sent.status_code == 200 and sent.content, format
    assert client.delete(f"/api/courses/{body['id']}").status_code == 204
    assert client.get(f"/api/courses/{body['id']}").status_code == 404
    assert client.delete(f"/api/courses/{body['id']}").status_code == 404


def test_what_goes_wrong_over_http(client: TestClient) -> None:
    assert client.get("/api/courses/unknown").status_code == 404
    assert client.get("/api/courses/unknown.md").status_code == 404
    refused = client.post("/api/courses", json={"topic": "xe tự lái"}, headers={"accept-language": "vi"})
    assert refused.status_code == 404 and "xe tự lái" in refused.json()["detail"]
    for body in ({"topic": "a", "questions": 500}, {"topic": "a", "sessions": 0}, {"topic": "a", "x": 1}, {}):
        assert client.post("/api/courses", json=body).status_code == 422


def test_a_course_typed(few_copy: Path, tmp_path: Path) -> None:
    out = tmp_path / "course.md"
    call = ["course", "77-KL/TU", "--questions", "4", "--language", "vi", "--data", str(few_copy)]
    written = CliRunner().invoke(cli.app, [*call, "--out", str(out)])
    assert written.exit_code == 0, written.output
    assert "Đáp án" in out.read_text(encoding="utf-8") and "4 câu hỏi" in written.output
    shown = CliRunner().invoke(cli.app, [*call, "--json", "--level", "easy"])
    body = json.loads(shown.output)
    assert len(body["questions"]) == 4 and {q["form"] for q in body["questions"]} <= {"choice", "true_false"}
    assert CliRunner().invoke(cli.app, [*call, "--level", "x"]).exit_code == 2
