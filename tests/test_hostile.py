"""Damaged, encrypted and fuzzed files of others: each is read, or refused with a reason; none crashes or hangs the run.

Every twelfth file; the material lies beside the repository (or where VANBAN_SHARED says), and the test fails without it.
"""

import json
import os
from collections import Counter
from pathlib import Path

from corpus.messages import MESSAGES
from ingest.files import IncomingFile
from ingest.lines import Allowed
from ingest.readers import Limits, Readers
from ingest.reading import Finished, Read, Refused, Task

HOSTILE = Path(os.environ.get("VANBAN_SHARED", Path(__file__).parent.parent.parent / "shared")) / "hostile"
LIMITS = Limits(processes=2, seconds=30, memory_mb=700)


def test_hostile_files_are_read_or_refused_with_a_reason(tmp_path: Path) -> None:
    assert HOSTILE.is_dir(), f"the test material is missing: {HOSTILE}"
    rows = [json.loads(line) for line in (HOSTILE / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    paths = [path for row in rows[::12] if (path := HOSTILE / row["file"]).is_file()]
    tasks = [Task(IncomingFile(p, str(p), p.name), Allowed(ocr_dpi=100), tmp_path, {}) for p in paths]
    said: Counter[str] = Counter()
    finished: list[str] = []
    with Readers(tasks, LIMITS) as readers:
        for _, outcome in readers.outcomes():
            if isinstance(outcome, Read):
                text = outcome.new.document.text
                assert all(text[p.start : p.end].strip() for p in outcome.new.passages)
                said["read"] += 1
            elif isinstance(outcome, Refused):
                assert outcome.aside.code in MESSAGES
                assert outcome.aside.reason("vi") and outcome.aside.reason("en")
                said[outcome.aside.code] += 1
            elif isinstance(outcome, Finished):
                finished.append(outcome.key)
    assert finished == [str(p) for p in paths] and len(paths) > 40  # each is accounted for, in order
    assert said["read"] > len(paths) / 2
    assert said["file-needs-password"] and said["file-broken"]  # some are locked, some beyond repair
    assert said["file-reader-died"] == 0
