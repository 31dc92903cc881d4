"""The walk from a topic to a checklist: find, judge what is on it, take what holds of it, merge, order.

Whatever stands in an item is a source's; where the sources are silent, so is the item. The same corpus and topic give
the same checklist.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from assistant.answer import Searched, nearest_words
from assistant.assistant import Assistant
from assistant.checklists.added import Added
from assistant.checklists.documents import Near, Taking, Whole, Work, named_in
from assistant.checklists.doer import read_doer
from assistant.checklists.found import Found, Reading, ReadRegisters
from assistant.checklists.holding import Holding
from assistant.checklists.items import MOST_ITEMS, Checklist, Item, Kind, Looked, Section
from assistant.checklists.lists import of_best_lists
from assistant.checklists.merge import merged
from assistant.checklists.order import in_sections
from assistant.checklists.referred import Referred
from assistant.checklists.scope import Doer, Scope
from assistant.checklists.subject import Subject
from assistant.checklists.topic import Topic, asks_all, beside_documents, read_topic, without_papers
from assistant.checklists.twins import works_of
from assistant.checklists.wording import looked_for
from assistant.coverage import Sought
from assistant.evidence import gather
from assistant.missing import what_is_missing
from assistant.question import Question, understand
from assistant.references import Named, resolve
from assistant.relevance import Relevance
from assistant.search import Filters, Hit, View
from assistant.terms import rarity_in
from corpus.errors import RequestError
from corpus.identity import find_numbers
from corpus.messages import Language, message
from corpus.rows import Entry

_HITS = 80  # passages whose documents are looked through
_JUDGED = 12  # ... of which it is judged whether anything covers the topic, as for an answer


@dataclass(frozen=True, slots=True)
class _Asked:
    """A topic on its way: its subject as a question, what it names, where it may be looked for, as of which day."""

    topic: Topic
    kind: Kind
    language: Language
    question: Question
    named: Named
    filters: Filters | None
    view: View
    day: date
    hits: Sequence[Hit] = ()


class Drafting:
    """Drafts checklists over what an assistant searches; `registers` tells what a revision lays down."""

    def __init__(self, assistant: Assistant, registers: ReadRegisters | None = None) -> None:
        self.assistant, self.corpus = assistant, assistant.corpus
        self._registers = registers or self.corpus.library.registers

    def draft(
        self,
        topic: str,
        filters: Filters | None = None,
        kind: Kind | None = None,
        language: Language | None = None,
        *,
        wide: bool = False,
    ) -> Checklist:
        """The checklist on a topic, of the documents it names or the filters admit; empty where nothing covers it.

        `wide` adds what the same documents have near the topic, which else is only counted.
        """
        self._check(topic)
        asked = self._asked(topic, filters, kind, language)
        holding = Holding(self.corpus.library, self.assistant.search.in_force(asked.day))
        named = self._documents(asked)
        if named:
            taking = Taking(asked.kind, Whole(asked.named), asked.topic.language)
            found = holding.sift(self._with_added(asked, taking.items(self._works(asked, named))), named=True)
            return self._checklist(asked, merged(found), self._remarks(asked, taking.directions, 0, holding, named))
        asked = replace(asked, hits=self._hits(asked))
        works = self._works(asked, self._candidates(asked)) if asked.hits else []
        scope = self._scope(asked).over(p for w in works for p in w.told.places(asked.kind))
        if not scope.covered:
            return self._checklist(asked, [], [])
        taking = Taking(asked.kind, scope, asked.topic.language)
        items = self._with_added(asked, taking.items(works))
        found = merged(of_best_lists(holding.sift(items), lambda place: scope.score(place).words))
        nearer = self._near(asked, works, scope, found)
        more = len(nearer) - len(found)
        remarks = self._remarks(asked, taking.directions, 0 if wide else more, holding, ())
        return self._checklist(asked, nearer if wide else found, remarks)

    def _check(self, topic: str) -> None:
        limit = self.corpus.settings.max_question_characters
        if not any(c.isalnum() for c in topic):
            raise RequestError("topic-empty")
        if len(topic) > limit:
            raise RequestError("question-too-long", length=len(topic), limit=limit)

    def _asked(self, typed: str, filters: Filters | None, kind: Kind | None, language: Language | None) -> _Asked:
        topic, view = read_topic(typed), self.assistant.search.view
        question = understand(topic.subject)
        named = resolve(self.corpus, question, (view.entries[r] for r in view.admitted(filters)))
        day = (filters.as_of if filters else None) or date.today()
        speaks = language or topic.language
        return _Asked(topic, kind or topic.told or "procedure", speaks, question, named, filters, view, day)

    def _documents(self, asked: _Asked) -> list[Entry]:
        """The documents of which everything is asked for: those named, or those chosen, with nothing said beside."""
        rest = beside_documents(asked.question.text)
        named = named_in(asked.named)
        if named:
            return named if asked.named.places or asks_all(rest) else []
        if asked.filters and asked.filters.documents and asks_all(rest):
            return [asked.view.entries[r] for r in asked.view.admitted(asked.filters)]
        return []

    def _hits(self, asked: _Asked) -> list[Hit]:
        if asked.named.unknown and not asked.named.entries:
            return []
        named = named_in(asked.named)
        if not named:
            return self.assistant.search.find(asked.question.text, _HITS, asked.filters)
        only = Filters(documents=tuple(e.id for e in named))
        return self.assistant.search.find(asked.question.text, _HITS, only)

    def _scope(self, asked: _Asked) -> Scope:
        """What is on the topic, judged by its words, the headings above and where it was found."""
        rarity = rarity_in(self.corpus.keywords.frequency, asked.view.passages)
        subject = without_papers(asked.question.text) if asked.kind == "dossier" else asked.question.text

        def sought(words: str) -> Sought:
            return Sought(looked_for(words), rarity)

        doing = read_doer(subject)
        if doing is None:
            return Scope(self.corpus.library, sought(subject), subject, asked.hits)
        doer = Doer(Subject(sought(doing.who), doing.who), doing.his)
        about = f"{doing.who} {doing.what}" if doing.his else doing.what
        return Scope(self.corpus.library, sought(about), about, asked.hits, doer)

    def _candidates(self, asked: _Asked) -> list[Entry]:
        """The documents of the hits, best first, with those that say the same."""
        keys = [k for h in asked.hits for k in (h.key, *h.also)]
        revisions = dict.fromkeys(k.revision for k in keys)
        for revision in list(revisions):
            links = asked.view.links.get(revision, {})
            revisions.update(dict.fromkeys(r for r, kind in links.items() if kind != "version"))
        admitted = set(asked.view.admitted(asked.filters))
        return [asked.view.entries[r] for r in revisions if r in admitted and r in asked.view.entries]

    def _works(self, asked: _Asked, entries: Sequence[Entry]) -> list[Work]:
        """The documents with their copies and translations, each read by its registers."""
        works = works_of(entries, asked.view, self.corpus.library, asked.language)
        read = (tuple(Reading(self.corpus.library, e, self._registers(e.revision)) for e in work) for work in works)
        return [Work(readings, asked.topic.language) for readings in read]

    def _with_added(self, asked: _Asked, found: list[Found]) -> list[Found]:
        """The items of a dossier with the papers that they refer to, and that amending texts put into its lists."""
        if asked.kind != "dossier":
            return found
        there = {e.id: e for e in (asked.view.entries[r] for r in asked.view.admitted(asked.filters))}
        found = Referred(self.corpus, list(there.values()), self._registers).to(found)
        return Added(self.corpus.library, there, self._registers).to(found)

    def _near(self, asked: _Asked, works: Sequence[Work], scope: Scope, found: Sequence[Found]) -> list[Found]:
        """What is on the topic with what is near it in the same documents."""
        documents = {f.place.entry.revision for f in found}
        same = [w for w in works if any(r.entry.revision in documents for r in w.readings)]
        held = Holding(self.corpus.library, self.assistant.search.in_force(asked.day))
        items = self._with_added(asked, Taking(asked.kind, Near(scope), asked.topic.language).items(same))
        return merged(held.sift(items))

    def _remarks(
        self, asked: _Asked, directions: int, more: int, holding: Holding, named: Sequence[Entry]
    ) -> list[str]:
        """What was left out, and documents named that do not hold any longer."""
        speaks, remarks = asked.language, []
        if more > 0:
            remarks.append(message("checklist-more", speaks, count=more))
        if directions:
            remarks.append(message("checklist-directions", speaks, count=directions))
        if holding.left_out:
            count, labels = sum(holding.left_out.values()), ", ".join(holding.left_out)
            remarks.append(message("checklist-not-in-force", speaks, count=count, documents=labels))
        ended = [e.identity.number or e.identity.title for e in named if e.revision in holding.barred]
        if ended:
            remarks.append(message("checklist-document-ended", speaks, documents=", ".join(dict.fromkeys(ended))))
        return remarks

    def _relevance(self, asked: _Asked) -> Relevance:
        return self.assistant.relevance(asked.question, asked.named, asked.view)

    def _checklist(self, asked: _Asked, found: list[Found], remarks: list[str]) -> Checklist:
        speaks = asked.language
        if len(found) > MOST_ITEMS:
            remarks.append(message("checklist-cut", speaks, shown=MOST_ITEMS, found=len(found)))
        sections, items = in_sections(found[:MOST_ITEMS], asked.kind, self.corpus.library, speaks)
        contested = sum(bool(i.contested) for i in items)
        if contested:
            remarks.append(message("checklist-contested", speaks, count=contested))
        searched = self._searched(asked)
        if not items:
            remarks.append(self._nothing(asked, searched))
        return Checklist(
            title=message(f"checklist-title-{asked.kind}", speaks, topic=asked.topic.subject),
            topic=asked.topic.typed,
            kind=asked.kind,
            language=speaks,
            sections=_or_one(sections, speaks),
            items=_numbered(items),
            searched=searched,
            remarks=tuple(remarks),
            made=datetime.now().astimezone().replace(microsecond=0),
            party=_is_party(items),
        )

    def _searched(self, asked: _Asked) -> Looked:
        entries = [asked.view.entries[r] for r in asked.view.admitted(asked.filters)]
        near = (asked.view.entries[h.key.revision].identity for h in asked.hits[:_JUDGED])
        nearest = tuple(dict.fromkeys(i.number or i.title for i in near))[:3]
        return Looked(len(entries), sum(e.passages for e in entries), asked.question.content, nearest)

    def _nothing(self, asked: _Asked, looked: Looked) -> str:
        evidence = gather(self.corpus, asked.view, asked.hits[:_JUDGED])
        searched = Searched(looked.documents, looked.passages, looked.words, looked.nearest)
        missing = what_is_missing(asked.named, self._relevance(asked), evidence, searched, asked.language)
        near = nearest_words(searched, asked.language)
        return f"{message('checklist-empty', asked.language)} {missing} {near}".strip()


def _or_one(sections: tuple[Section, ...], language: Language) -> tuple[Section, ...]:
    """At least one section, so that somebody can add to an empty checklist."""
    return sections or (Section("own", message("checklist-own", language)),)


def _numbered(items: Sequence[Item]) -> tuple[Item, ...]:
    """Ids in the order in which the items are read."""
    new = {item.id: f"i{n}" for n, item in enumerate(items, 1)}
    return tuple(replace(i, id=new[i.id], against=tuple(new[a] for a in i.against if a in new)) for i in items)


def _is_party(items: Sequence[Item]) -> bool:
    """Whether more of the sources are the Party's than the State's, by their numbers."""
    numbers = {s.number for i in items for s in i.sources[:1] if s.number}
    party = [n.party for number in numbers for n in find_numbers(number)[:1]]
    return sum(party) * 2 > len(party)
