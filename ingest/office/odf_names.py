"""The names of OpenDocument's XML, and a package's parts by them. Knows nothing of what they mean."""

from lxml import etree

from corpus.errors import FileError
from ingest.archives.unpack_zip import DAMAGE
from ingest.office.xml_parts import parse, parse_part

_BASE = "urn:oasis:names:tc:opendocument:xmlns:"
OFFICE = f"{{{_BASE}office:1.0}}"
TEXT = f"{{{_BASE}text:1.0}}"
TABLE = f"{{{_BASE}table:1.0}}"
STYLE = f"{{{_BASE}style:1.0}}"
DRAW = f"{{{_BASE}drawing:1.0}}"
SVG = f"{{{_BASE}svg-compatible:1.0}}"
PRESENTATION = f"{{{_BASE}presentation:1.0}}"
XML = "{http://www.w3.org/XML/1998/namespace}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MANIFEST = "{urn:oasis:names:tc:opendocument:xmlns:manifest:1.0}encryption-data"


def named(element: etree._Element, space: str, name: str) -> str:
    """An attribute, "" if it is not there."""
    return str(element.get(f"{space}{name}") or "")


def counted(element: etree._Element, space: str, name: str, most: int) -> int:
    """An attribute that says how many: at least 1, at most `most`."""
    value = named(element, space, name)
    return min(int(value), most) if value.isdigit() and 0 < len(value) < 10 and int(value) > 0 else 1


class OpenDocument:
    """The parts of an OpenDocument file, packed or flat; raises FileError if it is locked or damaged."""

    def __init__(self, name: str, content: bytes, format: str) -> None:
        try:
            if content.startswith(b"PK"):
                manifest = parse_part(content, "META-INF/manifest.xml")
                if manifest is not None and next(manifest.iter(_MANIFEST), None) is not None:
                    raise FileError("file-needs-password", name=name)
                root, self.styles = parse_part(content, "content.xml"), parse_part(content, "styles.xml")
                meta = parse_part(content, "meta.xml")
            else:
                root = self.styles = meta = parse(content)
        except RuntimeError as error:  # zipfile's word for a locked part
            raise FileError("file-needs-password", name=name) from error
        except (SyntaxError, *DAMAGE) as error:
            raise FileError("file-broken", name=name, format=format) from error
        if root is None:
            raise FileError("file-broken", name=name, format=format)
        self.root = root
        found = next(meta.iter(_TITLE), None) if meta is not None else None
        self.title = ((found.text or "").strip() if found is not None else "") or None

    def body(self, kind: str) -> etree._Element | None:
        """The <office:text>, <office:spreadsheet> or <office:presentation>."""
        return self.root.find(f"{OFFICE}body/{OFFICE}{kind}")
