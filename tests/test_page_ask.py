"""Asking in the window: examples, the streamed answer with its chips and its honest line, every outcome, follow-ups."""

import json
import re
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.window import Api, OpenPage, ask

QUESTION = "Điều 4 của Quyết định 18/2024/QĐ-UBND quy định gì?"
DOSSIER = "Hồ sơ đề nghị tiếp nhận vào làm công chức gồm những giấy tờ gì?"


def turn(page: Page, number: int = 1) -> Locator:
    return page.locator(".turn").nth(number - 1)


def test_examples_come_from_the_documents_and_are_answered(open_page: OpenPage, api: Api) -> None:
    page = open_page()
    offered = api("/api/examples?language=en")["questions"]
    assert len(offered) == 4
    expect(page.locator(".example")).to_have_text(offered)
    page.get_by_role("button", name="Tiếng Việt").click()
    expect(page.locator(".example")).to_have_text(api("/api/examples?language=vi")["questions"])
    page.locator(".example").first.click()
    expect(turn(page).get_by_role("heading", level=2)).to_have_text(api("/api/examples?language=vi")["questions"][0])
    expect(turn(page).locator(".honest")).to_contain_text("đã được kiểm")
    expect(page.locator(".examples")).to_be_hidden()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_example_is_answered_with_citations(api: Api, language: str) -> None:
    for question in api(f"/api/examples?language={language}")["questions"]:
        answer = api.ask(question)
        assert answer["outcome"] == "answered" and answer["citations"], question


def test_a_chip_stands_behind_every_statement_and_a_line_says_how_many_were_verified(
    open_page: OpenPage, api: Api
) -> None:
    page, answer = open_page(), api.ask(DOSSIER)
    ask(page, DOSSIER)
    items = turn(page).locator(".items li")
    assert items.count() == len(answer["statements"]) > 5
    for item, statement in zip(items.all(), answer["statements"], strict=True):
        said = " ".join((item.text_content() or "").split())
        assert statement["text"].split(" ", 1)[1] in said and statement["text"].split()[0] in said
        assert [c.get_attribute("data-mark") for c in item.locator("a.chip").all()] == [
            str(m) for m in statement["citations"]
        ]
    count = len(answer["citations"])
    expect(turn(page).locator(".honest")).to_contain_text(f"All {count} citations verified.")
    expect(turn(page).locator(".honest")).to_contain_text(f"{count} quoted")
    day = "/".join(reversed(answer["as_of"].split("-")))
    expect(turn(page).locator(".honest")).to_contain_text(f"As of {day}")


@pytest.mark.parametrize(
    ("mark", "path", "name"),
    [
        ("2.", "Điều 4, khoản 2", "Khoản 2"),
        ("đ)", "Điều 1, khoản 2, điểm đ", "Điểm đ"),
        ("a)", "Article 5, Clause 1, Point a", "Point a"),
        ("12.", "Điều 4, khoản 2", "12."),
        ("-", "Điều 4", ""),
    ],
)
def test_a_clause_quoted_alone_is_no_list_of_one(
    open_page: OpenPage, api: Api, mark: str, path: str, name: str
) -> None:
    page, answer = open_page(), api.ask(QUESTION)
    statements = [{"text": f"{mark} Ủy ban nhân dân tỉnh quyết định.", "citations": [1], "support": "verbatim"}]
    citation = {**answer["citations"][0], "path": path}
    answered_by(page, {**answer, "statements": statements, "citations": [citation]})
    ask(page, QUESTION)
    said = turn(page).locator(".statements")
    expect(said).to_have_text(f"{name} Ủy ban nhân dân tỉnh quyết định. 1".strip(), use_inner_text=True)
    assert said.get_by_role("list").count() == 0 and said.locator("a.chip").count() == 1
    more = [*statements, {"text": "3. Sở Nội vụ.", "citations": [], "support": "verbatim"}]
    page.unroute_all()
    answered_by(page, {**answer, "statements": more, "citations": [citation]})
    ask(page, QUESTION)
    expect(turn(page, 2).get_by_role("listitem").locator(".item-mark")).to_have_text([mark, "3."])
    assert turn(page, 2).locator(".items a.chip").count() == 1


def test_an_answer_leads_to_a_checklist_and_tells_once_how_to_see_a_source(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, DOSSIER)
    expect(turn(page).locator(".honest")).to_contain_text("Press a number to see the words in the document.")
    turn(page).locator("a.chip").first.click()
    expect(turn(page).locator(".press-mark")).to_have_count(0)
    page.locator(".source-panel").press("Escape")
    ask(page, QUESTION)
    expect(turn(page, 2).locator(".press-mark")).to_have_count(0)
    turn(page).get_by_role("link", name="Make a checklist").click()
    expect(page.get_by_label("Topic, or number")).to_have_value(DOSSIER)


