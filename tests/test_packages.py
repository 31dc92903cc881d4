"""Office files that are locked, of odd kinds, or traps: opened, brought into form, or refused before a library unpacks them."""

import io
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import msoffcrypto.format.ooxml
import pytest

from corpus.errors import FileError
from ingest.lines import Allowed
from ingest.office import packages
from ingest.read import read

DOCX = (Path(__file__).parent.parent / "corpus" / "samples" / "dossier" / "02-ctr-tu-2026.docx").read_bytes()


def refused(content: bytes, allowed: Allowed | None = None) -> str:
    with pytest.raises(FileError) as caught:
        read("van-ban.docx", content, allowed)
    assert "van-ban.docx" in caught.value.text("vi")
    return caught.value.code


def rewritten(change: Callable[[str, bytes], bytes], extra: dict[str, bytes] | None = None) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(DOCX)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, content in (extra or {}).items():
            new.writestr(name, content)
    return out.getvalue()


def locked(password: str) -> bytes:
    out = io.BytesIO()
    msoffcrypto.format.ooxml.OOXMLFile(io.BytesIO(DOCX)).encrypt(password, out)
    return out.getvalue()


def test_a_locked_file_is_opened_with_one_of_the_passwords() -> None:
    content = locked("Lam-Giang-2026")
    assert refused(content) == "file-needs-password"
    assert refused(content, Allowed(passwords=("sai",))) == "file-needs-password"
    assert read("a.docx", content, Allowed(passwords=("sai", "Lam-Giang-2026"))).lines == read("b.docx", DOCX).lines


def test_a_lock_that_would_take_for_ever_to_try_is_broken() -> None:
    content = locked("x")
    assert b'spinCount="100000"' in content
    assert refused(content.replace(b'spinCount="100000"', b'spinCount="99999999"')) == "file-broken"


@pytest.mark.parametrize(
    "kind",
    [
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
        b"application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
    ],
)
def test_macro_files_and_templates_are_read_as_documents(kind: bytes) -> None:
    plain = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    content = rewritten(lambda name, part: part.replace(plain, kind) if name == "[Content_Types].xml" else part)
    assert content != DOCX and read("a.docm", content).lines == read("b.docx", DOCX).lines


def strict(name: str, part: bytes) -> bytes:
    for family in (b"wordprocessingml", b"officeDocument", b"drawingml"):
        part = part.replace(
            b"http://schemas.openxmlformats.org/" + family + b"/2006/", b"http://purl.oclc.org/ooxml/" + family + b"/"
        )
    return part


def test_the_strict_variant_is_read_as_the_other() -> None:
    assert read("a.docx", rewritten(strict)).lines == read("b.docx", DOCX).lines


def test_a_part_that_defines_entities_is_refused() -> None:
    bomb = b'<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'

    def change(name: str, part: bytes) -> bytes:
        head, mark, rest = part.partition(b"?>")
        return head + mark + bomb + rest if name == "word/document.xml" else part

    assert refused(rewritten(change)) == "file-broken"
    assert (
        refused(
            rewritten(
                lambda n, p: (
                    change(n, p).replace(b'encoding="UTF-8"', b"").decode().encode("utf-16")
                    if n == "word/document.xml"
                    else p
                )
            )
        )
        == "file-broken"
    )


def test_a_part_that_unpacks_to_too_much_is_refused() -> None:
    assert refused(rewritten(lambda _, part: part, {"word/media/image1.emf": bytes(60_000_000)})) == "archive-too-large"
    assert (
        refused(rewritten(lambda _, part: part, {"a.bin": b"ab" * 1_000_000}), Allowed(unpacked_mb=1))
        == "archive-too-large"
    )
    assert refused(DOCX, Allowed(members=3)) == "archive-too-many"


def test_a_part_larger_than_its_header_says_is_refused() -> None:
    content = bytearray(rewritten(lambda _, part: part, {"word/x.bin": bytes(range(256)) * 9000}))
    at = content.rfind(b"PK\x01\x02")
    content[at + 24 : at + 28] = struct.pack("<I", 10)
    assert refused(bytes(content)) == "file-broken"


def test_a_damaged_picture_does_not_keep_a_document_from_being_checked() -> None:
    content = bytearray(rewritten(lambda _, part: part, {"word/media/image1.png": bytes(range(256)) * 40}))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        info = archive.getinfo("word/media/image1.png")
    content[info.header_offset + 30 + len(info.filename) + 20] ^= 0xFF
    packages.check("a.docx", bytes(content), Allowed(), "DOCX")
