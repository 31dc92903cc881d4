"""Made families for the tests of relations and validity: texts of an invented ministry, and a catalogue without a model."""

from collections.abc import Sequence
from pathlib import Path

from corpus.corpus import free_id
from corpus.document import Document
from corpus.library import Library
from ingest.files import IncomingFile
from ingest.reading import document_of


def text_of(number: str, day: str, kind: str, title: str, body: str, issuer: str = "CHÍNH PHỦ") -> str:
    """A Vietnamese text with its head."""
    return (
        f"{issuer}\nSố: {number}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
        f"Hà Nội, {day}\n\n{kind}\n{title}\n\n{body}"
    )


BASE = text_of(
    "701/2015/NĐ-CP", "ngày 10 tháng 02 năm 2015", "NGHỊ ĐỊNH", "Về hồ sơ lưu trữ điện tử",
    "Căn cứ Luật Lưu trữ ngày 11 tháng 11 năm 2011;\n\nĐiều 1. Phạm vi\nNghị định này quy định về hồ sơ lưu trữ điện tử.\n"
    "Điều 2. Thời hạn\n1. Thời hạn thẩm định là 30 ngày.\n2. Thời hạn trả lời là 10 ngày.\n"
    "Điều 3. Thành phần\nHồ sơ gồm tờ trình và danh mục.\nĐiều 4. Lệ phí\nKhông thu lệ phí.\n"
    "Điều 5. Hiệu lực thi hành\nNghị định này có hiệu lực thi hành kể từ ngày 01 tháng 4 năm 2015.\n",
)  # fmt: skip
AMENDING = text_of(
    "745/2018/NĐ-CP", "ngày 05 tháng 5 năm 2018", "NGHỊ ĐỊNH",
    "Sửa đổi, bổ sung một số điều của Nghị định số 701/2015/NĐ-CP ngày 10 tháng 02 năm 2015 của Chính phủ về hồ sơ lưu "
    "trữ điện tử",
    "Điều 1. Sửa đổi, bổ sung một số điều của Nghị định số 701/2015/NĐ-CP\n1. Khoản 1 Điều 2 được sửa đổi như sau:\n"
    "“1. Thời hạn thẩm định là 20 ngày.”\n2. Bãi bỏ khoản 2 Điều 2.\n3. Bổ sung Điều 3a vào sau Điều 3 như sau:\n"
    "“Điều 3a. Sao lưu\nHồ sơ được sao lưu hằng tháng.”\n"
    "4. Thay thế cụm từ “tờ trình” bằng cụm từ “văn bản đề nghị” tại Điều 3.\n5. Bãi bỏ khoản 9 Điều 2.\n"
    "Điều 2. Hiệu lực thi hành\nNghị định này có hiệu lực thi hành kể từ ngày 01 tháng 7 năm 2018.\n",
)  # fmt: skip
REPLACING = text_of(
    "777/2023/NĐ-CP", "ngày 12 tháng 9 năm 2023", "NGHỊ ĐỊNH", "Về tài liệu số",
    "Điều 1. Phạm vi\nNghị định này quy định về tài liệu số.\nĐiều 2. Hiệu lực thi hành\n"
    "1. Nghị định này có hiệu lực thi hành kể từ ngày 01 tháng 11 năm 2023.\n"
    "2. Các văn bản sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành:\n"
    "a) Nghị định số 701/2015/NĐ-CP ngày 10 tháng 02 năm 2015 của Chính phủ về hồ sơ lưu trữ điện tử;\n"
    "b) Nghị định số 745/2018/NĐ-CP ngày 05 tháng 5 năm 2018 của Chính phủ.\n",
)  # fmt: skip
GUIDING = text_of(
    "712/2016/TT-BNV", "ngày 20 tháng 3 năm 2016", "THÔNG TƯ",
    "Hướng dẫn thực hiện Nghị định số 701/2015/NĐ-CP ngày 10 tháng 02 năm 2015 của Chính phủ",
    "Căn cứ Nghị định số 701/2015/NĐ-CP ngày 10 tháng 02 năm 2015 của Chính phủ;\n\nĐiều 1. Phạm vi\n"
    "Thông tư này hướng dẫn thực hiện Nghị định số 701/2015/NĐ-CP.\nĐiều 2. Hiệu lực\n"
    "Thông tư này có hiệu lực sau 45 ngày kể từ ngày ký.\n", "BỘ NỘI VỤ",
)  # fmt: skip
FAMILY = {"base.txt": BASE, "amending.txt": AMENDING, "replacing.txt": REPLACING, "guiding.txt": GUIDING}


def document(text: str, name: str = "made.txt") -> Document:
    """A text as the product reads it."""
    path = Path("/made") / name
    return document_of(IncomingFile(path, str(path), name), text.encode(), name).document


def catalogue(folder: Path, texts: dict[str, str], order: Sequence[str] | None = None) -> Library:
    """A catalogue with these texts, each shown in a commit of its own, in an order."""
    library = Library(folder)
    for name in order or list(texts):
        add(library, name, texts[name])
    return library


def add(library: Library, name: str, text: str) -> str:
    """One more text; gives its id."""
    path = Path("/made") / name
    new = document_of(IncomingFile(path, str(path), name), text.encode(), name)
    id = free_id(new.document, library.ids())
    library.publish([library.write_pending(id, new, [], model="none", collection="default")])
    return id
