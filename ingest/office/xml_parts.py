"""Parts of a ZIP package as XML: no entities, no network, no parts of absurd depth. Knows nothing of formats."""

import io
import zipfile
from collections.abc import Iterator

from lxml import etree


def parse_part(content: bytes, part: str) -> etree._Element | None:
    """The root of a part, None if the package has no such part or it is no XML; RuntimeError if it is locked."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return parse(archive.read(part))
    except (KeyError, etree.XMLSyntaxError):
        return None


def parse(xml: bytes) -> etree._Element:
    """The root of an XML text; raises SyntaxError (lxml's) for what is none."""
    return etree.fromstring(xml, _parser())


def stream_elements(content: bytes, part: str, tag: str) -> Iterator[etree._Element]:
    """The elements of one name in a part, which is never in memory as a whole."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive, archive.open(part) as stream:
            for _, element in etree.iterparse(stream, events=("end",), resolve_entities=False, no_network=True):
                if element.tag == tag:
                    yield element
                element.clear(keep_tail=False)
                parent = element.getparent()
                if parent is not None:
                    while element.getprevious() is not None:
                        del parent[0]
    except KeyError:
        return


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
