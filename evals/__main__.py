"""`python -m evals`: one measurement, or without a command the lot and its report."""

import argparse
import shlex
import sys
from collections.abc import Sequence
from pathlib import Path

from corpus.errors import NotFoundError, RequestError, SettingsError, VanbanError
from evals import (
    ablation,
    abstention,
    answers,
    checklists,
    citations,
    cross,
    extraction,
    families,
    feedback,
    followups,
    peers,
    pipelines,
    premises,
    reading,
    retrieval,
    scale,
    scale_figures,
    scans,
    short_answers,
    speed,
    validity,
    window,
)
from evals.injections import measure as injections
from evals.judge import read_cases
from evals.show import Table, show, show_json

_REPORT = Path("reports") / "index.html"
_INDEX = "keep the index here, and use it again where nothing has changed"
_JSON = "the result as data on stdout"


def main(argv: Sequence[str] | None = None) -> int:
    """Runs a command; 0 when it is done, 1 when it failed, 2 when it was called wrongly."""
    options = parser().parse_args(argv)
    try:
        options.run(options)
    except VanbanError as error:
        print(f"evals: {error}", file=sys.stderr)
        return 2 if isinstance(error, NotFoundError | RequestError | SettingsError) else 1
    except KeyboardInterrupt:
        print("evals: stopped", file=sys.stderr)
        return 1
    return 0


def parser() -> argparse.ArgumentParser:
    """What can be called, and with which options."""
    parser = argparse.ArgumentParser(prog="python -m evals", description=f"{__doc__} See evals/README.md.")
    parser.add_argument("--quick", action="store_true", help="the lot without the sets that take minutes to index")
    parser.add_argument("--report", type=Path, default=_REPORT, metavar="FILE", help=f"of the lot (default {_REPORT})")
    _common(parser)
    parser.set_defaults(run=_lot)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")

    command = commands.add_parser("retrieval", help="is the right passage among the first ten?")
    _set(command)
    command.add_argument("--qrels", "--relevant", type=Path, required=True, metavar="R", help="{query, id} lines")
    command.add_argument("--ablation", action="store_true", help="with all stages of finding, and without each of them")
    command.set_defaults(run=_retrieval)

    command = commands.add_parser("abstention", help="does it know what the documents do not say?")
    _set(command)
    command.set_defaults(run=_abstention)

    command = commands.add_parser("short", help="does what is quoted hold the few words that answer?")
    _set(command)
    command.add_argument("--answers", type=Path, required=True, metavar="A", help="{query, answer} lines")
    command.add_argument("--qrels", type=Path, required=True, metavar="R", help="{query, id} lines")
    command.set_defaults(run=_short)

    command = commands.add_parser("answers", help="are the answers right, and cited word for word?")
    command.add_argument("--documents", type=Path, required=True, metavar="DIR", help="the documents to answer from")
    command.add_argument(
        "--cases", type=Path, required=True, metavar="CASES", help="a .jsonl file, or a folder of such"
    )
    _common(command)
    command.set_defaults(run=_answers)

    command = commands.add_parser("citations", help="does the check catch what a source does not say, and only that?")
    command.add_argument("--documents", type=Path, default=answers.SAMPLES, metavar="DIR", help="default: the samples")
    command.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=_JSON)
    command.set_defaults(run=_citations)

    command = commands.add_parser("cross", help="is a question in one language found answered in the other?")
    command.add_argument("--documents", type=Path, default=answers.SAMPLES, metavar="DIR", help="default: the samples")
    _common(command)
    command.set_defaults(run=_cross)

    command = commands.add_parser("followups", help="is a question that hangs on earlier ones understood?")
    command.add_argument("--documents", type=Path, default=answers.SAMPLES, metavar="DIR", help="default: the samples")
    command.add_argument("--cases", type=Path, default=followups.FOLLOW_UPS, help="a .jsonl file, or a folder of such")
    _common(command)
    command.set_defaults(run=_followups)

    command = commands.add_parser("premises", help="is a false premise set right, and a true one taken?")
    command.add_argument("--documents", type=Path, default=answers.SAMPLES, metavar="DIR", help="default: the samples")
    command.add_argument("--cases", type=Path, default=premises.PREMISES, help="a .jsonl file, or a folder of such")
    _common(command)
    command.set_defaults(run=_premises)

    command = commands.add_parser(
        "checklists", help="does a checklist hold what belongs to its topic, and nothing else?"
    )
    command.add_argument("--split", choices=checklists.SPLITS, help="only the topics of this half")
    _common(command)
    command.set_defaults(run=_checklists)

    command = commands.add_parser("validity", help="is a question about a day answered with what was in force on it?")
    command.add_argument(
        "--families", type=Path, default=families.FAMILIES, metavar="DIR", help="default: families (not those held out)"
    )
    command.add_argument("--only", nargs="+", default=(), metavar="NAME", help="index and ask these families only")
    _common(command)
    command.set_defaults(run=_validity)

    command = commands.add_parser("injections", help="do orders in documents or questions change an answer?")
    _common(command)
    command.set_defaults(run=_injections)

    command = commands.add_parser("extraction", help="are duties, deadlines, figures, requirements, definitions right?")
    command.add_argument(
        "--labels", type=Path, default=extraction.CASES, metavar="DIR", help="default: cases/registers"
    )
    command.add_argument("--split", choices=("development", "held_out"), help="only the labels of this half")
    command.add_argument("--misses", action="store_true", help="what is missed or too much, to read by eye, on stderr")
    command.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=_JSON)
    command.set_defaults(run=_extraction)

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
    command = commands.add_parser("window", help="how large is the window, and how soon can it be used?")
    command.add_argument("--documents", type=Path, default=answers.SAMPLES, metavar="DIR", help="default: the samples")
    command.add_argument("--docs", type=Path, metavar="DIR", help="write window.md and pictures of all views there")
    _common(command)
    command.set_defaults(run=_window)
    command = commands.add_parser("feedback", help="what did readers say of the answers?")
    command.add_argument("--data", type=Path, default=Path("data"), metavar="DIR", help="the data folder [%(default)s]")
    command.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=_JSON)
    command.set_defaults(run=_feedback)
    _add_peers(commands.add_parser("peers", help="how does it stand beside others' pipelines?"))
    _add_scale(commands.add_parser("scale", help="how do time, memory and disk grow with an archive?"))
    return parser


