"""Chooses and makes the engine for the settings' model now, at set-up: `python -m corpus.engines.prepare`."""

import sys

from corpus.embedding import SentenceEmbedding
from corpus.errors import VanbanError
from corpus.settings import read_settings


def main() -> int:
    """Says what will run the model; 0 even where that is not the fastest engine, for it runs all the same."""
    try:
        choice = SentenceEmbedding.of(read_settings()).choice
    except VanbanError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    sys.stdout.write(f"{choice.engine}, {choice.precision}{f': {choice.reason}' if choice.reason else ''}\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
