"""Which set-aside files may be read now, because what they lacked is there: a tool, a password, a setting."""

from collections.abc import Sequence

from corpus.rows import SetAside


def may_be_read_now(aside: SetAside, passwords: Sequence[str], ocr: bool) -> bool:
    """Whether trying again makes sense although the file has not changed."""
    if aside.code == "file-needs-password":
        return bool(passwords)
    if aside.code == "file-ocr-off":
        return ocr
    if aside.code == "file-needs-ocr":
        from ingest.scans import tesseract

        return tesseract.missing() is None
    if aside.code == "file-needs-antiword":
        from ingest.word import antiword

        return antiword.missing() is None
    return False
