"""When things go wrong: the server killed in mid-stream, gone for good, a conversation forgotten, markup in documents."""

import re
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from tests.window import Api, OpenPage, ask, serving

QUESTION = "Điều 4 của Quyết định 18/2024/QĐ-UBND quy định gì?"
EVENT = b"event: citation"


class Line:
    """The line between the browser and a server: it can stop in the middle of a stream, and be cut."""

    def __init__(self, port: int) -> None:
        self.to = port
        self.stops = False
        self.stopped = threading.Event()
        self._open: list[socket.socket] = []
        self._ended: list[socket.socket] = []
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._listening.getsockname()[1])
        self._threads: list[threading.Thread] = []
        self._begin(self._serve)

    def cut(self) -> None:
        for end in self._open:
            with suppress(OSError):  # one side has gone before
                end.shutdown(socket.SHUT_RDWR)
        self._ended += self._open
        self._open = []

    def close(self) -> None:
        with suppress(OSError):  # not every system wakes it so
            self._listening.shutdown(socket.SHUT_RDWR)  # wakes who waits in it
        self._listening.close()
        self.cut()
        for thread in self._threads:
            thread.join(5)
        for end in self._ended:
            end.close()

    def _serve(self) -> None:
        with suppress(OSError):  # closed: that is how it ends
            while True:
                browser, _ = self._listening.accept()
                try:
                    server = socket.create_connection(("127.0.0.1", self.to))
                except OSError:
                    browser.close()
                    continue
                self._open += [browser, server]
                self._begin(self._pass, browser, server, False)
                self._begin(self._pass, server, browser, True)

    def _begin(self, work: Callable[..., None], *given: object) -> None:
        thread = threading.Thread(target=work, args=given, daemon=True)
        self._threads.append(thread)
        thread.start()

    def _pass(self, source: socket.socket, to: socket.socket, answers: bool) -> None:
        with suppress(OSError):  # cut: that is what is tested
            while data := source.recv(65536):
                if answers and self.stops and EVENT in data:
                    # the first statement goes through, then nothing more
                    to.sendall(data[: data.index(EVENT)])
                    self.stopped.set()
                    return
                to.sendall(data)
        with suppress(OSError):  # cut already
            to.shutdown(socket.SHUT_WR)


@pytest.fixture
def line(address: str) -> Iterator[Line]:
    between = Line(int(address.rsplit(":", 1)[1]))
    yield between
    between.close()


def test_a_server_killed_in_mid_stream_is_told_and_the_question_is_asked_again(
    open_page: OpenPage, few_copy: Path
) -> None:
    with ExitStack() as stack:
        address, server = stack.enter_context(serving(few_copy.parent))
        port = int(address.rsplit(":", 1)[1])
        between = Line(port)
        stack.callback(between.close)
        between.stops = True
        page = open_page(at=f"http://127.0.0.1:{between.port}")
        page.locator("#question").fill(QUESTION)
        page.keyboard.press("Enter")
        expect(page.locator(".turn")).to_contain_text("Tổ chức thực hiện")  # the first statement
        assert between.stopped.wait(10)
        server.kill()
        server.wait()
        between.cut()
        between.stops = False
        expect(page.locator(".turn-notice")).to_contain_text("The connection to the server broke. The question is safe")
        expect(page.locator(".turn")).to_contain_text("Tổ chức thực hiện")  # and what had come still stands
        stack.enter_context(serving(few_copy.parent, port))
        expect(page.locator(".honest")).to_contain_text("citations verified", timeout=60_000)
        expect(page.locator(".turn")).to_have_count(1)
        id = page.url.rsplit("/", 1)[1]
        assert len(Api(address)(f"/api/conversations/{id}")["turns"]) == 1


def test_a_connection_that_breaks_off_makes_no_second_turn(open_page: OpenPage, line: Line, api: Api) -> None:
    page = open_page(at=f"http://127.0.0.1:{line.port}")
    line.stops = True
    page.locator("#question").fill(QUESTION)
    page.keyboard.press("Enter")
    assert line.stopped.wait(20)
    line.stops = False
    line.cut()  # the server has long kept the turn
    expect(page.locator(".honest")).to_be_visible(timeout=30_000)
    id = page.url.rsplit("/", 1)[1]
    assert len(api(f"/api/conversations/{id}")["turns"]) == 1
    expect(page.locator(".turn")).to_have_count(1)


def test_an_answer_is_stopped_and_the_question_stays(open_page: OpenPage, line: Line) -> None:
    page = open_page(at=f"http://127.0.0.1:{line.port}")
    line.stops = True
    page.locator("#question").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".turn")).to_contain_text("Tổ chức thực hiện")
    page.get_by_role("button", name="Stop").click()
    expect(page.locator(".turn-notice")).to_contain_text("Stopped. What stands above is not the whole answer")
    line.stops = False
    page.locator(".turn-notice").get_by_role("button", name="Ask again").click()
    expect(page.locator(".honest")).to_be_visible()