def _add_peers(command: argparse.ArgumentParser) -> None:
    command.add_argument("--corpus", type=Path, required=True, metavar="C", help="{id, text, doc, title} lines")
    command.add_argument("--queries", type=Path, required=True, metavar="Q", help="{id, text} lines")
    command.add_argument("--qrels", "--relevant", type=Path, required=True, metavar="R", help="{query, id} lines")
    command.add_argument("--passages", type=int, default=0, metavar="N", help="take so many only")
    command.add_argument("--questions", type=int, default=0, metavar="N", help="ask so many only")
    command.add_argument("--only", nargs="+", choices=list(pipelines.PIPELINES), default=(), help="run these only")
    command.add_argument("--docs", type=Path, metavar="DIR", help="write peers.md and its figures there")
    command.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=_JSON)
    command.set_defaults(run=_peers)


def _add_scale(command: argparse.ArgumentParser) -> None:
    sizes = list(scale.SIZES)
    command.add_argument("--passages", type=int, nargs="+", default=sizes, metavar="N", help="sizes [%(default)s]")
    command.add_argument("--words", type=float, metavar="N", help="mean of a passage (default: as in the samples)")
    command.add_argument("--articles", type=float, metavar="N", help="mean of a document (default: as in the samples)")
    command.add_argument("--keep", type=Path, metavar="DIR", help="keep the archives there, and use them again")
    command.add_argument("--docs", type=Path, metavar="DIR", help="write scale.md and its figures there")
    command.add_argument("--json", action="store_true", default=argparse.SUPPRESS, help=_JSON)
    command.set_defaults(run=_scale)


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
    if options.ablation:
        rows = ablation.evaluate(options.corpus, options.queries, options.qrels, options.index)
        name = _set_name(options)
        _give(options, {"set": name, "stages": ablation.as_data(rows)}, [ablation.table(name, rows)])
        return
    result = retrieval.evaluate(options.corpus, options.queries, options.qrels, options.index)
    name = _set_name(options)
    _give(options, retrieval.as_row(name, result), [retrieval.table({name: result})])


