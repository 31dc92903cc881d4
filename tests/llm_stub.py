"""A server that speaks like a language model's, or fails in one of the ways in which they fail."""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Behaviour = Callable[["Handler"], None]


@dataclass
class Stub:
    """What it was asked, and where it answers."""

    address: str = ""
    asked: list[dict[str, object]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    hung_up: bool = False
    over: threading.Event = field(default_factory=threading.Event)


class Handler(BaseHTTPRequestHandler):
    stub: Stub
    behave: Behaviour

    def do_POST(self) -> None:
        self.stub.headers.append({k.lower(): v for k, v in self.headers.items()})
        self.stub.asked.append(json.loads(self.rfile.read(int(self.headers["content-length"]))))
        type(self).behave(self)

    def log_message(self, format: str, *args: object) -> None:
        pass

    def begin(self, kind: str = "text/event-stream", status: int = 200) -> None:
        self.send_response(status)
        self.send_header("content-type", kind)
        self.end_headers()

    def say(self, text: str) -> None:
        event = json.dumps({"choices": [{"delta": {"content": text}}]})
        self.raw(f"data: {event}\n\n".encode())

    def end(self, reason: str = "stop") -> None:
        self.raw(f"data: {json.dumps({'choices': [{'delta': {}, 'finish_reason': reason}]})}\n\n".encode())
        self.raw(b"data: [DONE]\n\n")

    def raw(self, content: bytes) -> None:
        self.wfile.write(content)
        self.wfile.flush()


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        pass  # a client that no longer listens is what some tests are about


@contextmanager
def stub_model(behave: Behaviour) -> Iterator[Stub]:
    """Serves on a free port of this machine until the test is over."""
    stub = Stub()
    handler = type("StubHandler", (Handler,), {"stub": stub, "behave": staticmethod(behave)})
    server = _Server(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    stub.address = f"http://127.0.0.1:{server.server_port}/v1"
    try:
        yield stub
    finally:
        stub.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


def saying(*texts: str, reason: str = "stop") -> Behaviour:
    """A model that says these pieces."""

    def behave(handler: Handler) -> None:
        handler.begin()
        for text in texts:
            handler.say(text)
        handler.end(reason)

    return behave


def hangs(handler: Handler) -> None:
    """Until the other side hangs up, which it notes."""
    handler.connection.settimeout(30)
    try:
        handler.stub.hung_up = handler.connection.recv(1) == b""
    except OSError:
        handler.stub.hung_up = True


def drops(handler: Handler) -> None:
    handler.begin()
    handler.say("The head of")
    handler.connection.close()


def drops_at_once(handler: Handler) -> None:
    handler.connection.close()


def errs(handler: Handler) -> None:
    handler.begin("application/json", 500)
    handler.raw(b'{"error": {"message": "out of memory; key sk-secret"}}')


def redirects(handler: Handler) -> None:
    handler.send_response(307)
    handler.send_header("location", "/elsewhere")
    handler.end_headers()


def talks_html(handler: Handler) -> None:
    handler.begin("text/html")
    handler.raw(b"<html><body>Welcome to nginx!</body></html>")


def talks_bytes(handler: Handler) -> None:
    handler.begin()
    handler.raw(bytes(range(256)) * 40 + b"\n")


def says_broken_json(handler: Handler) -> None:
    handler.begin()
    handler.raw(b'data: {"choices": [{"delta"\n\n')


def says_nothing(handler: Handler) -> None:
    handler.begin()
    handler.raw(b"data: [DONE]\n\n")


def drips(handler: Handler) -> None:
    """A byte now and then and never a line: no single read takes long."""
    handler.begin()
    while not handler.stub.over.wait(0.05):
        handler.raw(b":")


def never_ends(handler: Handler) -> None:
    handler.begin()
    n = 0
    while not handler.stub.over.is_set():
        n += 1
        handler.say(f"Sentence number {n} of many is written without any end. ")


def goes_in_circles(handler: Handler) -> None:
    handler.begin()
    while not handler.stub.over.is_set():
        handler.say("and so on and on ")


def drips_headers(handler: Handler) -> None:
    """Not even the head of an answer comes to an end."""
    handler.raw(b"HTTP/1.1 200 OK\r\nx-slow: ")
    while not handler.stub.over.wait(0.05):
        handler.raw(b"a")


def never_ends_a_line(handler: Handler) -> None:
    """Megabytes of one event."""
    handler.begin()
    handler.raw(b'data: {"choices": [{"delta": {"content": "')
    while not handler.stub.over.is_set():
        handler.raw(b"The head of an agency decides. " * 2000)
