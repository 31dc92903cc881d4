"""From an empty data folder to the first cited answer, in a process of its own: `speed` starts it."""

import json
import sys
import time
from pathlib import Path

from assistant.assistant import Assistant
from corpus.corpus import Corpus
from corpus.settings import read_settings
from evals.memory import peak_mb
from ingest.job import files_under, ingest


def run(documents: Path, data: Path, questions: list[str]) -> dict[str, object]:
    """Indexes the documents and asks until an answer comes with a citation."""
    corpus = Corpus(read_settings(data))
    with corpus.writing():
        summary = ingest(corpus, files_under([documents]))
    began = time.monotonic()
    assistant = Assistant(corpus)
    cited = any(assistant.ask(q).citations for q in questions)
    answered = time.monotonic() - began
    corpus.close()
    return {
        "cited": cited,
        "passages": summary.passages,
        "ingest_seconds": summary.seconds,
        "answer_seconds": answered,
        "peak_mb": peak_mb("self"),
    }


if __name__ == "__main__":
    print(json.dumps(run(Path(sys.argv[1]), Path(sys.argv[2]), json.load(sys.stdin))))
