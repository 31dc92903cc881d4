"""`python -m evals`: one measurement, or without a command the lot and its report."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.errors import NotFoundError, RequestError, SettingsError, VanbanError
from evals import abstention, answers, reading, retrieval, scans, speed
from evals.judge import read_cases
from evals.show import Table, show, show_json

_REPORT = Path("reports") / "index.html"
_INDEX = "keep the index here, and use it again where nothing has changed"
_JSON = "the result as data on stdout"


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command; 0 when it is done, 1 when it failed, 2 when it was called wrongly."""
    options = _parser().parse_args(argv)
    try:
        options.run(options)
    except VanbanError as error:
        print(f"evals: {error}", file=sys.stderr)
        return 2 if isinstance(error, NotFoundError | RequestError | SettingsError) else 1
    except KeyboardInterrupt:
        print("evals: stopped", file=sys.stderr)
        return 1
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m evals", description=f"{__doc__} See evals/README.md.")
    parser.add_argument("--quick", action="store_true", help="the lot without the sets that take minutes to index")
    parser.add_argument("--report", type=Path, default=_REPORT, metavar="FILE", help=f"of the lot (default {_REPORT})")
    _common(parser)
    parser.set_defaults(run=_lot)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    command = commands.add_parser("retrieval", help="is the right passage among the first ten?")
    _set(command)
    command.add_argument("--qrels", "--relevant", type=Path, required=True, metavar="R", help="{query, id} lines")
    command.set_defaults(run=_retrieval)

    command = commands.add_parser("abstention", help="does it know what the documents do not say?")
    _set(command)
    command.set_defaults(run=_abstention)

    command = commands.add_parser("answers", help="are the answers right, and cited word for word?")
    command.add_argument("--documents", type=Path, required=True, metavar="DIR", help="the documents to answer from")
    command.add_argument(
        "--cases", type=Path, required=True, metavar="CASES", help="a .jsonl file, or a folder of such"
    )
    _common(command)
    command.set_defaults(run=_answers)

    command = commands.add_parser("reading", help="are files read whole, and their articles told apart?")
    command.add_argument("--documents", type=Path, required=True, metavar="DIR", help="the files to read")
    command.add_argument(
        "--truth", type=Path, nargs="+", default=[], metavar="C", help="{id: DOCUMENT|ARTICLE, doc, text} lines"
    )
    command.add_argument("--counts", type=Path, metavar="FILE", help="{file, articles} lines, where no text is known")
    command.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=_JSON)
    command.set_defaults(run=_reading)

    command = commands.add_parser("scans", help="how many letters of a scan are recognised rightly?")
    command.add_argument(
        "documents", type=Path, nargs="?", default=answers.SAMPLES, metavar="DIR",
        help="PDFs to print and scan (default: the samples), or pictures with a text of the same name beside",
    )  # fmt: skip
    command.add_argument("--dpi", type=int, nargs="+", default=list(scans.DPI), help="resolutions [%(default)s]")
    command.add_argument("--every", type=int, default=1, metavar="N", help="take every n-th page only")
    command.add_argument("--threads", type=int, default=1, metavar="N", help="pages at a time")
    command.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=_JSON)
    command.set_defaults(run=_scans)

    command = commands.add_parser("speed", help="how fast, with how much memory, on the sample dossier?")
    command.add_argument("--documents", type=Path, default=answers.SAMPLES, metavar="DIR", help="default: the samples")
    command.add_argument("--cases", type=Path, default=answers.CASES, metavar="CASES", help="default: their cases")
    command.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=_JSON)
    command.add_argument("--files", type=int, default=speed.INGESTED, metavar="N", help="ingested for timing; 0: none")
    command.set_defaults(run=_speed)
    return parser


def _set(command: argparse.ArgumentParser) -> None:
    command.add_argument("--corpus", type=Path, required=True, metavar="C", help="{id, text, doc, title} lines")
    command.add_argument("--queries", type=Path, required=True, metavar="Q", help="{id, text[, answerable]} lines")
    _common(command)


def _common(command: argparse.ArgumentParser) -> None:
    # SUPPRESS on a command: its own default would wipe out what stood before it
    top = command.prog == "python -m evals"
    command.add_argument("--index", type=Path, default=None if top else argparse.SUPPRESS, metavar="DIR", help=_INDEX)
    command.add_argument("--json", action="store_true", default=False if top else argparse.SUPPRESS, help=_JSON)


def _retrieval(options: argparse.Namespace) -> None:
    result = retrieval.evaluate(options.corpus, options.queries, options.qrels, options.index)
    name = _set_name(options)
    _give(options, retrieval.as_row(name, result), [retrieval.table({name: result})])


def _abstention(options: argparse.Namespace) -> None:
    result = abstention.evaluate(options.corpus, options.queries, options.index)
    name = _set_name(options)
    _give(options, abstention.as_data(name, result), [abstention.table({name: result})])


def _answers(options: argparse.Namespace) -> None:
    result = answers.evaluate(options.documents, options.cases, options.index)
    _give(options, answers.as_data(result), answers.tables(result))


def _reading(options: argparse.Namespace) -> None:
    results = reading.evaluate(options.documents, options.truth, options.counts)
    _give(options, reading.as_data(results), reading.tables(results))


def _scans(options: argparse.Namespace) -> None:
    result = scans.evaluate(options.documents, options.dpi, options.threads, options.every)
    _give(options, scans.as_data(result), scans.tables(result))


def _speed(options: argparse.Namespace) -> None:
    result = speed.evaluate(options.documents, read_cases(options.cases), options.files)
    _give(options, speed.as_data(result), speed.tables(result))


def _lot(options: argparse.Namespace) -> None:
    from evals import lot, report  # the plotting library takes a while to load

    results = lot.evaluate(options.index, quick=options.quick)
    _give(options, lot.as_data(results), lot.tables(results))
    print(f"Report: {report.write(results, options.report)}", file=sys.stderr)


def _give(options: argparse.Namespace, data: dict[str, object], tables: Sequence[Table]) -> None:
    if options.json:
        show_json(data)
    else:
        show(tables)


def _set_name(options: argparse.Namespace) -> str:
    queries: Path = options.queries
    return f"{queries.absolute().parent.name}/{queries.stem}"


if __name__ == "__main__":
    raise SystemExit(main())
