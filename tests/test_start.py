"""`./start` as a new user runs it: the sample dossier is there, options pass through, and a second start does not read it again."""

import os
import signal
import socket
import subprocess
import time
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parent.parent


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _started(data: Path, port: int) -> "subprocess.Popen[str]":
    environment = {k: v for k, v in os.environ.items() if not k.startswith("VANBAN_")} | {"LC_ALL": "C.UTF-8"}
    return subprocess.Popen(
        [str(ROOT / "start"), "--port", str(port), "--data", str(data)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env=environment,
        start_new_session=True,
    )


def _address_line(process: "subprocess.Popen[str]", port: int) -> list[str]:
    assert process.stdout is not None
    lines: list[str] = []
    for line in process.stdout:
        lines.append(line)
        if f"http://127.0.0.1:{port}" in line:
            return lines
    pytest.fail("no address was printed:\n" + "".join(lines))


def _stop(process: "subprocess.Popen[str]") -> int:
    os.killpg(process.pid, signal.SIGINT)
    with process:
        return process.wait(timeout=30)


def test_start_serves_the_sample_dossier_and_starts_again(tmp_path: Path) -> None:
    data, port = tmp_path / "data", _free_port()
    first = _started(data, port)
    try:
        _address_line(first, port)
        health = httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=30).json()
        assert health["documents"] == len(list((ROOT / "corpus" / "samples" / "dossier").iterdir()))
        assert "<html" in httpx.get(f"http://127.0.0.1:{port}/", timeout=30).text
    finally:
        assert _stop(first) == 0
    written = (data / "catalogue.db").stat().st_mtime_ns
    time.sleep(0.01)
    second = _started(data, port)
    try:
        lines = _address_line(second, port)
        assert len(lines) <= 2, f"a second start says only where it is: {lines}"
        assert httpx.get(f"http://127.0.0.1:{port}/healthz", timeout=30).json() == health
        assert (data / "catalogue.db").stat().st_mtime_ns == written
    finally:
        assert _stop(second) == 0
