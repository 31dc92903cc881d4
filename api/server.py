"""Runs the application on a port: binds first, so that a port in use is known before anything heavy is opened."""

import errno
import os
import socket
import sys
from collections.abc import Callable

from corpus.errors import ConflictError, RequestError
from corpus.messages import message
from corpus.settings import Settings

_FAREWELL = 5  # seconds: for answers on their way when the server stops


def serve_at(settings: Settings, host: str, port: int, tell: Callable[[str], None]) -> None:
    """Serves until Ctrl+C; raises ConflictError for a port in use, RequestError for an address not to be had."""
    listening = _bind(host, port)
    with listening:
        import uvicorn

        from api.app import make_app

        class Server(uvicorn.Server):
            async def startup(self, sockets: list[socket.socket] | None = None) -> None:
                await super().startup(sockets)
                tell(message("serving", settings.speaks, address=_address(listening)))

        app = make_app(settings)
        config = uvicorn.Config(
            app, log_level="warning", access_log=False, timeout_graceful_shutdown=_FAREWELL, server_header=False
        )
        try:
            Server(config).run(sockets=[listening])
        except KeyboardInterrupt:
            tell("")  # the terminal has printed ^C
        if app.state.serving.jobs.busy:
            # an indexing job is left where it is: what is half-written is seen by nobody and swept by the next run
            sys.stdout.flush()
            os._exit(0)


def _bind(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listening = socket.socket(family, kind, protocol)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listening.bind(address)
        # claims the port at once: of two that bind with SO_REUSEADDR only one may listen
        listening.listen()
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise ConflictError("port-in-use", host=host, port=port, other=_next(port)) from error
        raise RequestError(
            "address-unusable", host=host, port=port, reason=error.strerror or str(error)
        ) from error  # fmt: skip
    return listening


def _next(port: int) -> int:
    return port + 1 if port < 65535 else 8000


def _address(listening: socket.socket) -> str:
    host, port = listening.getsockname()[:2]
    if host in ("0.0.0.0", "::"):  # noqa: S104 - not bound here, only told: every address includes this one
        host = "127.0.0.1"
    return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"
