"""The second reader's proposals decided on in the window: accepted, rejected, taken back; by keyboard, in both languages."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from corpus.corpus import Corpus
from corpus.embedding import SentenceEmbedding
from corpus.settings import read_settings
from tests.second_made import GOOD, reading, reviewed, stored
from tests.window import Api, OpenPage, barriers, serving


@pytest.fixture(scope="module")
def proposals(embedding: SentenceEmbedding, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Api]:
    """A server over a regulation of which a model that is made up has proposed four entries."""
    folder = tmp_path_factory.mktemp("proposals")
    corpus = Corpus(read_settings(folder / "data"))
    corpus.embedding = embedding
    stored(corpus, folder)
    reviewed(corpus, reading(*GOOD))
    corpus.close()
    with serving(folder) as (found, _):
        yield Api(found)


@pytest.fixture(scope="module")
def number(proposals: Api) -> int:
    """The number of the duty that was proposed."""
    entries = proposals("/api/registers/duties?origin=all")["entries"]
    (second,) = (e["second_reader"] for e in entries if e["second_reader"])
    return int(second["id"])


@pytest.fixture(autouse=True)
def _waiting(proposals: Api, number: int) -> None:
    """Each test begins with a proposal that nobody has decided on."""
    proposals(f"/api/registers/second/{number}", {"state": "proposed"}, "PUT")


def state(api: Api, number: int) -> tuple[str, str]:
    """How a proposal stands on the server, and by whom; what is not listed any longer was rejected."""
    listed = api("/api/registers/duties?origin=second")["entries"]
    found = next((e["second_reader"] for e in listed if e["second_reader"]["id"] == number), None)
    return (found["state"], found["who"]) if found else ("rejected", "")


def button(page: Page, name: str) -> Locator:
    return page.locator(".second-review").get_by_role("button", name=re.compile(f"^{name}"))


def test_a_proposal_is_accepted_and_taken_back_by_the_keyboard(
    open_page: OpenPage, proposals: Api, number: int
) -> None:
    page = open_page("/registers/duties?origin=second", at=proposals.address)
    group = page.get_by_role("group", name=re.compile(rf"^\[{number}\] second reader \(stub\), not yet reviewed"))
    expect(group.get_by_role("button")).to_have_count(2)
    page.get_by_label("Your name (optional)").fill("Lan")
    page.get_by_label("Your name (optional)").press("Tab")
    accept = group.get_by_role("button", name=f"Accept [{number}]")
    for _ in range(60):  # Tab alone leads to it
        if accept.evaluate("button => button === document.activeElement"):
            break
        page.keyboard.press("Tab")
    expect(accept).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator(".second-review")).to_contain_text("accepted by Lan")
    expect(button(page, "Take the decision back")).to_be_focused()
    expect(page.locator(".unseen[role=status]")).to_contain_text(f"Entry {number} was accepted")
    assert state(proposals, number) == ("accepted", "Lan")
    page.keyboard.press("Space")
    expect(page.locator(".second-review")).to_contain_text("not yet reviewed")
    expect(button(page, "Accept")).to_be_focused()
    assert state(proposals, number)[0] == "proposed"


def test_a_proposal_is_rejected_and_gone_when_the_register_is_opened_again(
    open_page: OpenPage, proposals: Api, number: int
) -> None:
    page = open_page("/registers/duties?origin=all", at=proposals.address)
    expect(page.locator(".register tbody tr")).to_have_count(2)
    expect(page.locator(".second-review")).to_have_count(1)  # the rules' own entry cannot be decided on
    button(page, "Reject").click()
    expect(page.locator(".second-review")).to_contain_text("rejected by ?")
    expect(button(page, "Take the decision back")).to_be_visible()
    assert state(proposals, number)[0] == "rejected"
    page.get_by_role("button", name="Tiếng Việt").click()
    page.reload()
    expect(page.locator(".register tbody tr")).to_have_count(1)
    expect(page.locator(".second-review")).to_have_count(0)


def test_it_speaks_vietnamese_and_has_no_barriers(open_page: OpenPage, proposals: Api, number: int) -> None:
    page = open_page("/registers/duties?origin=second", at=proposals.address, locale="vi-VN")
    expect(page.locator(".second-review")).to_contain_text("chưa duyệt")
    assert barriers(page) == []
    button(page, "Nhận").click()
    expect(page.locator(".second-review")).to_contain_text("đã nhận")
    expect(page.locator(".unseen[role=status]")).to_contain_text(f"Đã nhận mục {number} vào sổ.")
    assert barriers(page) == []
    page.get_by_role("button", name="English").click()
    expect(page.locator(".second-review")).to_contain_text("accepted by")


def test_what_the_server_refuses_is_said_and_nothing_changes(open_page: OpenPage, proposals: Api, number: int) -> None:
    page = open_page("/registers/duties?origin=second", at=proposals.address, width=360)
    expect(button(page, "Accept")).to_be_visible()
    problem = {"detail": "The second reader has proposed nothing under 9.", "code": "second-unknown"}
    page.route(re.compile("/api/registers/second/"), lambda route: route.fulfill(status=404, json=problem))
    button(page, "Accept").click()
    expect(page.locator(".second-review .notice")).to_contain_text("has proposed nothing under 9")
    expect(page.locator(".second-review")).to_contain_text("not yet reviewed")
    page.unroute_all()
    button(page, "Accept").click()
    expect(page.locator(".second-review")).to_contain_text("accepted by")
    expect(page.locator(".second-review .notice")).to_have_count(0)
    assert state(proposals, number)[0] == "accepted"