def test_rows_of_a_table_are_shown_as_one_with_a_chip_in_each_cell(open_page: OpenPage, api: Api) -> None:
    page, answer = open_page(), api.ask(QUESTION)
    rows = [f"TT: {n}; Chỉ tiêu: Cán bộ được luân chuyển; Kết quả đến 15/6/2023: {n}96 (83%)" for n in (1, 2)]
    statements = [{"text": row, "citations": [1], "support": "verbatim"} for row in rows]
    answered_by(page, {**answer, "statements": statements, "citations": answer["citations"][:1]})
    ask(page, QUESTION)
    table = turn(page).get_by_role("table")
    expect(table).to_have_count(1)
    expect(table.get_by_role("columnheader")).to_have_text(["TT", "Chỉ tiêu", "Kết quả đến 15/6/2023"])
    cells = table.get_by_role("cell")
    expect(cells).to_contain_text(["1", "Cán bộ được luân chuyển", "196 (83%)", "2", "Cán bộ", "296 (83%)"])
    assert all(cell.locator("a.chip").count() == 1 for cell in cells.all())


def test_the_card_of_a_chip_shows_on_focus_and_hover_and_goes_by_escape(open_page: OpenPage, api: Api) -> None:
    page, citation = open_page(), api.ask(QUESTION)["citations"][0]
    ask(page, QUESTION)
    chip = turn(page).locator("a.chip").first
    expect(chip).to_have_accessible_name(f"Source 1, quoted: {citation['document']['number']}, {citation['path']}")
    turn(page).get_by_role("button", name="Edit the question").focus()
    page.keyboard.press("Tab")
    expect(chip).to_be_focused()
    card = page.get_by_role("tooltip")
    for words in (citation["document"]["number"], citation["document"]["title"], citation["path"], citation["quote"]):
        expect(card).to_contain_text(words)
    expect(card).to_contain_text("10/05/2024")
    expect(card.locator("[data-validity]")).to_be_visible()
    expect(chip).to_have_accessible_description(re.compile(re.escape(citation["document"]["number"])))
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    chip.hover()
    expect(card).to_be_visible()
    card.hover()  # what shows on hover can be pointed at
    page.wait_for_timeout(500)
    expect(card).to_be_visible()
    page.mouse.move(5, 400)
    expect(card).to_be_hidden()


def test_what_is_not_said_tells_what_was_searched_and_what_came_nearest(open_page: OpenPage, api: Api) -> None:
    page, question = open_page(), "What is the price of gold in the budget of training?"
    answer = api.ask(question, language="en")
    nearest = answer["searched"]["nearest_documents"]
    ask(page, question)
    expect(turn(page).locator("[data-outcome=not_found]")).to_contain_text("The documents do not say")
    missing = turn(page).locator(".missing")
    expect(missing).to_contain_text("gold")
    expect(missing).to_contain_text(f"{api('/api/scope')['documents']} documents")
    places = answer["searched"]["nearest_places"]
    links = [
        link
        for d in nearest
        for link in (f"/documents/{d['id']}", *(p["url"] for p in places if p["document"] == d["id"] and p["path"]))
    ]
    assert [a.get_attribute("href") for a in missing.locator("a").all()] == links
    assert len(links) > len(nearest), "where to look in them"
    expect(turn(page).locator(".chip")).to_have_count(0)
    shown = turn(page).text_content() or ""
    assert nearest and all(shown.count(d["number"]) == 1 for d in nearest)  # told once, as links
    assert all(answer["text"].count(d["number"]) == 1 for d in nearest)  # and once to a program


def test_which_document_is_meant_is_asked_and_a_choice_answers_it(open_page: OpenPage, api: Api) -> None:
    page, question = open_page(), "Điều 5 quy định gì?"
    choices = api.ask(question)["choices"]
    ask(page, question)
    expect(turn(page).locator("[data-outcome=clarify]")).to_be_visible()
    expect(turn(page).locator(".choice")).to_have_text([c["label"] for c in choices])
    turn(page).locator(".choice").nth(1).click()
    expect(turn(page, 2).get_by_role("heading", level=2)).to_have_text(choices[1]["question"])
    expect(turn(page, 2).locator("a.chip").first).to_be_visible()


def test_a_part_of_an_answer_says_what_is_missing(open_page: OpenPage, api: Api) -> None:
    page, question = open_page(), "How long does the oral test in round 2 last and how many examiners listen to it?"
    answer = api.ask(question)
    assert answer["outcome"] == "partial" and "examiners" in answer["missing"]
    ask(page, question)
    expect(turn(page).locator("[data-outcome=partial]")).to_have_text("Answered in part")
    expect(turn(page).locator(".missing")).to_contain_text(answer["missing"])
    expect(turn(page).locator("a.chip").first).to_be_visible()


