"""From uploads and what they did to their bodies. Decides nothing."""

from api.jobs import Job
from api.problems import problem
from api.schemas.jobs import JobBody, SetAsideBody, SummaryBody
from corpus.messages import Language
from ingest.job import Summary


def job_body(job: Job, language: Language) -> JobBody:
    """How an upload stands, its sentences in one language."""
    state, summary, error = job.state, job.summary, job.error
    return JobBody(
        id=job.id,
        state=state,
        done=job.at.done,
        total=job.at.total,
        current=job.at.name or None,
        step=job.at.step if state == "running" and job.at.name else None,
        page=job.at.page,
        pages=job.at.pages,
        summary=summary_body(summary, language) if summary else None,
        report=f"/api/jobs/{job.id}/report" if summary else None,
        problem=problem(error, language) if error else None,
    )


def summary_body(summary: Summary, language: Language) -> SummaryBody:
    """What an indexing run did, its reasons in one language."""
    return SummaryBody(
        added=summary.added,
        updated=summary.updated,
        moved=summary.moved,
        removed=summary.removed,
        unchanged=summary.unchanged,
        set_aside=[SetAsideBody(name=s.name, code=s.code, reason=s.reason(language)) for s in summary.set_aside],
        passages=summary.passages,
        seconds=round(summary.seconds, 2),
    )