def _abstention(options: argparse.Namespace) -> None:
    result = abstention.evaluate(options.corpus, options.queries, options.index)
    name = _set_name(options)
    _give(options, abstention.as_data(name, result), [abstention.table({name: result})])


def _short(options: argparse.Namespace) -> None:
    result = short_answers.evaluate(options.corpus, options.queries, options.answers, options.qrels, options.index)
    name = _set_name(options)
    _give(options, short_answers.as_data(name, result), [short_answers.table(name, result)])


def _answers(options: argparse.Namespace) -> None:
    result = answers.evaluate(options.documents, options.cases, options.index)
    _give(options, answers.as_data(result), answers.tables(result))


def _citations(options: argparse.Namespace) -> None:
    result = citations.evaluate(options.documents)
    _give(options, citations.as_data(result), citations.tables(result))


def _cross(options: argparse.Namespace) -> None:
    results = cross.evaluate(options.documents, options.index)
    _give(options, cross.as_data(results), cross.tables(results))


def _followups(options: argparse.Namespace) -> None:
    results = followups.evaluate(options.index, options.cases, options.documents)
    _give(options, followups.as_data(results), followups.tables(results))


def _premises(options: argparse.Namespace) -> None:
    results = premises.evaluate(options.index, options.cases, options.documents)
    _give(options, premises.as_data(results), premises.tables(results))


def _checklists(options: argparse.Namespace) -> None:
    results = checklists.evaluate(options.split, options.index)
    _give(options, checklists.as_data(results), checklists.tables(results))


def _validity(options: argparse.Namespace) -> None:
    result = validity.evaluate(options.families, options.index, options.only)
    _give(options, validity.as_data(result), validity.tables(result))


def _injections(options: argparse.Namespace) -> None:
    result = injections.evaluate(options.index)
    _give(options, injections.as_data(result), injections.tables(result))


def _extraction(options: argparse.Namespace) -> None:
    labels = [one for one in extraction.read_labels(options.labels) if options.split in (None, one.split)]
    scores, misses = extraction.evaluate(labels)
    for miss in misses if options.misses else ():
        side = "missed" if miss.missed else "too much"
        print(f"{side} {miss.entry.kind} {miss.document} {miss.entry.start}: {miss.words[:160]}", file=sys.stderr)
    _give(options, extraction.as_data(scores), extraction.tables(scores))


def _reading(options: argparse.Namespace) -> None:
    results = reading.evaluate(options.documents, options.truth, options.counts)
    _give(options, reading.as_data(results), reading.tables(results))


def _scans(options: argparse.Namespace) -> None:
    result = scans.evaluate(options.documents, options.dpi, options.threads, options.every)
    _give(options, scans.as_data(result), scans.tables(result))


def _speed(options: argparse.Namespace) -> None:
    result = speed.evaluate(options.documents, read_cases(options.cases), options.files)
    _give(options, speed.as_data(result), speed.tables(result))


def _window(options: argparse.Namespace) -> None:
    result = window.evaluate(options.documents, options.index, options.docs)
    _give(options, window.as_data(result), window.tables(result))


def _feedback(options: argparse.Namespace) -> None:
    said = feedback.read(options.data)
    _give(options, feedback.as_data(said), feedback.tables(said))


def _peers(options: argparse.Namespace) -> None:
    files = (options.corpus, options.queries, options.qrels)
    result = peers.evaluate(files, options.passages, options.questions, options.only)
    if options.docs:
        from evals import peers_page  # the plotting library takes a while to load

        peers_page.write(result, options.docs, _called())
    _give(options, peers.as_data(result), peers.tables(result))


def _scale(options: argparse.Namespace) -> None:
    result = scale.evaluate(options.passages, options.keep, options.words, options.articles)
    if options.docs:
        from evals import scale_page

        scale_page.write(result, options.docs, _called())
    _give(options, scale.as_data(result), scale_figures.tables(result))


def _called() -> str:
    """The command as the documentation shows it: where the files lie on this machine is nobody's business."""
    given = ("/".join(Path(word).parts[-2:]) if Path(word).is_absolute() else word for word in sys.argv[1:])
    return shlex.join(["python", "-m", "evals", *given])


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
