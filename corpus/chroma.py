"""Chroma, in the data folder or on a server, opened without any telemetry. Its errors become ours here."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote, urlsplit

import chromadb
import httpx
from chromadb.api import ClientAPI
from chromadb.api.client import Client
from chromadb.config import Settings as ChromaSettings
from chromadb.errors import ChromaError

from corpus.errors import UnavailableError
from corpus.settings import Settings

_PORT = 8000  # Chroma's own


def open_client(settings: Settings) -> ClientAPI:
    """The Chroma that the settings name: a server by address, else the data folder's own."""
    if settings.chroma is not None:
        return _server(settings, settings.chroma)
    folder = settings.data / "vectors"
    with mapped(None):
        _check_file(folder / "chroma.sqlite3")
        return chromadb.PersistentClient(str(folder), _quiet())


def close_client(client: ClientAPI) -> None:
    """Lets go of files or connections; those of a folder are shared until its last client is closed."""
    for one in (client, getattr(client, "_admin_client", None)):
        session = getattr(getattr(one, "_server", None), "_session", None)
        if isinstance(session, httpx.Client):
            session.close()  # a server's client leaves its connections open otherwise
    if isinstance(client, Client):
        client.close()


@contextmanager
def mapped(address: str | None) -> Iterator[None]:
    """Chroma's errors as ours; `address` is the server's, None for the data folder's own store."""
    try:
        yield
    except httpx.TransportError as error:
        raise UnavailableError("chroma-unreachable", address=address, reason=str(error)) from error
    except (ChromaError, ValueError, OSError, AttributeError, sqlite3.DatabaseError, httpx.HTTPError) as error:
        # ValueError: how its client says that no server answers, or what it refuses to take;
        # AttributeError: Chroma stumbles over its own half-made client after a start that failed
        raise _failed(address, error) from error


def _failed(address: str | None, error: Exception) -> UnavailableError:
    if address is not None and "connect" in str(error).lower():
        return UnavailableError("chroma-unreachable", address=address, reason=str(error))
    return UnavailableError("store-failed", store="vectors", reason=str(error))


def _server(settings: Settings, address: str) -> ClientAPI:
    url = urlsplit(address if "://" in address else f"http://{address}")
    secure = url.scheme == "https"
    token = settings.chroma_token.get_secret_value() if settings.chroma_token else None
    headers = {"Authorization": f"Bearer {token}", "X-Chroma-Token": token} if token else {}
    with mapped(address):
        return chromadb.HttpClient(
            host=url.hostname or "localhost",
            port=url.port or (443 if secure else _PORT),
            ssl=secure,
            headers=headers,
            settings=_quiet(),
            tenant=settings.chroma_tenant,
            database=settings.chroma_database,
        )


def _quiet() -> ChromaSettings:
    return ChromaSettings(anonymized_telemetry=False)


def _check_file(file: Path) -> None:
    """Refuses a damaged file before Chroma opens it, whose client, once failed, would fail for good in this process."""
    if not file.is_file():
        return
    # not read-only: a run that was killed may have left a journal that has to be rolled back first
    connection = sqlite3.connect(f"file:{quote(str(file))}?mode=rw", uri=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    finally:
        connection.close()