def test_what_is_out_of_force_says_what_ended_it(open_page: OpenPage, api: Api) -> None:
    page, question = open_page(), "Điều 7 của Quyết định 10/2021/QĐ-UBND quy định gì?"
    answer = api.ask(question)
    assert answer["outcome"] == "out_of_force"
    ask(page, question)
    expect(turn(page).locator("[data-outcome=out_of_force]")).to_have_text("Not in force on that day")
    card = turn(page).locator(".not-held")
    expect(card).to_contain_text("10/2021/QĐ-UBND")
    expect(card.locator("[data-validity=expired]")).to_have_text("Expired from 01/09/2025")
    expect(card.locator("li")).to_have_text(re.compile("^replaced by 31/2025/QĐ-UBND Compare$"))
    expect(card.locator("li a").first).to_have_attribute("href", "/documents/31-2025-qd-ubnd")
    # what ended it comes first, then what it said until then
    first, *rest = (c["document"]["id"] for c in answer["citations"])
    assert first == "31-2025-qd-ubnd" and set(rest) == {"10-2021-qd-ubnd"}
    turn(page).locator("a.chip").first.hover()
    expect(page.get_by_role("tooltip").locator("[data-validity=in_force]")).to_have_text("In force from 01/09/2025")
    page.keyboard.press("Escape")
    card.get_by_role("link", name="Compare 10/2021/QĐ-UBND with 31/2025/QĐ-UBND").click()
    expect(page.get_by_role("heading", level=2).first).to_have_text(
        "Comparison of 10/2021/QĐ-UBND with 31/2025/QĐ-UBND"
    )


def test_what_does_not_hold_yet_is_not_said_to_be_replaced(open_page: OpenPage, families: Api) -> None:
    page = open_page(at=families.address)
    page.get_by_role("button", name="Filter documents").click()
    page.get_by_role("dialog").get_by_label("Answer as of").fill("2022-09-01")
    page.get_by_role("dialog").get_by_role("button", name="Apply").click()
    ask(page, "Theo Thông tư 840/2022/TT-BTC, người cao tuổi có được miễn phí cấp bản sao số hóa không?")
    card = turn(page).locator(".not-held")
    expect(card).to_contain_text("Not in force on 01/09/2022")
    expect(card.locator("[data-validity=not_yet]")).to_have_text("Not yet in force until 24/09/2022")
    expect(card.get_by_role("link")).to_have_text(["840/2022/TT-BTC"])


def test_a_follow_up_is_understood_from_the_conversation_and_others_are_offered(open_page: OpenPage) -> None:
    page = open_page()
    ask(page, QUESTION)
    expect(page).to_have_url(re.compile(r"/c/[\w-]{22}$"))
    offered = turn(page).locator(".follow-up")
    assert offered.count() >= 1
    ask(page, "Còn Điều 3?")
    expect(turn(page, 2)).to_contain_text("Understood as: Điều 3 của Quyết định 18/2024/QĐ-UBND quy định gì?")
    said = offered.first.text_content()
    offered.first.click()
    expect(turn(page, 3).get_by_role("heading", level=2)).to_have_text(said or "-")
    expect(turn(page, 3).locator("a.chip").first).to_be_visible()


def made_up(answer: dict[str, Any]) -> dict[str, Any]:
    """What only a language model's answer has: a sentence without support, and one that is not quoted."""
    first, other = answer["citations"][0], {**answer["citations"][0], "mark": 2}
    other["document"] = {**other["document"], "id": "31-2025-qd-ubnd", "number": "31/2025/QĐ-UBND"}
    statements = [
        {"text": "Thời hạn là 05 ngày.", "citations": [1], "support": "verbatim"},
        {"text": "Thời hạn là 07 ngày.", "citations": [2], "support": "checked"},
        {"text": "Thời hạn có thể kéo dài.", "citations": [], "support": "unsupported"},
    ]
    return {**answer, "statements": statements, "citations": [first, other], "choices": [], "lead": None}


def answered_by(page: Page, body: dict[str, Any]) -> None:
    def fulfil(route: Route) -> None:
        events = [("statement", s) for s in body["statements"]] + [("citation", c) for c in body["citations"]]
        text = "".join(f"event: {n}\ndata: {json.dumps(d)}\n\n" for n, d in [*events, ("answer", body)])
        route.fulfill(status=200, content_type="text/event-stream", body=text)

    page.route("**/api/ask", fulfil)


