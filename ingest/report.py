"""What a run did, file by file, to be kept: the report as data. How it looks as a page is `report_page`'s matter."""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, Field

from corpus.document import Identity
from corpus.legibility import How, is_unsure
from corpus.messages import MESSAGES, Language, message
from ingest.job import FileReport, Summary

Outcome = Literal["added", "updated", "unchanged", "moved", "set-aside", "removed"]
OUTCOMES: tuple[Outcome, ...] = ("added", "updated", "moved", "removed", "unchanged", "set-aside")
_KEPT = 100  # reports in the data folder; older ones make room


class Said(BaseModel):
    """A warning or a reason: its stable code, and the sentence in the report's language."""

    code: str
    text: str


class ReportedIdentity(BaseModel):
    """What the document was found to be; `sure` says of each value read how sure it is, 0 to 1."""

    title: str
    language: Language
    number: str | None
    type: str | None
    issuer: str | None
    issued: date | None
    place: str | None
    signer: str | None
    signer_post: str | None
    legal_bases: list[str]
    recipients: list[str]
    about: list[str]
    sure: dict[str, float]


class ReportedFile(BaseModel):
    """What became of one file; `confidence` is that of text recognition, `units` counts provisions."""

    name: str
    key: str
    outcome: Outcome
    document: str | None
    how: How | None
    confidence: float | None
    uncertain: bool
    pages: int
    units: int
    articles: int
    passages: int
    identity: ReportedIdentity | None
    warnings: list[Said]
    reason: Said | None
    seconds: float


class Report(BaseModel):
    """A run: how many files came out how, and each file. `kept` names folders that were empty or out of reach."""

    made: datetime
    language: Language
    counts: dict[Outcome, int] = Field(examples=[{"added": 12, "set-aside": 1}])
    passages: int
    seconds: float
    kept: list[str]
    files: list[ReportedFile]


def report_of(summary: Summary, language: Language) -> Report:
    """The report of a run, its sentences in one language."""
    files = [_file(f, language) for f in summary.files]
    return Report(
        made=datetime.now(UTC).astimezone(),
        language=language,
        counts={outcome: sum(f.outcome == outcome for f in files) for outcome in OUTCOMES},
        passages=summary.passages,
        seconds=round(summary.seconds, 2),
        kept=list(summary.kept),
        files=files,
    )


def keep(report: Report, folder: Path) -> list[Path]:
    """Writes the report as JSON and as a page under the time it was made, and lets the oldest ones go."""
    from ingest.report_page import as_html

    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{report.made:%Y-%m-%dT%H-%M-%S}"
    stem = next(s for s in (stem, *(f"{stem}-{n}" for n in range(2, 10_000))) if not (folder / f"{s}.json").exists())
    written = [folder / f"{stem}.json", folder / f"{stem}.html"]
    written[0].write_text(as_json(report), encoding="utf-8")
    written[1].write_text(as_html(report), encoding="utf-8")
    for suffix in ("json", "html"):
        for old in sorted(folder.glob(f"[0-9]*T*.{suffix}"))[:-_KEPT]:
            old.unlink(missing_ok=True)
    return written


def as_json(report: Report) -> str:
    """The report as JSON."""
    return report.model_dump_json(indent=1) + "\n"


def _file(file: FileReport, language: Language) -> ReportedFile:
    reason = file.reason
    return ReportedFile(
        name=file.name,
        key=file.key,
        outcome=file.outcome,
        document=file.document,
        how=file.how,
        confidence=None if file.confidence is None else round(file.confidence, 3),
        uncertain=is_unsure(file.confidence),
        pages=file.pages,
        units=file.units,
        articles=file.articles,
        passages=file.passages,
        identity=_identity(file.identity) if file.identity else None,
        warnings=_said(file.warnings, file.name, language),
        reason=Said(code=reason.code, text=reason.reason(language)) if reason else None,
        seconds=round(file.seconds, 2),
    )


def _said(codes: Iterable[str], name: str, language: Language) -> list[Said]:
    # a catalogue may hold a warning that this version no longer gives
    return [Said(code=c, text=message(c, language, name=name) if c in MESSAGES else c) for c in codes]


def _identity(identity: Identity) -> ReportedIdentity:
    sure: dict[str, float] = {}
    for stated in identity.stated:
        sure[stated.field] = round(min(stated.confidence, sure.get(stated.field, 1.0)), 3)
    return ReportedIdentity(
        title=identity.title,
        language=identity.language,
        number=identity.number,
        type=identity.type,
        issuer=identity.issuer,
        issued=identity.issued,
        place=identity.place,
        signer=identity.signer,
        signer_post=identity.signer_post,
        legal_bases=list(identity.legal_bases),
        recipients=list(identity.recipients),
        about=list(identity.about),
        sure=sure,
    )
