"""Archives: every member by itself, harmless names, passwords, and bombs that are stopped before they unpack."""

import base64
import gzip
import io
import struct
import tarfile
import zipfile
import zlib
from email.message import EmailMessage

import pytest

from corpus.errors import FileError
from ingest.archives.member_names import is_noise, legacy_name, safe_path
from ingest.archives.unpack import Budget, has_attachments, is_archive, members
from ingest.lines import Allowed, Member


def zipped(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return out.getvalue()


def found(content: bytes, allowed: Allowed | None = None, name: str = "ho-so.zip") -> dict[str, bytes | str]:
    return {
        (m.path if isinstance(m, Member) else str(m.facts["name"])): (m.content if isinstance(m, Member) else m.code)
        for m in members(name, content, allowed or Allowed())
    }


def refused(content: bytes, allowed: Allowed | None = None) -> str:
    with pytest.raises(FileError) as caught:
        list(members("ho-so.zip", content, allowed or Allowed()))
    assert "ho-so.zip" in caught.value.text("vi") and "ho-so.zip" in caught.value.text("en")
    return caught.value.code


def test_members_come_in_order_with_their_folders() -> None:
    files = {"Công văn/12 SNV.txt": "một".encode(), "b.txt": b"two", "văn bản/số 3.txt": b""}
    content = zipped(files)
    assert is_archive(content) and not has_attachments(content)
    assert list(found(content).items()) == list(files.items())


def test_an_office_file_is_no_archive() -> None:
    assert not is_archive(zipped({"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"}))
    assert not is_archive(zipped({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"}))
    assert not is_archive(b"PK\x03\x04 and no more") and not is_archive(b"Plain text") and not is_archive(b"")


@pytest.mark.parametrize(
    ("written", "safe"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/abs/olute.txt", "abs/olute.txt"),
        ("C:\\Users\\a\\b.txt", "Users/a/b.txt"),
        ("a/./b//../c.txt", "a/b/c.txt"),
        ("tab\there\x00.txt", "tabhere.txt"),
        ("\u202efdp.exe", "fdp.exe"),
        ("Quyết định số 5.docx".replace("ế", "e\u0302\u0301"), "Quyết định số 5.docx"),
        ("文件/ファイル.txt", "文件/ファイル.txt"),
        ("..", "unnamed"),
        ("", "unnamed"),
    ],
)
def test_a_path_leads_nowhere_but_into_the_archive(written: str, safe: str) -> None:
    assert safe_path(written) == safe
    assert safe_path(safe) == safe


def test_a_very_long_name_keeps_its_suffix() -> None:
    short = safe_path("dài " * 500 + ".pdf")
    assert len(short) < 250 and short.endswith(".pdf")


@pytest.mark.parametrize(
    "path",
    ["__MACOSX/._a.txt", "a/.DS_Store", "Thumbs.db", "x/~$don.docx", ".git/config", "folder/", ".an.txt"],
)
def test_what_a_system_leaves_behind_is_passed_over(path: str) -> None:
    assert is_noise(path)
    assert not is_noise("a/" + path.strip("/").split("/")[-1].lstrip(".~$_") + "x.txt")


@pytest.mark.parametrize(
    ("raw", "name"),
    [
        ("Kế hoạch.docx".encode(), "Kế hoạch.docx"),
        (
            "Ke\u0301 hoa\u0323ch Ðô thị.docx".replace("Ð", "Đ").replace("ị", "i\u0323").encode("cp1258"),
            "Ké hoạch Đô thị.docx",
        ),
        ("Müller é.txt".encode("cp437"), "Müller é.txt"),
    ],
)
def test_names_without_a_named_encoding(raw: bytes, name: str) -> None:
    assert legacy_name(raw) == name


def test_a_utf_8_name_without_its_flag_is_read() -> None:
    name = "Tờ trình số 9.txt".encode()
    content = zipped({"X" * len(name): b"a"}).replace(b"X" * len(name), name)
    assert list(found(content)) == ["Tờ trình số 9.txt"]


def test_two_members_of_one_name_are_both_kept() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive, pytest.warns(UserWarning):
        archive.writestr("a.txt", b"1")
        archive.writestr("a.txt", b"2")
    assert found(out.getvalue()) == {"a.txt": b"1", "a (2).txt": b"2"}


def test_a_damaged_member_is_named_and_the_others_are_read() -> None:
    content = bytearray(zipped({"tốt.txt": b"good" * 50, "hỏng.txt": b"bad" * 500, "sau.txt": b"after"}))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        info = archive.getinfo("hỏng.txt")
    content[info.header_offset + 30 + len("hỏng.txt".encode()) + 4] ^= 0xFF
    assert found(bytes(content)) == {"tốt.txt": b"good" * 50, "hỏng.txt": "file-broken", "sau.txt": b"after"}


def test_a_zip_that_was_cut_off_is_broken() -> None:
    content = zipped({"a.txt": bytes(range(256)) * 40})
    assert not is_archive(content[: len(content) // 2])


# a ZIP with the member "mat.txt" ("nội dung mật"), locked with the password "lam-giang" in the old way of ZIP
def locked_zip(password: bytes) -> bytes:
    text = "nội dung mật\n".encode()
    crc = zlib.crc32(text)
    keys = [0x12345678, 0x23456789, 0x34567890]

    def update(byte: int) -> None:
        keys[0] = zlib.crc32(bytes((byte,)), keys[0] ^ 0xFFFFFFFF) ^ 0xFFFFFFFF
        keys[1] = ((keys[1] + (keys[0] & 0xFF)) * 134775813 + 1) & 0xFFFFFFFF
        keys[2] = zlib.crc32(bytes((keys[1] >> 24,)), keys[2] ^ 0xFFFFFFFF) ^ 0xFFFFFFFF

    def encrypt(data: bytes) -> bytes:
        out = bytearray()
        for byte in data:
            temp = (keys[2] | 2) & 0xFFFF
            out.append(byte ^ (((temp * (temp ^ 1)) >> 8) & 0xFF))
            update(byte)
        return bytes(out)

    for byte in password:
        update(byte)
    packed = encrypt(bytes(11) + bytes((crc >> 24,)) + text)
    name = b"mat.txt"
    common = struct.pack("<HHHHHIIIHH", 20, 1, 0, 0, 0x21, crc, len(packed), len(text), len(name), 0)
    local = b"PK\x03\x04" + common + name + packed
    central = b"PK\x01\x02" + struct.pack("<H", 20) + common + struct.pack("<HHHII", 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def test_a_locked_member_is_opened_with_the_right_password_or_named() -> None:
    content = locked_zip(b"lam-giang")
    assert found(content) == {"mat.txt": "file-needs-password"}
    assert found(content, Allowed(passwords=("sai", "cũng sai"))) == {"mat.txt": "file-needs-password"}
    assert found(content, Allowed(passwords=("sai", "lam-giang"))) == {"mat.txt": "nội dung mật\n".encode()}


# the same two words packed and locked by another program (AES-256), with the password "lam-giang"
LOCKED_AES = base64.b64decode(
    "UEsDBBQAAQhjAGm/dV0AAAAAMwAAADMAAAAJAAsAbeG6rXQudHh0AZkHAAIAQUUDCAD3kUOou1Dq80q7uvPUPCXqh3IivndIAhFrU4UiVXiKSAopifhC1DuHKKuFJD4hipwVBjVQSwECFAMUAAEIYwBpv3VdAAAAADMAAAAzAAAACQALAAAAAAAAAAAAgAEAAAAAbeG6rXQudHh0AZkHAAIAQUUDCABQSwUGAAAAAAEAAQBCAAAAZQAAAAAA"
)


def test_a_member_locked_with_aes_is_opened_too() -> None:
    assert found(LOCKED_AES) == {"mật.txt": "file-needs-password"}
    assert found(LOCKED_AES, Allowed(passwords=("sai", "lam-giang"))) == {"mật.txt": "nội dung mật\n".encode() * 3}
    damaged = bytearray(LOCKED_AES)
    damaged[70] ^= 1
    assert found(bytes(damaged), Allowed(passwords=("lam-giang",))) == {"mật.txt": "file-needs-password"}


def test_more_than_allowed_is_not_unpacked() -> None:
    content = zipped({f"{i}.txt": (b"%d" % i) * 400_000 for i in range(4)})
    assert refused(content, Allowed(unpacked_mb=1)) == "archive-too-large"
    assert len(found(content, Allowed(unpacked_mb=4))) == 4


def test_a_member_that_swells_beyond_all_measure_is_a_bomb() -> None:
    assert refused(zipped({"bom.txt": bytes(60_000_000)})) == "archive-too-large"


def test_a_header_that_lies_about_the_size_changes_nothing() -> None:
    content = bytearray(zipped({"bom.txt": bytes(30_000_000)}))
    for at in (22, content.rfind(b"PK\x01\x02") + 24):
        content[at : at + 4] = struct.pack("<I", 10)
    assert refused(bytes(content)) == "archive-too-large"


def test_members_that_share_their_bytes_are_a_bomb() -> None:
    content = bytearray(zipped({"a.txt": b"x" * 100, "b.txt": b"y" * 100}, zipfile.ZIP_STORED))
    for mark in (b"PK\x01\x02",):
        at = content.find(mark)
        while at >= 0:
            content[at + 20 : at + 28] = struct.pack("<II", 400, 400)
            at = content.find(mark, at + 1)
    assert refused(bytes(content)) == "archive-too-large"


def test_too_many_members_are_refused() -> None:
    content = zipped({f"{i}.txt": b"a" for i in range(30)})
    assert refused(content, Allowed(members=20)) == "archive-too-many"
    assert len(found(content, Allowed(members=30))) == 30


def test_one_budget_bounds_archives_inside_archives_together() -> None:
    inner = zipped({f"{i}.txt": bytes((65 + i,)) * 300_000 for i in range(2)})
    allowed = Allowed(unpacked_mb=1)
    budget = Budget.of(allowed)
    assert len(list(members("a.zip", inner, allowed, budget))) == 2
    with pytest.raises(FileError) as caught:
        list(members("b.zip", inner, allowed, budget))
    assert caught.value.code == "archive-too-large"


def tarred(files: dict[str, bytes], mode: str) -> bytes:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode=mode) as archive:  # type: ignore[call-overload]  # the mode is a parameter here
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            archive.addfile(info, io.BytesIO(content))
    return out.getvalue()


@pytest.mark.parametrize("mode", ["w", "w:gz", "w:bz2", "w:xz"])
def test_tar_packed_or_not(mode: str) -> None:
    files = {"thư mục/một.txt": "nội dung".encode() * 300, "../hai.txt": b"two", "ba.txt": b""}
    content = tarred(files, mode)
    assert is_archive(content)
    assert found(content, name="ho-so.tar") == {
        "thư mục/một.txt": "nội dung".encode() * 300,
        "hai.txt": b"two",
        "ba.txt": b"",
    }


def test_a_single_packed_file_has_the_name_without_its_suffix() -> None:
    assert found(gzip.compress(b"text of a file" * 100), name="báo cáo.txt.gz") == {
        "báo cáo.txt": b"text of a file" * 100
    }


def test_a_packed_bomb_is_stopped_and_a_cut_one_is_broken() -> None:
    assert refused(gzip.compress(bytes(100_000_000))) == "archive-too-large"
    assert refused(gzip.compress(bytes(range(256)) * 100)[:200]) == "file-broken"


def mail_with(*files: tuple[str, str, bytes]) -> EmailMessage:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "van.thu@lamgiang.example", "snv@lamgiang.example", "Gửi kèm kế hoạch"
    mail["Message-ID"] = "<1@lamgiang.example>"
    mail.set_content("Kính gửi quý cơ quan.")
    for name, kind, content in files:
        mail.add_attachment(content, maintype=kind.split("/")[0], subtype=kind.split("/")[1], filename=name)
    return mail


def test_the_attachments_of_a_message() -> None:
    inner = mail_with(("trong.txt", "application/octet-stream", b"inside"))
    mail = mail_with(
        ("Kế hoạch 96.pdf", "application/pdf", b"%PDF-1.4"), ("../x.txt", "application/octet-stream", b"x")
    )
    mail.add_attachment(inner)
    content = mail.as_bytes()
    assert has_attachments(content) and not is_archive(content)
    attached = found(content, name="thu.eml")
    assert {k: v for k, v in attached.items() if not k.endswith(".eml")} == {
        "Kế hoạch 96.pdf": b"%PDF-1.4",
        "x.txt": b"x",
    }
    nested = next(v for k, v in attached.items() if k == "Gửi kèm kế hoạch.eml")
    assert isinstance(nested, bytes) and found(nested, name="trong.eml") == {"trong.txt": b"inside"}


def test_pictures_of_a_signature_are_no_attachments() -> None:
    mail = mail_with()
    mail.add_alternative("<p>x</p><img src='cid:logo'>", subtype="html")
    part = mail.get_payload(1)
    assert isinstance(part, EmailMessage)
    part.add_related(b"\x89PNG", maintype="image", subtype="png", cid="<logo>")
    assert found(mail.as_bytes(), name="thu.eml") == {}
