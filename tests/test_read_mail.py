"""Messages: the head as printed, the text in any charset, HTML only where there is no plain text, odd headers."""

from email.message import EmailMessage
from unicodedata import normalize

import pytest

from corpus.errors import FileError
from ingest.lines import Reading
from ingest.read import read


def mail(body: str = "Kính gửi: Sở Nội vụ\n\nĐề nghị báo cáo trước ngày 31/3/2026.", **head: str) -> EmailMessage:
    message = EmailMessage()
    fields = {"From": "Văn thư <van.thu@lamgiang.example>", "To": "snv@lamgiang.example", "Subject": "Đề nghị báo cáo"}
    for field, value in {**fields, **head}.items():
        message[field] = value
    message["Message-ID"] = "<1@lamgiang.example>"
    message.set_content(body)
    return message


def texts(reading: Reading) -> list[str]:
    return [line.text for line in reading.lines if line.text]


def test_head_and_text() -> None:
    reading = read("thu.txt", mail(Date="Mon, 02 Mar 2026 08:00:00 +0700").as_bytes())
    assert reading.media_type == "message/rfc822" and reading.title == "Đề nghị báo cáo"
    assert reading.lines[0].kind == "heading"
    assert texts(reading) == [
        "Đề nghị báo cáo",
        "From: Văn thư <van.thu@lamgiang.example>",
        "To: snv@lamgiang.example",
        "Date: Mon, 02 Mar 2026 08:00:00 +0700",
        "Kính gửi: Sở Nội vụ",
        "Đề nghị báo cáo trước ngày 31/3/2026.",
    ]


def test_html_is_read_where_there_is_no_plain_text_to_speak_of() -> None:
    message = mail("xem bản HTML")
    table = "<table><tr><th>TT<th>Đơn vị<th>Hạn</tr><tr><td>1<td>Sở Y tế<td>31/3</tr><tr><td>2<td>Sở Nội vụ<td>30/6</tr></table>"
    message.add_alternative(f"<html><body><p>Danh sách đơn vị phải báo cáo:</p>{table}</body></html>", subtype="html")
    assert texts(read("a.eml", message.as_bytes()))[-3:] == [
        "TT | Đơn vị | Hạn",
        "1 | Sở Y tế | 31/3",
        "2 | Sở Nội vụ | 30/6",
    ]
    both = mail("The plan is due on March 31, 2026. Please send it to the Department of Home Affairs.")
    both.add_alternative("<p>The <b>plan</b> is due on March 31, 2026.</p>", subtype="html")
    assert texts(read("b.eml", both.as_bytes()))[-1].startswith("The plan is due on March 31, 2026. Please")


@pytest.mark.parametrize(
    ("charset", "raw"),
    [
        ("utf-8", "Đề án vị trí việc làm".encode()),
        ("windows-1258", "Ðê\u0300 án vi\u0323 trí viê\u0323c làm".replace("Ð", "Đ").encode("cp1258")),
        ("no-such-charset", "Đề án vị trí việc làm".encode()),
        ("us-ascii", "Đề án vị trí việc làm".encode()),
    ],
)
def test_any_charset_even_one_that_is_not_what_it_says(charset: str, raw: bytes) -> None:
    head = f"From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset={charset}\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
    assert "Đề án vị trí việc làm" in normalize("NFC", " ".join(texts(read("a.eml", head.encode() + raw))))


def test_encoded_words_and_raw_bytes_in_a_head() -> None:
    head = "From: =?utf-8?B?VsSDbiB0aMawIHThu4luaA==?= <vt@lamgiang.example>\r\nTo: x@y.example\r\nMessage-ID: <2@y>\r\nSubject: Kế hoạch đào tạo\r\n\r\nx"
    reading = read("a.eml", head.encode())
    assert "From: Văn thư tỉnh <vt@lamgiang.example>" in texts(reading)
    assert reading.title == "Kế hoạch đào tạo"


def test_a_reply_keeps_its_words_without_the_marks() -> None:
    reading = read("a.eml", mail("Đồng ý.\n> Đề nghị cho ý kiến\n>> về kế hoạch.").as_bytes())
    assert texts(reading)[-3:] == ["Đồng ý.", "Đề nghị cho ý kiến", "về kế hoạch."]


def test_a_text_that_begins_with_to_and_from_is_no_message() -> None:
    assert read("a.txt", b"To: all departments\nFrom: the office\nSubject: plan\n\nText.").media_type == "text/plain"


def test_a_saved_web_page_is_read_as_the_page() -> None:
    content = (
        b"From: <Saved by a browser>\r\nSubject: Trang\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; type="text/html"; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
        b"<html><head><title>Th=C3=B4ng b=C3=A1o</title></head><body><h1>Th=C3=B4ng b=C3=A1o</h1><p>N=E1=BB=99i dung</p></body></html>\r\n"
        b"--b\r\nContent-Type: image/png\r\nContent-Location: x.png\r\n\r\nPNG\r\n--b--\r\n"
    )
    reading = read("trang.mht", content)
    assert (reading.media_type, reading.title) == ("text/html", "Thông báo")
    assert texts(reading) == ["Thông báo", "Nội dung"]


def test_winmail_is_said_and_an_encrypted_message_refused() -> None:
    message = mail()
    message.add_attachment(b"\x78\x9f\x3e\x22", maintype="application", subtype="ms-tnef", filename="winmail.dat")
    assert read("a.eml", message.as_bytes()).warnings == ("mail-winmail",)
    locked = (
        b"From: a@b.example\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: application/pkcs7-mime; smime-type=enveloped-data; name="smime.p7m"\r\n\r\nMIIB'
    )
    with pytest.raises(FileError) as caught:
        read("mat.eml", locked)
    assert caught.value.code == "mail-encrypted"


@pytest.mark.parametrize(
    "tail",
    [
        b"Content-Type: multipart/mixed\r\n\r\nno boundary",
        b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\n--x\r\n--x--',
        b"Content-Type: text/plain; charset*=utf-8''%ff; charset=\r\n\r\nText",
        b"Content-Transfer-Encoding: base64\r\n\r\n====@@@@",
        b"Content-Disposition: attachment; filename*0*=utf-8''%C3; filename*2=\"x\"\r\n\r\nText",
        b"Date: not a date at all\r\nCc: <<<>>>,,;\r\n\r\nText",
    ],
)
def test_broken_messages_are_read_or_refused_and_nothing_else(tail: bytes) -> None:
    content = b"From: a@b.example\r\nTo: c@d.example\r\nMIME-Version: 1.0\r\nSubject: odd\r\n" + tail
    reading = read("a.eml", content)
    assert texts(reading)[:2] == ["odd", "From: a@b.example"]
