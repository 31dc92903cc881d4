"""The registers asked: agencies by any of their names in both languages, days, strengths, documents, periods, pages."""

import re
import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from corpus.document import Document, Identity, Source
from corpus.errors import NotFoundError, RequestError
from corpus.incoming import NewDocument
from corpus.library import Library
from corpus.register_filters import DefinitionFilter, DutyFilter, FigureFilter, RequirementFilter
from corpus.registers import Deadline, DeadlineKind, Definition, Duty, Figure, Registers, Requirement, Span

PLAN = """Sở Nội vụ chủ trì, phối hợp với Trường Chính trị tỉnh, UBND các huyện trình kế hoạch trước ngày 31/3/2024.
Trường Chính trị tỉnh Lam Giang mở lớp trong tháng 6 năm 2024.
SNV đôn đốc thường xuyên.
Trưởng phòng phải có ít nhất 03 năm công tác; phó trưởng phòng phải có trình độ đại học.
Giai đoạn 2021 - 2025 có 480 công chức cấp xã được bồi dưỡng; năm 2019 có 12% công chức.
Cán sự là người làm việc phụ trợ (sau đây gọi tắt là CSV)."""
LETTER = """The Department of Home Affairs is requested to report before 15 April 2024.
The Departments of Finance may add funds.
Heads of division must be under 45."""
NUMBERS = {"ke-hoach": "57/KH-UBND", "letter": "642/SNV-CCVC"}


def at(text: str, words: str) -> Span:
    found = re.search(re.escape(words), text)
    assert found, words
    return Span(*found.span())


def duty(text: str, line: int, lead: str, day: date | None = None, kind: DeadlineKind = "date", **slots: Any) -> Duty:
    whole = at(text, text.split("\n")[line])
    values: dict[str, Any] = {"strength": "assigned", "action": whole, "lead": at(text, lead)} | slots
    deadline = Deadline(whole, kind, day, False)
    return Duty(whole, f"p{line}", deadline=deadline, **values)


def plan() -> Registers:
    coordinators = (at(PLAN, "Trường Chính trị tỉnh"), at(PLAN, "UBND các huyện"))
    line = [at(PLAN, words) for words in PLAN.split("\n")]
    return Registers(
        (
            duty(PLAN, 1, "Trường Chính trị tỉnh Lam Giang", date(2024, 6, 30)),
            duty(PLAN, 0, "Sở Nội vụ", date(2024, 3, 31), coordinators=coordinators),
            duty(PLAN, 2, "SNV", kind="vague", strength="orientation"),
        ),
        (
            Requirement(line[3], "", "post", at(PLAN, "Trưởng phòng"), "experience", "at_least", line[3], 3, "year"),
            Requirement(line[3], "", "post", at(PLAN, "phó trưởng phòng"), "degree", "has", line[3]),
        ),
        (
            Figure(line[4], "", at(PLAN, "480"), 480, "person", "exact", "target", at(PLAN, "công chức cấp xã"), period=at(PLAN, "2021 - 2025")),
            Figure(line[4], "", at(PLAN, "12%"), 12, "percent", "exact", "result", base=at(PLAN, "công chức."), period=at(PLAN, "năm 2019")),
        ),
        (Definition(line[5], "", at(PLAN, "Cán sự"), line[5]), Definition(line[5], "", at(PLAN, "CSV"), line[5], True)),
    )  # fmt: skip


def letter() -> Registers:
    return Registers(
        (
            duty(LETTER, 0, "The Department of Home Affairs", date(2024, 4, 15), strength="requested"),
            duty(LETTER, 1, "The Departments of Finance", kind="vague", strength="may"),
        ),
        (Requirement(at(LETTER, "Heads of division"), "", "post", at(LETTER, "Heads of division"), "age", "less_than", at(LETTER, "under 45"), 45, "year"),),
    )  # fmt: skip


def store(library: Library, id: str, text: str, registers: Registers, sha: str = "a") -> int:
    number = NUMBERS[id]
    serial, _, tail = number.lower().partition("/")
    key = f"s|{serial}||{tail.replace('-', '|', 1)}"
    document = Document(Identity(id, "vi", number, key), text, Source(f"/{id}", id, sha, 1, "text/plain"))
    return library.write_pending(id, NewDocument(document, (), b"", registers, 1), (), model="", collection="default")


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    opened = Library(tmp_path)
    opened.publish([store(opened, "ke-hoach", PLAN, plan()), store(opened, "letter", LETTER, letter())])
    yield opened
    opened.close()