def test_documents_that_disagree_stand_side_by_side(open_page: OpenPage, families: Api) -> None:
    page = open_page(at=families.address)
    question = (
        "For how many working days is the list of personnel expected to be appointed to division-level leadership made "
        "public in Van Hai Province?"
    )
    answer = families.ask(question, language="en")
    assert answer["outcome"] == "conflicting"
    said = {c["mark"]: c for c in answer["citations"]}
    numbers = [said[s["citations"][0]]["document"]["number"] for s in answer["statements"]]
    assert sorted(numbers) == ["117-QĐ/TU", "52/2023/QĐ-UBND"]
    ask(page, question)
    expect(turn(page).locator("[data-outcome=conflicting]")).to_have_text("The documents disagree")
    expect(turn(page).locator(".lead-in")).to_have_text(answer["lead"])  # who comes first is told, not decided
    sides = turn(page).locator(".side")
    expect(sides).to_have_count(2)
    for side, number, statement in zip(sides.all(), numbers, answer["statements"], strict=True):
        expect(side).to_contain_text(number)
        expect(side).to_contain_text(statement["text"].split(" ", 1)[1])
        expect(side.locator("[data-validity]")).to_contain_text("In force from")
    assert sides.nth(0).bounding_box()["y"] == sides.nth(1).bounding_box()["y"]  # type: ignore[index]  # both are shown


def test_what_is_not_supported_is_told_by_icon_and_words(open_page: OpenPage, api: Api) -> None:
    page = open_page()
    answered_by(page, made_up(api.ask(QUESTION)))
    ask(page, QUESTION)
    chips = turn(page).locator(".chip")
    expect(chips.nth(1)).to_have_accessible_name(re.compile("^Source 2, checked"))
    expect(chips.nth(2)).to_have_text("not supported")
    assert len({c.locator("path").first.get_attribute("d") for c in chips.all()}) == 3  # each state has its own icon
    expect(turn(page).locator(".honest")).to_contain_text("1 of 3 could not be verified")
    expect(turn(page).locator(".honest")).to_contain_text("1 not supported")


def test_filters_and_the_day_are_chosen_before_and_told_in_the_answer(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("button", name="Filter documents").click()
    form = page.get_by_role("dialog")
    form.get_by_role("checkbox", name=re.compile("^resolution")).check()
    form.get_by_label("Issued from").fill("2021-01-01")
    form.get_by_label("Answer as of").fill("2025-06-30")
    form.get_by_label("Find a document").fill("nang cao chat luong nguon nhan luc")
    form.locator(".scrolls").get_by_text("05-NQ/TU").first.click()
    form.get_by_role("button", name="Apply").click()
    expect(page.locator(".pill")).to_have_text(["resolution", "05-NQ/TU", "from 01/01/2021", "as of 30/06/2025"])
    with page.expect_request("**/api/ask") as sent:
        ask(page, "Mục tiêu của nghị quyết là gì?")
    asked: Any = sent.value.post_data_json
    assert asked["filters"]["types"] == ["resolution"] and asked["filters"]["documents"] == ["05-nq-tu-2021"]
    assert asked["filters"]["issued_from"] == "2021-01-01" and asked["as_of"] == "2025-06-30"
    expect(turn(page).locator(".within")).to_contain_text("resolution; 05-NQ/TU; from 01/01/2021; as of 30/06/2025")
    page.get_by_role("button", name="Without: resolution").click()
    expect(page.locator(".pill")).to_have_count(3)


def test_a_question_that_is_too_long_says_so_and_keeps_what_was_typed(open_page: OpenPage, api: Api) -> None:
    page = open_page()
    expect(page.locator(".opening")).to_contain_text(f"Asking {api('/api/scope')['documents']} documents.")
    page.locator("#question").fill("điều kiện " * 2000)
    expect(page.locator("#question-note")).to_contain_text("over the limit of 2000")
    page.get_by_role("button", name="Ask", exact=True).click()
    assert page.locator(".turn").count() == 0
    assert len(page.locator("#question").input_value()) == 20_000
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_an_empty_question_says_what_to_do(open_page: OpenPage) -> None:
    page = open_page()
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.locator(".turn-notice")).to_contain_text("Type a question")


def test_a_huge_answer_is_folded_and_unfolds(open_page: OpenPage, api: Api) -> None:
    page, answer = open_page(), api.ask(QUESTION)
    many = [{"text": f"Ý thứ {n} của câu trả lời.", "citations": [1], "support": "verbatim"} for n in range(600)]
    answered_by(page, {**answer, "statements": many, "citations": answer["citations"][:1]})
    ask(page, QUESTION)
    expect(turn(page).locator(".statements > p")).to_have_count(60)
    turn(page).get_by_role("button", name="Show all 600 statements").click()
    expect(turn(page).locator(".statements > p")).to_have_count(600)
