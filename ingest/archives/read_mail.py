"""Messages (EML) and web pages saved as one (MHTML): the subject as heading, the head as printed, then the text.

Attachments are files of their own, and left to `ingest.archives.unpack`.
"""

import re
from email.message import EmailMessage, Message

from corpus.errors import FileError
from ingest.archives.mail_parts import DAMAGE, carries_tnef, header, is_attachment, own_parts, parsed, text_of
from ingest.lines import Allowed, Line, Reading

_HEAD = ("From", "To", "Cc", "Date")
_QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)


def read_mail(name: str, content: bytes, allowed: Allowed) -> Reading:
    """A message; one that is a saved web page is read as that page."""
    message = parsed(name, content)
    try:
        return _page(name, message, allowed) or _message(name, message, allowed)
    except DAMAGE as error:
        raise FileError("file-broken", name=name, format="EML") from error


def _page(name: str, message: EmailMessage, allowed: Allowed) -> Reading | None:
    """The page of a file in which a browser saved one with its pictures."""
    if message.get_content_type() not in ("multipart/related", "text/html") or header(message, "To"):
        return None
    pages = [part for part in own_parts(message) if part.get_content_type() == "text/html"]
    return _read_html(name, pages[0], allowed) if pages else None


def _message(name: str, message: EmailMessage, allowed: Allowed) -> Reading:
    if message.get_content_type() == "multipart/encrypted" or "enveloped-data" in str(message.get("Content-Type", "")):
        raise FileError("mail-encrypted", name=name)
    body = _body(name, message, allowed)
    subject = header(message, "Subject")
    lines = [Line(subject, "heading", level=1)] if subject else []
    for field in _HEAD:
        value = header(message, field)
        lines.extend(
            [Line(f"{field}: {value}"), Line("")] if value else []
        )  # the blank keeps the lines of a head apart
    return Reading(
        (*lines, *(body.lines if body else ())),
        "message/rfc822",
        wrapped=body is not None and body.wrapped,
        title=subject or None,
        warnings=("mail-winmail",) if carries_tnef(message) else (),
    )


def _body(name: str, message: EmailMessage, allowed: Allowed) -> Reading | None:
    """The plain text; the HTML where there is no plain text, or hardly any beside it."""
    texts = [p for p in own_parts(message) if p.get_content_maintype() == "text" and not is_attachment(p)]
    plain = [p for p in texts if p.get_content_type() == "text/plain"]
    html = next((p for p in texts if p.get_content_type() == "text/html"), None)
    written = "\n".join(_plain(p) for p in plain).strip()
    page = _read_html(name, html, allowed) if html is not None else None
    if page is not None and sum(len(line.text) for line in page.lines) > 3 * len(written):
        return page
    if not written:
        return page
    from ingest.read_text import read_text

    return read_text("message.txt", written.encode(), allowed)


def _plain(part: Message) -> str:
    text = text_of(part).replace("\r\n", "\n")
    if str(part.get_param("format", "")).lower() == "flowed":
        text = re.sub(r" \n(?!-- )", " ", text)  # a space at the end says that the line goes on
    return _QUOTED.sub("", text)


def _read_html(name: str, part: Message, allowed: Allowed) -> Reading:
    from ingest.web.read_html import read_html

    return read_html(name, text_of(part).encode("utf-8", errors="replace"), allowed)