def lines(library: Library, wanted: DutyFilter) -> list[tuple[str, int]]:
    found = library.duties(wanted)
    assert library.how_many(wanted) == len(found)
    texts = {"ke-hoach": PLAN, "letter": LETTER}
    return [(e.id, texts[e.id].split("\n").index(d.whole.of(texts[e.id]))) for e, d in found]


HOME_AFFAIRS = [("ke-hoach", 0), ("letter", 0), ("ke-hoach", 2)]


@pytest.mark.parametrize(
    "said",
    ["Sở Nội vụ", "SNV", "snv", "So Noi vu", "SỞ NỘI VỤ", "Sowr Nooji vuj", "Department of Home Affairs",
     "the department of internal affairs", " Home Affairs Department "],
)  # fmt: skip
def test_an_agency_is_found_by_any_of_its_names(library: Library, said: str) -> None:
    assert lines(library, DutyFilter(agency=said)) == HOME_AFFAIRS


def test_a_part_of_a_name_finds_it_and_a_part_of_a_word_does_not(library: Library) -> None:
    assert lines(library, DutyFilter(agency="Trường Chính trị")) == [("ke-hoach", 0), ("ke-hoach", 1)]
    assert lines(library, DutyFilter(agency="Lam Giang")) == [("ke-hoach", 1)]
    assert lines(library, DutyFilter(agency="Sở Tài chính")) == [("letter", 1)]
    assert lines(library, DutyFilter(agency="Nội")) == [("ke-hoach", 0)]
    assert lines(library, DutyFilter(agency="Trường Chính")) == [("ke-hoach", 0), ("ke-hoach", 1)]
    for nobody in ("Sở Nội vụ Lam Giang", "So Noi v", "Trườ", "!", "%", "", "a" * 10_000):
        assert lines(library, DutyFilter(agency=nobody)) == []


def test_the_role_tells_leads_from_coordinators(library: Library) -> None:
    school = "provincial political school"
    assert lines(library, DutyFilter(agency=school)) == [("ke-hoach", 0), ("ke-hoach", 1)]
    assert lines(library, DutyFilter(agency=school, roles=("lead",))) == [("ke-hoach", 1)]
    assert lines(library, DutyFilter(agency=school, roles=("coordinator",))) == [("ke-hoach", 0)]
    assert lines(library, DutyFilter(agency=school, roles=("assigner", "report_to"))) == []


def test_days_are_included_and_what_has_none_is_left_out(library: Library) -> None:
    assert lines(library, DutyFilter(before=date(2024, 3, 31))) == [("ke-hoach", 0)]
    assert lines(library, DutyFilter(before=date(2024, 3, 30))) == []
    assert lines(library, DutyFilter(after=date(2024, 4, 15))) == [("letter", 0), ("ke-hoach", 1)]
    assert lines(library, DutyFilter(after=date(2024, 4, 1), before=date(2024, 5, 1))) == [("letter", 0)]
    assert lines(library, DutyFilter(after=date.min, before=date.max)) == [
        ("ke-hoach", 0),
        ("letter", 0),
        ("ke-hoach", 1),
    ]
    assert lines(library, DutyFilter(agency="SNV", before=date(2024, 12, 31))) == HOME_AFFAIRS[:2]
    with pytest.raises(RequestError) as caught:
        DutyFilter(after=date(2024, 4, 2), before=date(2024, 4, 1))
    assert "2024-04-02" in caught.value.text("vi")


def test_duties_come_by_their_day_then_as_they_stand(library: Library) -> None:
    whole = [("ke-hoach", 0), ("letter", 0), ("ke-hoach", 1), ("ke-hoach", 2), ("letter", 1)]
    assert lines(library, DutyFilter()) == whole
    found = [library.duties(DutyFilter(), 2, offset) for offset in (0, 2, 4, 6)]
    assert [d for page in found for d in page] == library.duties() and list(map(len, found)) == [2, 2, 1, 0]


