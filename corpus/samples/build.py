"""Renders the sample sources into office files: `python -m corpus.samples.build [--only ID]`."""

from __future__ import annotations

import argparse
import io
import os
import shutil
import subprocess
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from pypdf import PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject

from corpus.samples.markup import MarkupError, Source, read
from corpus.samples.render_docx import render_docx
from corpus.samples.render_web import render_html, render_text

if TYPE_CHECKING:
    from collections.abc import Sequence

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "sources"
DOSSIER = HERE / "dossier"
PDF_FONT = "Liberation Serif"
RENDERERS = {".docx": render_docx, ".html": render_html, ".txt": render_text}


class OfficeError(RuntimeError):
    """The office program is missing or made no file."""


def load(only: str | None, folder: Path) -> tuple[dict[str, Source], list[str]]:
    """The sources by id, and the faults of those that break the markup."""
    sources: dict[str, Source] = {}
    faults = []
    for path in sorted(folder.glob("*.txt")):
        if only and path.stem not in (only, f"{only}.en"):
            continue
        try:
            source = read(path)
        except MarkupError as error:
            faults.append(f"{path.name}: {error}")
            continue
        if Path(source.file).stem != path.stem:
            faults.append(f"{path.name}: the output {source.file} has another name")
        sources[path.stem] = source
    return sources, faults


def make_pdfs(sources: Sequence[Source], target: Path) -> None:
    """Lets the office program print Word files as PDF, as an office would, and evens out their metadata."""
    program = shutil.which("soffice")
    if program is None:
        raise OfficeError("LibreOffice Writer (soffice) is needed to make the PDF files")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        papers = []
        for source in sources:
            paper = folder / Path(source.file).with_suffix(".docx").name
            paper.write_bytes(render_docx(source, PDF_FONT))
            papers.append(str(paper))
        profile = (folder / "profile").as_uri()
        command = [program, "--headless", f"-env:UserInstallation={profile}", "--convert-to", "pdf", "--outdir", name]
        subprocess.run([*command, *papers], check=False, capture_output=True, env=dict(os.environ, LC_ALL="C.UTF-8"))
        for source in sources:
            made = folder / source.file
            if not made.exists():
                raise OfficeError(f"no PDF was made of {source.file}")
            (target / source.file).write_bytes(settle_pdf(made, source))


def settle_pdf(path: Path, source: Source) -> bytes:
    """The PDF with the date of the document in place of the time of printing and without a random identifier."""
    writer = PdfWriter(clone_from=path)
    stamp = f"D:{source.date:%Y%m%d%H%M%S}+07'00'"
    writer.add_metadata({"/CreationDate": stamp, "/ModDate": stamp, "/Title": source.name, "/Author": source.issuer})
    writer.pdf_header = "%PDF-1.6"
    mark = ByteStringObject(sha256(source.file.encode("utf-8")).digest()[:16])
    writer._ID = ArrayObject([mark, mark])
    buffer = io.BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def build(sources: Sequence[Source], target: Path) -> None:
    """Writes every source into the target folder."""
    target.mkdir(parents=True, exist_ok=True)
    printed = [source for source in sources if source.file.endswith(".pdf")]
    for source in sources:
        renderer = RENDERERS.get(Path(source.file).suffix)
        if renderer:
            (target / source.file).write_bytes(renderer(source))
    if printed:
        make_pdfs(printed, target)


def main(arguments: Sequence[str] | None = None) -> int:
    """Renders all sources or one with its translation; faulty sources are named and left out."""
    parser = argparse.ArgumentParser(description="Render the sample dossier.")
    parser.add_argument("--only", metavar="ID", help="render one document and its translation")
    parser.add_argument("--sources", type=Path, default=SOURCES, help="folder of the sources")
    parser.add_argument("--target", type=Path, default=DOSSIER, help="folder for the files")
    parser.add_argument("--check", action="store_true", help="check the sources and write nothing")
    options = parser.parse_args(arguments)
    sources, faults = load(options.only, options.sources)
    if not options.check:
        try:
            build(list(sources.values()), options.target)
        except OfficeError as error:
            faults.append(str(error))
    for fault in faults:
        print(fault, file=sys.stderr)
    print(f"{len(sources)} sources good, {len(faults)} with faults")
    return 1 if faults or not sources else 0


if __name__ == "__main__":
    sys.exit(main())
