"""Whether an engine gives the original's vectors: sentences of our own, in both languages, short and long."""

from collections.abc import Callable, Sequence

import numpy as np

from corpus.engines.engine import Encoder, Floats

LEAST = 0.999  # cosine to the original: what is lost above it was not measurable in what is found

_LONG_VI = (
    "Sở Nội vụ chủ trì, phối hợp với các sở, ban, ngành và Ủy ban nhân dân các huyện tổng hợp báo cáo kết quả thực "
    "hiện, trình Ủy ban nhân dân tỉnh xem xét trước ngày 15 tháng 12 hằng năm; trường hợp có khó khăn, vướng mắc, "
    "kịp thời phản ánh để được hướng dẫn. "
)
_LONG_EN = (
    "The department in charge shall collect the reports of all units, check the figures against the accounts, and "
    "submit a summary to the committee no later than the fifteenth day of December; a unit that cannot meet the "
    "deadline shall say so in writing and give its reasons. "
)
SENTENCES: tuple[str, ...] = (
    "hồ sơ",
    "Deadline",
    "Điều 5. Trách nhiệm của Sở Nội vụ",
    "Thời hạn giải quyết là 07 ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ.",
    "thoi han nop bao cao quy III la khi nao",
    "Who signs the decision on secondment?",
    "Article 12, Clause 3, Point b of Decision 18/2024/QĐ-UBND",
    "Mức chi: 1.250.000 đồng/người/ngày; không quá 05 ngày.",
    "A staff member who works on a public holiday is given a day off within thirty days.",
    "NGHỊ QUYẾT về công tác chuyển đổi số giai đoạn 2021-2025",
    _LONG_VI,
    _LONG_EN,
    _LONG_VI * 2 + _LONG_EN,
    _LONG_EN * 9,  # longer than most models see
)


def agreement(encoder: Encoder, original: Callable[[Sequence[str]], Floats]) -> float:
    """The least cosine between the encoder's vectors and the original's, side by side and one by one."""
    wanted = original(SENTENCES)
    together = vectors_of(encoder, SENTENCES)
    alone = np.concatenate([vectors_of(encoder, [sentence]) for sentence in SENTENCES])
    return float(min((vectors * wanted).sum(axis=1).min() for vectors in (together, alone)))


def vectors_of(encoder: Encoder, texts: Sequence[str]) -> Floats:
    """The passages' vectors, in the order of the texts."""
    found: list[Floats] = [np.empty(0, np.float32)] * len(texts)
    for batch in encoder.embed(texts):
        for n, vector in zip(batch.places, batch.vectors, strict=True):
            found[n] = vector
    return np.stack(found)