def test_strengths_kinds_of_deadline_and_documents(library: Library) -> None:
    assert lines(library, DutyFilter(strengths=("requested", "may"))) == [("letter", 0), ("letter", 1)]
    assert lines(library, DutyFilter(deadline_kinds=("vague",))) == [("ke-hoach", 2), ("letter", 1)]
    for named in ("letter", "642/SNV-CCVC", "số 642/SNV-CCVC", " letter "):
        assert lines(library, DutyFilter(documents=(named,))) == [("letter", 0), ("letter", 1)]
    assert len(lines(library, DutyFilter(documents=("letter", "57/KH-UBND")))) == 5
    with pytest.raises(NotFoundError):
        library.duties(DutyFilter(documents=("letter", "58/KH-UBND")))


def test_requirements_by_post_in_both_languages(library: Library) -> None:
    def asked(**wanted: Any) -> list[str]:
        return [r.attribute for _, r in library.requirements(RequirementFilter(**wanted))]

    assert asked() == ["experience", "degree", "age"]
    assert asked(subject="trưởng phòng") == asked(subject="head of division") == ["experience", "degree", "age"]
    assert asked(subject="phó trưởng phòng") == ["degree"]
    assert asked(attributes=("age", "degree"), documents=("ke-hoach",)) == ["degree"]
    assert asked(subject_kinds=("candidate",)) == []


def test_figures_by_what_they_count_and_by_period(library: Library) -> None:
    def asked(**wanted: Any) -> list[float]:
        return [f.value for _, f in library.figures(FigureFilter(**wanted))]

    assert asked() == [480, 12]
    assert asked(about="civil servant") == asked(about="công chức") == [480, 12]
    assert asked(about="cấp xã") == [480]
    assert asked(years=(2023, 2023)) == asked(years=(2025, 2030)) == [480] and asked(years=(2019, 2021)) == [480, 12]
    assert asked(units=("percent",)) == asked(stances=("result",)) == [12] and asked(years=(2026, 2030)) == []


def test_definitions_by_term(library: Library) -> None:
    def asked(**wanted: Any) -> list[bool]:
        return [d.abbreviation for _, d in library.definitions(DefinitionFilter(**wanted))]

    assert asked() == [False, True] and asked(abbreviation=True) == asked(term="csv") == [True]
    assert asked(term="administrative officer") == asked(abbreviation=False) == [False]


def test_what_is_not_shown_is_not_asked_and_what_is_forgotten_goes(library: Library, tmp_path: Path) -> None:
    pending = store(library, "ke-hoach", PLAN, plan(), "b")
    assert len(library.duties()) == library.how_many(DutyFilter()) == 5 and library.registers(pending) == plan()
    library.publish([pending])
    assert len(library.duties()) == 5 and {
        e.source.sha256 for e, _ in library.duties(DutyFilter(documents=("ke-hoach",)))
    } == {"b"}
    library.retire("letter")
    assert {e.id for e, _ in library.duties()} == {"ke-hoach"}
    library.forget(library.leftovers(), "")
    library.forget(library.live(), "")
    connection = sqlite3.connect(tmp_path / "catalogue.db")
    for table in ("register_entries", "register_mentions", "register_names", "register_tails", "extractions"):
        assert connection.execute(f"SELECT count(*) FROM {table}").fetchone() == (0,)
    connection.close()


def test_an_agency_is_looked_up_by_an_index(library: Library, tmp_path: Path) -> None:
    """However many entries there are: no condition may read over all of them."""
    from sqlalchemy import select

    from corpus import schema

    e = schema.register_entries
    for wanted in (DutyFilter(agency="SNV"), DutyFilter(before=date(2024, 4, 1)), DutyFilter(strengths=("may",)),
                   FigureFilter(units=("percent",)), RequirementFilter(attributes=("age",))):  # fmt: skip
        query = select(e.c.entry).where(e.c.kind == wanted.kind, *wanted.conditions())
        with library.transaction() as c:
            sql = str(query.compile(c, compile_kwargs={"literal_binds": True}))
            plan_of = [row.detail for row in c.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")]
        assert plan_of and not any(step.startswith("SCAN") for step in plan_of), plan_of
