"""A message taken apart: its header, its own text, and the files that it carries. Knows nothing of lines."""

import email
import email.errors
import email.policy
import mimetypes
import re
from collections.abc import Iterator
from email.header import decode_header
from email.message import EmailMessage, Message

from corpus.errors import FileError
from ingest.archives.unpack import Budget
from ingest.read_text import decode

# what odd messages make the parser raise while their parts are looked at
DAMAGE = (email.errors.MessageError, ValueError, LookupError, TypeError, AttributeError, IndexError, RecursionError)
_TNEF = ("application/ms-tnef", "application/vnd.ms-tnef")
_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")


def parsed(name: str, content: bytes) -> EmailMessage:
    """The message; raises FileError if these bytes cannot be taken apart."""
    if content.startswith(b"From "):
        content = content.split(b"\n", 1)[-1]
    try:
        found = email.message_from_bytes(content, policy=email.policy.default)
    except DAMAGE as error:
        raise FileError("file-broken", name=name, format="EML") from error
    if not isinstance(found, EmailMessage):
        raise FileError("file-broken", name=name, format="EML")
    return found


def header(message: Message, field: str) -> str:
    """A field of the header as text, "" if it is not there; a broken one as far as it can be read."""
    try:
        value = str(message[field] or "")
    except DAMAGE:
        value = next((str(v) for k, v in message.raw_items() if k.lower() == field.lower()), "")
    return " ".join(_readable(value).split())


def own_parts(message: Message) -> Iterator[Message]:
    """The parts of this message in order, those of messages inside it left to them."""
    if message.is_multipart() and message.get_content_maintype() != "message":
        for part in message.get_payload():
            if isinstance(part, Message):
                yield from own_parts(part)
    else:
        yield message


def text_of(part: Message) -> str:
    """A text part in whichever charset it says, or is."""
    raw = part.get_payload(decode=True)
    content = raw if isinstance(raw, bytes) else b""
    charset = part.get_content_charset()
    if charset:
        try:
            return content.decode(charset)
        except (LookupError, UnicodeDecodeError):
            pass  # it says a charset that does not exist, or that it is not in
    return decode(content) or content.decode("latin-1")


def is_attachment(part: Message) -> bool:
    """Whether a part is a file that somebody attached, and no picture of a signature."""
    kind = part.get_content_type()
    if kind == "message/rfc822":
        return True
    if part.is_multipart() or kind in _TNEF or kind in _SIGNATURES:
        return False
    if part.get_content_disposition() == "attachment":
        return True
    if part.get_content_maintype() == "image" and (part["Content-ID"] or part.get_content_disposition() == "inline"):
        return False
    return part.get_content_maintype() not in ("text", "multipart") or bool(filename(part))


def carries_tnef(message: Message) -> bool:
    """Whether what was attached is in Outlook's own packing, which nobody else opens."""
    return any(p.get_content_type() in _TNEF or filename(p).lower() == "winmail.dat" for p in own_parts(message))


def filename(part: Message) -> str:
    """The name of an attached file, "" if it has none."""
    try:
        return _readable(part.get_filename() or "")
    except DAMAGE:
        return ""


def attachments(name: str, content: bytes, budget: Budget) -> Iterator[tuple[str, bytes | FileError]]:
    """(name, content) of the files that a message carries, and of the messages inside it."""
    message = parsed(name, content)
    if message.get_content_type() == "multipart/related":
        return  # a web page saved with its pictures
    for number, part in enumerate(own_parts(message), 1):
        if not is_attachment(part) or filename(part).lower() == "winmail.dat":
            continue
        found = _bytes_of(part)
        budget.spend(name, len(found) if isinstance(found, bytes) else 0)
        yield _name_of(part, number), found


def _bytes_of(part: Message) -> bytes | FileError:
    try:
        if part.get_content_type() == "message/rfc822":
            inner = part.get_payload(0)
            return inner.as_bytes() if isinstance(inner, Message) else b""
        raw = part.get_payload(decode=True)
    except (*DAMAGE, OSError) as error:
        return FileError("file-broken", name=filename(part), format=f"EML: {type(error).__name__}")
    return raw if isinstance(raw, bytes) else b""


def _name_of(part: Message, number: int) -> str:
    found = filename(part)
    if found:
        return found
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload(0)
        subject = header(inner, "Subject") if isinstance(inner, Message) else ""
        return (re.sub(r"[/\\]", "-", subject) or f"message-{number}") + ".eml"
    return f"attachment-{number}{mimetypes.guess_extension(part.get_content_type()) or ''}"


def _readable(value: str) -> str:
    """Encoded words that the parser left, and raw bytes that somebody sent without saying in which charset."""
    if "=?" in value:
        try:
            value = "".join(
                piece.decode(charset or "ascii", errors="replace") if isinstance(piece, bytes) else piece
                for piece, charset in decode_header(value)
            )
        except DAMAGE:
            return value
    raw = value.encode("ascii", errors="surrogateescape") if _has_raw_bytes(value) else None
    return value if raw is None else decode(raw) or raw.decode("latin-1")


def _has_raw_bytes(value: str) -> bool:
    return any("\udc80" <= c <= "\udcff" for c in value) and all(c < "\x80" or "\udc80" <= c <= "\udcff" for c in value)
