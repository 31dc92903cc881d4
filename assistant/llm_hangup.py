"""Breaking off a request from another thread, so that a server does not go on working for nobody."""

import contextlib
import socket
import threading
from collections.abc import Mapping
from typing import Any


class HangUp:
    """Set once; from then on nobody listens, and the connection that it watches is down."""

    def __init__(self) -> None:
        self._over = threading.Event()
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None

    def is_set(self) -> bool:
        """Whether nobody listens any more."""
        return self._over.is_set()

    def set(self) -> None:
        """Hangs up."""
        with self._lock:
            self._over.set()
            self._shut()

    def trace(self, event: str, facts: Mapping[str, Any]) -> None:
        """What httpx calls while it works: takes note of the connection's socket, before and after TLS."""
        if event not in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            return
        with self._lock:
            self._socket = facts["return_value"].get_extra_info("socket")
            if self._over.is_set():
                self._shut()

    def _shut(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):  # it is down already
                self._socket.shutdown(socket.SHUT_RDWR)
