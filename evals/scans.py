"""Scans against known texts: how many letters come out right, by resolution and language, how fast, with what memory.

The sample dossier's PDF pages are printed, put on a scanner's glass askew, stamped (evals.scanned) and recognised;
their own text layer is the truth. Or pictures of others with a text beside each.
"""

import time
from collections import defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from statistics import mean

import pypdfium2 as pdfium
from PIL import Image

from corpus.errors import NotFoundError
from corpus.folding import language_of
from evals.edits import edits_by_line, even
from evals.memory import peak_mb
from evals.scanned import faults_of, scanned
from evals.show import Table, along
from ingest.lines import Allowed, Line
from ingest.pdf.read_pdf import read_pdf
from ingest.scans import ocr
from ingest.scans.read_image import frame

DPI = (150, 200, 300)
ASKED = {"vi": 0.98, "en": 0.99}  # at 300 dpi
_PICTURES = {".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".webp"}
_WORST = 10
_TRUTH = ("_gt.txt", ".txt", ".gt.txt")
_Job = tuple[str, int, int, Image.Image, list[Line]]


@dataclass(frozen=True, slots=True)
class PageResult:
    """One page recognised: `letters` of the known text, `wrong` of them (inserted, deleted, replaced)."""

    name: str
    page: int
    dpi: int | None
    language: str
    letters: int
    wrong: int
    confidence: float
    seconds: float

    @property
    def accuracy(self) -> float:
        """1 - wrong / letters, at least 0."""
        return max(0.0, 1 - self.wrong / self.letters) if self.letters else 0.0


@dataclass(frozen=True, slots=True)
class ScansResult:
    """Every page, and the memory of this process: before the first page, and at its peak with so many threads."""

    pages: tuple[PageResult, ...]
    threads: int
    seconds: float
    before_mb: float | None
    peak_mb: float | None


def evaluate(documents: Path, resolutions: Sequence[int] = DPI, threads: int = 1, every: int = 1) -> ScansResult:
    """Pages of the PDFs in a folder (every n-th) at each resolution, or the pictures in it that have a text beside."""
    pictures = list(_pictures(documents))
    pdfs = sorted(documents.glob("*.pdf")) if not pictures else []
    if not pictures and not pdfs:
        raise NotFoundError("path-missing", path=documents / "*.pdf")
    before = peak_mb("self")
    began = time.monotonic()
    with ThreadPoolExecutor(threads) as pool:
        done: list[PageResult] = []
        for path in along(pdfs, "Scanning"):
            for batch in _batches(_jobs(path, resolutions, every), threads):  # few pictures in memory at a time
                done.extend(pool.map(lambda job: _page(*job), batch))
        done.extend(pool.map(lambda pair: _picture(*pair), pictures))
        seconds = time.monotonic() - began
    return ScansResult(tuple(done), threads, seconds, before, peak_mb("self"))


def _jobs(path: Path, resolutions: Sequence[int], every: int) -> Iterator[_Job]:
    content = path.read_bytes()
    lines = read_pdf(path.name, content, Allowed(ocr=False)).lines
    with pdfium.PdfDocument(content) as pdf:
        for number in range(1, len(pdf) + 1, every):
            for dpi in resolutions:
                image = pdf[number - 1].render(scale=dpi / 72).to_pil()
                yield path.name, number, dpi, image, [line for line in lines if line.page == number]


def _batches(jobs: Iterator[_Job], size: int) -> Iterator[list[_Job]]:
    while batch := list(islice(jobs, size)):
        yield batch


def _page(name: str, number: int, dpi: int, image: Image.Image, lines: list[Line]) -> PageResult:
    seed = f"{name}/{number}/{dpi}"
    return _result(name, number, dpi, scanned(image, dpi, faults_of(seed), seed), [line.text for line in lines])


def _picture(path: Path, truth: Path) -> PageResult:
    image = frame(path.name, path.read_bytes(), 1)
    return _result(path.name, 1, None, image, truth.read_text(encoding="utf-8").splitlines())


def _pictures(folder: Path) -> Iterator[tuple[Path, Path]]:
    """Each picture with the text whose name its own begins with ("a_gt.txt" is that of "a.jpg" and "a_rotated.jpg")."""
    texts = [(t.name.removesuffix(ending), t) for ending in _TRUTH for t in sorted(folder.glob(f"*{ending}"))]
    for path in sorted(p for p in folder.glob("*") if p.suffix.lower() in _PICTURES):
        found = next((text for name, text in texts if path.stem.startswith(name)), None)
        if found is not None:
            yield path, found


def _result(name: str, number: int, dpi: int | None, image: Image.Image, truth: list[str]) -> PageResult:
    began = time.thread_time()
    lines, confidence = ocr.recognise(image, number, Allowed())
    seconds = time.thread_time() - began
    known = [t for t in map(even, truth) if any(c.isalnum() for c in t)]
    read = [t for t in (even(line.text) for line in lines) if t]
    wrong = edits_by_line(read, known)
    letters = len(" ".join(known))
    return PageResult(name, number, dpi, language_of(" ".join(known)), letters, wrong, confidence, seconds)


def as_data(result: ScansResult) -> dict[str, object]:
    """The result as it is given out as JSON."""
    return {**asdict(result), "accuracy": {f"{lang}, {dpi or 'as given'}": a for (lang, dpi), a in _accuracies(result)}}


def tables(result: ScansResult) -> list[Table]:
    """By language and resolution, then page by page what came out worst."""
    groups = _groups(result)
    rows = [
        (language, dpi, len(pages), accuracy, min(p.accuracy for p in pages), ASKED[language] if dpi == 300 else None,
         mean(p.confidence for p in pages), mean(p.seconds for p in pages))
        for ((language, dpi), pages), (_, accuracy) in zip(groups, _accuracies(result), strict=True)
    ]  # fmt: skip
    note = (
        "Letters of the known text less those inserted, deleted and replaced; lines in any order. "
        f"{len(result.pages)} pages in {result.seconds:.0f} s, {result.threads} at a time."
    )
    if result.peak_mb is not None and result.before_mb is not None:
        note += f" Memory: {result.before_mb:.0f} MB before the first page, {result.peak_mb:.0f} MB at most."
    columns = ("language", "dpi", "pages", "accuracy", "worst page", "asked", "confidence", "CPU s/page")
    worst = sorted(result.pages, key=lambda p: p.accuracy)[:_WORST]
    listed = tuple((p.name, p.page, p.dpi, p.accuracy, p.wrong, p.confidence) for p in worst)
    return [
        Table("Scans: letters recognised rightly", columns, tuple(rows), note),
        Table("Scans: the worst pages", ("file", "page", "dpi", "accuracy", "wrong", "confidence"), listed),
    ]


def _groups(result: ScansResult) -> list[tuple[tuple[str, int | None], list[PageResult]]]:
    groups: dict[tuple[str, int | None], list[PageResult]] = defaultdict(list)
    for page in result.pages:
        groups[page.language, page.dpi].append(page)
    return sorted(groups.items(), key=lambda group: (group[0][0], group[0][1] or 0))


def _accuracies(result: ScansResult) -> list[tuple[tuple[str, int | None], float]]:
    """Over all letters of a group: a page with more of them counts more."""
    return [
        (key, 1 - sum(p.wrong for p in pages) / max(1, sum(p.letters for p in pages))) for key, pages in _groups(result)
    ]
