"""Registers made by hand over the sample dossier, so that checklists are tested apart from the extraction."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from corpus.corpus import Corpus
from corpus.registers import Deadline, Duty, Registers, Requirement, Span


@dataclass(frozen=True)
class Told:
    """A duty by its words: the statement's beginning and end, its action, lead, coordinators and deadline."""

    document: str
    whole: str
    action: str
    lead: str | None = None
    coordinators: tuple[str, ...] = ()
    deadline: str | None = None
    day: date | None = None


MARCH = date(2024, 3, 31)
TOLD: tuple[Told, ...] = (
    Told(
        "77-kl-tu-2024",
        "Ban cán sự đảng Ủy ban nhân dân tỉnh lãnh đạo Ủy ban nhân dân tỉnh hoàn thành phê duyệt đề án vị trí việc làm"
        " của 06 cơ quan, đơn vị còn lại trước ngày 31/3/2024",
        "hoàn thành phê duyệt đề án vị trí việc làm của 06 cơ quan, đơn vị còn lại",
        "Ban cán sự đảng Ủy ban nhân dân tỉnh", (), "trước ngày 31/3/2024", MARCH,
    ),
    Told(
        "77-kl-tu-2024-en",
        "The Party Civil Affairs Committee of the Provincial People's Committee shall lead the Provincial People's"
        " Committee to complete the approval of the job-position projects of the remaining 6 agencies and units before"
        " March 31, 2024",
        "to complete the approval of the job-position projects of the remaining 6 agencies and units",
        "The Party Civil Affairs Committee of the Provincial People's Committee", (), "before March 31, 2024", MARCH,
    ),
    Told(
        "642-snv-ccvc-2023",
        "Tất cả cơ quan, đơn vị hoàn chỉnh đề án, gửi Sở Nội vụ trước ngày 15/12/2023 để tổng hợp, trình Ủy ban nhân"
        " dân tỉnh phê duyệt",
        "hoàn chỉnh đề án, gửi Sở Nội vụ trước ngày 15/12/2023 để tổng hợp, trình Ủy ban nhân dân tỉnh phê duyệt",
        "Tất cả cơ quan, đơn vị", (), "trước ngày 15/12/2023", date(2023, 12, 15),
    ),
    Told("642-snv-ccvc-2023", "Mỗi cơ quan cử 01 lãnh đạo và 01 công chức làm đầu mối", "cử 01 lãnh đạo và 01 công chức"
         " làm đầu mối", "Mỗi cơ quan"),
    Told(
        "77-kl-tu-2024",
        "Sở Tài chính chủ trì, phối hợp với Sở Nội vụ tham mưu mức hỗ trợ tiền thuê nhà cho cán bộ luân chuyển",
        "tham mưu mức hỗ trợ tiền thuê nhà cho cán bộ luân chuyển", "Sở Tài chính", ("Sở Nội vụ",),
    ),
    Told("31-kh-tct-2026", "Phòng Tài vụ bảo đảm kinh phí", "bảo đảm kinh phí", "Phòng Tài vụ"),
)  # fmt: skip


def span(text: str, words: str, inside: Span | None = None) -> Span:
    """Where words stand first, which they have to."""
    start = text.index(words, inside.start if inside else 0)
    return Span(start, start + len(words))


class Made:
    """Tells registers by revision, as `Library.registers` does."""

    def __init__(self, corpus: Corpus, told: Sequence[Told] = TOLD) -> None:
        self.corpus, self.told = corpus, told
        self._ids = {e.revision: e.id for e in corpus.library.entries()}

    def __call__(self, revision: int) -> Registers:
        """The duties told of a document, and the papers of the enrolment dossier."""
        mine = [t for t in self.told if t.document == self._ids[revision]]
        duties = sorted((self._duty(revision, t) for t in mine), key=lambda d: d.whole)
        return Registers(duties=tuple(duties), requirements=tuple(self._papers(revision)))

    def _duty(self, revision: int, told: Told) -> Duty:
        text = self.corpus.library.text(revision)
        whole = span(text, told.whole)
        unit = self.corpus.library.outline(revision).innermost(whole.start)
        deadline = None
        if told.deadline is not None:
            deadline = Deadline(span(text, told.deadline, whole), "date", told.day, False)
        return Duty(
            whole, unit.address if unit else "", "assigned", span(text, told.action, whole),
            lead=span(text, told.lead, whole) if told.lead else None,
            coordinators=tuple(span(text, c, whole) for c in told.coordinators), deadline=deadline,
        )  # fmt: skip

    def _papers(self, revision: int) -> list[Requirement]:
        if self._ids[revision] != "31-kh-tct-2026":
            return []
        text = self.corpus.library.text(revision)
        words = span(text, "quyết định cử đi học")
        return [Requirement(words, "", "dossier", None, "document", "has", words)]
