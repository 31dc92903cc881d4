"""What rests on a text that has been changed since: kept courses and answers, each against the day that it was made for."""

import json
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from api import cli
from assistant.affected import Affected, affected_by
from assistant.affected_kept import Kept, courses_of
from assistant.conversations import Conversations, Going, digest
from assistant.course import Course, Wanted
from assistant.course_packs.provisions import Provision
from assistant.course_packs.quiz import Quiz
from assistant.courses import Courses
from assistant.earlier import Turn
from assistant.sheet import SheetSource
from corpus.library import Library
from tests.validity_made import FAMILY, catalogue

BASE_ID = "701-2015-nd-cp"  # amended from 1 July 2018, ended on 1 November 2023


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return catalogue(tmp_path, FAMILY)


def teaching(*documents: str) -> Course:
    sources = [SheetSource(d, None, "", "", None, "lời văn", 0, 7, "", 1) for d in documents]
    provisions = tuple(Provision(1, s) for s in sources)
    return Course(Wanted("hồ sơ"), "vi", "Hồ sơ lưu trữ", documents, (), (), (), provisions, (), (), Quiz((), 0))


def shown(as_of: str, *cited: str) -> str:
    """The body of an answer, as far as it is asked for."""
    return json.dumps({"as_of": as_of, "citations": [{"document": {"id": id}} for id in cited]})


def found(library: Library, kept: Kept, id: str = BASE_ID) -> Affected:
    return affected_by(library, library.entry(id), kept)


def test_a_course_rests_on_it_only_if_it_was_made_before_the_last_change(library: Library) -> None:
    made = [
        ("old", teaching(BASE_ID, BASE_ID, "712-2016-tt-bnv"), date(2017, 1, 1)),
        ("between", teaching(BASE_ID), date(2020, 1, 1)),
        ("after", teaching(BASE_ID), date(2023, 11, 1)),
        ("other", teaching("712-2016-tt-bnv"), date(2017, 1, 1)),
    ]
    result = found(library, Kept(courses=made))
    assert [(c.id, c.items, c.made.year) for c in result.courses] == [("old", 2, 2017), ("between", 1, 2020)]
    assert result.first == date(2018, 7, 1) and result.count == len(result.documents) + 2
    assert found(library, Kept(courses=made), "777-2023-nd-cp").courses == ()  # nothing has changed that one


def test_kept_courses_are_read_with_the_day_on_which_they_were_made(tmp_path: Path) -> None:
    courses = Courses(tmp_path, clock=lambda: 1_483_228_800.0)  # 1 January 2017
    id = courses.keep(teaching(BASE_ID))
    assert [(i, day) for i, _, day in courses_of(courses)] == [(id, date(2017, 1, 1))]
    courses.close()


def test_answers_count_by_the_day_asked_for_and_are_named_to_their_reader_only(
    library: Library, tmp_path: Path
) -> None:
    kept = Conversations(tmp_path)
    mine, other = "r" * 22, "o" * 22

    def keep(question: str, body: str, owner: str) -> str:
        return kept.keep_shown(Going(None, None, []), Turn(question), question, lambda _id, _n: body, owner)[0]

    id = keep("trước", shown("2016-01-01", BASE_ID, BASE_ID, "712-2016-tt-bnv"), mine)
    keep("sau", shown("2024-01-01", BASE_ID), mine)
    keep("của người khác", shown("2019-01-01", BASE_ID), other)
    keep("không dẫn", shown("2016-01-01", "712-2016-tt-bnv"), mine)
    keep("hỏng", f'{{"document": "{BASE_ID}"', mine)
    result = found(library, Kept(answers=kept.answers_naming, owner=digest(mine)))
    assert {(a.question, a.as_of.year, a.citations, a.conversation) for a in result.answers} == {
        ("trước", 2016, 2, id),
        ("của người khác", 2019, 1, None),
    }
    kept.close()


@pytest.mark.parametrize(("language", "words"), [("vi", "câu trả lời đã lưu"), ("en", "kept answer as of 2016-01-01")])
def test_the_command_line_tells_them_in_both_languages(tmp_path: Path, language: str, words: str) -> None:
    catalogue(tmp_path, FAMILY)
    kept, courses = Conversations(tmp_path), Courses(tmp_path, clock=lambda: 1_483_228_800.0)
    body = shown("2016-01-01", BASE_ID)
    kept.keep_shown(Going(None, None, []), Turn("Thời hạn?"), "Thời hạn?", lambda _id, _n: body)
    courses.keep(teaching(BASE_ID))
    kept.close()
    courses.close()
    call = ["affected", "701/2015/NĐ-CP", "--data", str(tmp_path), "--language", language]
    run = CliRunner().invoke(cli.app, call)
    assert run.exit_code == 0, run.output
    assert words in run.output and "“Thời hạn?”" in run.output and "“Hồ sơ lưu trữ”" in run.output
    data = json.loads(CliRunner().invoke(cli.app, [*call, "--json"]).output)
    assert data["answers"][0]["question"] == "Thời hạn?" and data["answers"][0]["conversation"] is None
    assert data["answers_of_others"] == 0 and data["courses"][0]["made"] == "2017-01-01"
