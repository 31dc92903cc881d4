"""A `vanban serve` of our own, started, asked and stopped. Knows the HTTP API from outside only; never imports it."""

import http.client
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
_HOST = "127.0.0.1"
_PATIENCE = 60.0  # seconds until a server that does not answer counts as failed


class ServerFailed(Exception):
    """The server did not start or did not answer; the message says what it said last."""


class Served:
    """A running server, over one connection that stays open, as a page's would."""

    def __init__(self, pid: int, port: int) -> None:
        self.pid = pid
        self.address = f"http://{_HOST}:{port}"
        self._connection = http.client.HTTPConnection(_HOST, port, timeout=_PATIENCE)

    def healthy(self) -> bool:
        """Whether /healthz answers."""
        return self._request("GET", "/healthz", None)[0] == 200

    def ask(self, question: str) -> dict[str, object]:
        """The body of an answer; raises ServerFailed for anything but one."""
        status, body = self._request("POST", "/api/ask", json.dumps({"question": question}).encode())
        if status != 200:
            raise ServerFailed(f"/api/ask answered {status}: {body[:200].decode(errors='replace')}")
        answer: dict[str, object] = json.loads(body)
        return answer

    def send(self, method: str, path: str, body: object = None) -> Any:  # noqa: ANN401 - JSON, whatever it holds
        """Any call of the API; raises ServerFailed for anything but a success."""
        sent = None if body is None else json.dumps(body).encode()
        status, got = self._request(method, path, sent)
        if not 200 <= status < 300:
            raise ServerFailed(f"{path} answered {status}: {got[:200].decode(errors='replace')}")
        return json.loads(got) if got else None

    def close(self) -> None:
        """Closes the connection."""
        self._connection.close()

    def _request(self, method: str, path: str, body: bytes | None) -> tuple[int, bytes]:
        try:
            try:
                return self._exchange(method, path, body)
            except ConnectionError:
                # a server closes a connection that was idle for some seconds; a new one, once
                self._connection.close()
                return self._exchange(method, path, body)
        except (OSError, http.client.HTTPException) as error:
            self._connection.close()
            raise ServerFailed(f"{path}: {error}") from error

    def _exchange(self, method: str, path: str, body: bytes | None) -> tuple[int, bytes]:
        self._connection.request(method, path, body, {"Content-Type": "application/json"})
        response = self._connection.getresponse()
        return response.status, response.read()


@contextmanager
def serving(data: Path, log: Path) -> Iterator[Served]:
    """Starts the product's own command on a free port, waits until it is healthy, stops it; raises ServerFailed."""
    port = _free_port()
    command = [sys.executable, "-m", "api.cli", "serve", "--port", str(port)]
    environment = {**our_environment(), "VANBAN_DATA": str(data)}
    with log.open("wb") as output:
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.DEVNULL, stdout=output, stderr=output
        )
        server = Served(process.pid, port)
        try:
            _await(server, process, log)
            yield server
        finally:
            server.close()
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


def our_environment() -> dict[str, str]:
    """The environment for a child that runs our modules, wherever it is started from."""
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH", ""))))
    return {**os.environ, "PYTHONPATH": path}


def _await(server: Served, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + _PATIENCE
    while time.monotonic() < until:
        if process.poll() is not None:
            raise ServerFailed(f"vanban serve ended with {process.returncode}: {_last_line(log)}")
        try:
            if server.healthy():
                return
        except ServerFailed:
            pass  # not listening yet
        time.sleep(0.02)
    raise ServerFailed(f"vanban serve did not answer within {_PATIENCE:.0f} s: {_last_line(log)}")


def _last_line(log: Path) -> str:
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    return lines[-1] if lines else "it said nothing"


def _free_port() -> int:
    with socket.socket() as s:
        s.bind((_HOST, 0))
        return int(s.getsockname()[1])
