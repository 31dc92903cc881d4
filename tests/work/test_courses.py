"""Courses in the window: made from a document or a chapter, read, tried, given out, deleted."""

from typing import Any

from playwright.sync_api import Locator, Page, expect
from pptx import Presentation

from tests.window import OpenPage
from tests.work.conftest import WorkApi, saved_as


def answer(question: Locator, q: dict[str, Any], right: bool) -> None:
    if q["options"]:
        wanted = q["right"] if right else (q["right"] + 1) % len(q["options"])
        question.get_by_role("radio").nth(wanted).check()
    elif q["form"] == "fill_in":
        question.get_by_role("textbox").fill(
            (q["accepted"] or [q["answer"]])[0].upper() + "  ." if right else "không rõ"
        )
    question.get_by_role("button").click()


def course_of(page: Page, api: WorkApi) -> dict[str, Any]:
    return dict(api(f"/api/courses/{page.url.rsplit('/', 1)[1]}"))


def test_one_is_made_from_a_chapter_read_tried_and_given_out(open_page: OpenPage, api: WorkApi) -> None:
    page = open_page("/courses")
    page.get_by_role("button", name="Make the course").click()
    expect(page.locator(".notice")).to_contain_text("Choose a document")
    page.get_by_label("Document", exact=True).select_option("40-2023-qd-ubnd")
    chapters = page.get_by_label("Chapter or section").locator("option")
    expect(chapters).not_to_have_count(1)
    page.get_by_label("Questions", exact=True).fill("12")
    page.get_by_role("button", name="Make the course").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("40/2023/QĐ-UBND")
    course = course_of(page, api)
    for part, count in (("provisions", ".provisions li"), ("glossary", ".glossary dt"), ("sessions", ".session")):
        expect(page.locator(count)).to_have_count(len(course[part]))
    expect(page.locator(".provisions blockquote").first).to_have_text(course["provisions"][0]["quote"])
    page.get_by_text("Show the solution").first.click()
    expect(page.locator(".case").first).to_contain_text(course["cases"][0]["solution"])
    questions = page.locator(".question")
    asked = [(n, q) for n, q in enumerate(course["questions"]) if q["form"] != "short"]
    expect(questions).to_have_count(len(course["questions"]))
    expect(page.locator(".score")).to_have_text(f"None answered yet, {len(course['questions'])} to go.")
    questions.nth(asked[0][0]).get_by_role("button").click()
    expect(questions.nth(asked[0][0])).to_contain_text("Answer first.")
    assert {"fill_in", "choice"} <= {q["form"] for _, q in asked}
    for at, (n, q) in enumerate(asked):
        answer(questions.nth(n), q, right=at != 0)
        expect(questions.nth(n).locator(".verdict")).to_have_text("Right." if at else "Not right.")
        expect(questions.nth(n).locator(".quiz-outcome")).to_contain_text(q["answer"])
        assert questions.nth(n).locator(".quiz-outcome .chip").count() == len(q["sources"])
    left = len(course["questions"]) - len(asked)
    expect(page.locator(".score")).to_have_text(f"{len(asked) - 1} of {len(asked)} answered are right, {left} to go.")
    page.get_by_role("button", name="Start over").click()
    expect(page.locator(".verdict")).to_have_count(0)
    slides = Presentation(str(saved_as(page, "PowerPoint")))
    said = "\n".join(s.text_frame.text for slide in slides.slides for s in slide.shapes if s.has_text_frame)
    assert course["questions"][0]["question"][:60] in said
    assert saved_as(page, "Word, State layout").read_bytes()[:2] == b"PK"
    page.get_by_role("button", name="Delete the course").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete the course").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Courses")
    expect(page.locator(f"a[href='/courses/{course['id']}']")).to_have_count(0)


def test_a_topic_in_own_words_and_one_that_nothing_covers(open_page: OpenPage, api: WorkApi) -> None:
    page = open_page("/courses")
    page.get_by_label("A topic").check()
    page.get_by_label("Topic", exact=True).fill("xe tự lái")
    page.keyboard.press("Enter")
    expect(page.locator(".notice")).to_contain_text("xe tự lái")
    page.get_by_label("Topic", exact=True).fill("đào tạo sau đại học")
    page.get_by_label("Questions", exact=True).fill("3")
    page.keyboard.press("Enter")
    expect(page.locator(".question")).to_have_count(3)
    course = course_of(page, api)
    page.get_by_role("link", name="All courses").click()
    expect(page.locator(".kept-row").first).to_contain_text(course["subject"])
    page.get_by_role("button", name=f"Delete: {course['subject']}").click()
    page.get_by_role("dialog").get_by_role("button", name="Delete the course").click()
    expect(page.locator(f"a[href='/courses/{course['id']}']")).to_have_count(0)


def test_a_chapter_alone(open_page: OpenPage, api: WorkApi) -> None:
    page = open_page("/courses")
    page.get_by_label("Document", exact=True).select_option("40-2023-qd-ubnd")
    page.get_by_label("Chapter or section").select_option("Chương II")
    page.get_by_label("Questions", exact=True).fill("2")
    page.get_by_role("button", name="Make the course").click()
    expect(page.locator(".question")).to_have_count(2)
    course = course_of(page, api)
    assert all("Chương II" in o for o in course["objectives"][:1])
    api(f"/api/courses/{course['id']}", method="DELETE")