def test_a_question_on_its_way_survives_a_reload(open_page: OpenPage, line: Line) -> None:
    page = open_page(at=f"http://127.0.0.1:{line.port}")
    line.stops = True
    page.locator("#question").fill(QUESTION)
    page.keyboard.press("Enter")
    assert line.stopped.wait(20)
    line.stops = False
    page.reload()
    expect(page.locator(".turn h2")).to_have_text(QUESTION)
    expect(page.locator(".honest")).to_be_visible()
    page.locator("#question").fill("đang gõ dở")
    page.reload()
    expect(page.locator("#question")).to_have_value("đang gõ dở")


def test_a_server_that_stays_away_leaves_the_question_and_a_button(open_page: OpenPage) -> None:
    page = open_page()
    page.clock.install()
    page.route("**/api/ask", lambda route: route.abort())
    page.route("**/healthz", lambda route: route.abort())
    page.locator("#question").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".turn-notice")).to_contain_text("is asked again as soon as the server is back")
    for _ in range(200):  # of the page's own clock; what it asks meanwhile takes its own time
        if "has not come back" in (page.locator(".turn-notice").text_content() or ""):
            break
        page.clock.run_for(10_500)
    expect(page.locator(".turn-notice")).to_contain_text("The server has not come back. The question is kept here.")
    expect(page.locator("#question")).to_have_value(QUESTION)
    page.unroute("**/api/ask")
    page.get_by_role("button", name="Try again").click()
    expect(page.locator(".honest")).to_be_visible()
    expect(page.locator(".turn")).to_have_count(1)


def test_a_conversation_that_is_forgotten_says_so_and_is_begun_anew(open_page: OpenPage, api: Api) -> None:
    page = open_page()
    ask(page, QUESTION)
    api(f"/api/conversations/{page.url.rsplit('/', 1)[1]}", method="DELETE")
    page.locator("#question").fill("Còn Điều 3?")
    page.keyboard.press("Enter")
    expect(page.locator(".turn-notice").last).to_contain_text("This conversation is no longer kept.")
    page.get_by_role("button", name="Ask as a new question").click()
    expect(page.locator(".turn").nth(1).locator(".honest, .missing, .choices").first).to_be_visible()
    gone = open_page("/c/" + "A" * 22)
    expect(gone.locator(".turns")).to_contain_text("This conversation is no longer kept.")


def test_an_error_in_the_stream_is_told_in_its_own_words(open_page: OpenPage) -> None:
    page = open_page()
    body = 'event: error\ndata: {"detail": "The model <i>fell over</i>.", "code": "model-failed", "status": 503}\n\n'
    page.route("**/api/ask", lambda r: r.fulfill(status=200, content_type="text/event-stream", body=body))
    page.locator("#question").fill(QUESTION)
    page.keyboard.press("Enter")
    expect(page.locator(".turn-notice")).to_contain_text("The model <i>fell over</i>.")
    assert page.locator(".turn-notice i").count() == 0


def test_markup_in_a_document_stays_text_everywhere(open_page: OpenPage, api: Api) -> None:
    page = open_page()
    ask(page, "Điều 1 của Quyết định 7/2026/QĐ-UBND")
    expect(page.locator(".answer")).to_contain_text("<b>tròn</b>")
    chip = page.locator(".turn a.chip").last
    chip.hover()
    expect(page.get_by_role("tooltip")).to_contain_text("<img src=x onerror=alert(1)>")
    chip.click()
    quote = api.ask("Điều 1 của Quyết định 7/2026/QĐ-UBND")["citations"][-1]["quote"]
    expect(page.locator(".sheet mark")).to_have_text(quote)
    page.get_by_role("link", name="Open the whole document").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("<img src=x onerror=alert(1)>")
    expect(page.locator(".sheet mark")).to_have_text(quote)
    assert page.locator("main img[src=x], main b:text('tròn')").count() == 0


@pytest.mark.parametrize(
    ("locale", "question", "says", "name"),
    [
        ("vi-VN", "Tính đến ngày 31/02/2023, ai bổ nhiệm trưởng phòng?", "Không có ngày 31/02/2023", "Sửa câu hỏi"),
        ("en-GB", "As of 31 February 2023, who appoints?", "no such day as 31 February 2023", "Edit the question"),
    ],
)
def test_what_has_to_change_is_not_tried_again(
    open_page: OpenPage, locale: str, question: str, says: str, name: str
) -> None:
    page = open_page(locale=locale)
    page.locator("#question").fill(question)
    page.keyboard.press("Enter")
    expect(page.locator(".turn-notice")).to_contain_text(says)
    expect(page.locator(".turn-notice button")).to_have_text([name])
    page.locator(".turn-notice button").click()
    expect(page.locator(".turn")).to_have_count(0)
    expect(page.locator("#question")).to_have_value(question)
    expect(page.locator("#question")).to_be_focused()


def test_a_view_whose_file_cannot_be_loaded_offers_to_try_again(open_page: OpenPage) -> None:
    page = open_page()

    def gone(route: Route) -> None:
        route.abort()

    page.route("**/web/views/documents.js", gone)
    page.get_by_role("link", name="Documents", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text("This page could not be opened")
    page.unroute("**/web/views/documents.js")
    page.get_by_role("button", name="Try again").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("documents", re.IGNORECASE))


def test_an_address_that_is_none_says_so(open_page: OpenPage) -> None:
    page = open_page("/docs")
    page.evaluate("history.pushState({}, '', '/nowhere'); dispatchEvent(new PopStateEvent('popstate'))")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is no such page")
