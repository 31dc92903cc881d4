"""What answers a question, if anything does: decided before any writer."""

from dataclasses import replace

from assistant.article_asked import article_asked
from assistant.asked import Asked
from assistant.best_first import rank
from assistant.clause_asked import clause_asked
from assistant.conflict import asks_which_applies, differing
from assistant.current_words import holding, of_places, put_in
from assistant.draft import Draft, which_is_later
from assistant.evidence import Evidence, gather, within
from assistant.finder import PASSAGES, Finder
from assistant.mentions import beside_names, find_mentions
from assistant.of_itself import of_itself, which_document
from assistant.orders import without_orders
from assistant.out_of_force import TELLING, outdated_named
from assistant.parts import parts
from assistant.question import understand
from assistant.references import by_numbers, works
from assistant.relevance import Scored
from assistant.search import Filters
from assistant.write import write
from corpus.corpus import Corpus

_COMPARED = 3  # documents side by side
_OF_ONE_CASE = frozenset({"number", "deadline", "date", "fact", "list", "yesno"})  # what may be asked of a case


def decide(finder: Finder, least: float, asked: Asked) -> Draft:
    """What answers, if anything does; below the confidence `least` nothing does."""
    question, named = asked.meant.asked, asked.meant.named
    if asked.meant.choices or named.unknown or named.unit_missing:
        return Draft(tuple(put_in(finder.corpus, named, asked.held)), 1.0)
    of_one = understand(by_numbers(question.text, named)) if named.described else question
    plain = of_itself(finder.corpus, of_one, named.entries, asked.view.entries.values())
    plain = plain or which_document(
        finder.corpus, question, asked.relevance.terms, named.entries, asked.view.entries.values()
    )
    if plain and not named.places:
        return Draft(tuple(plain), 1.0)
    compared = _compared(finder, asked)
    if compared is None and outdated_named(named, asked.held) is not None:
        return _reported(finder.corpus, least, asked) or Draft((), 0.0)
    if named.places and compared is None:
        inside = of_places(finder.corpus, named.places, asked.held)
        bare = len(beside_names(question.content, find_mentions(question.text))) <= 2
        if bare or question.kind in ("fact", "list"):
            return Draft(tuple(inside), 1.0)
        chosen = _of_the_day(finder.corpus, write(finder.corpus, question, inside, asked.relevance), asked)
        return replace(chosen if chosen.statements else Draft(tuple(inside), 1.0), confidence=1.0)
    draft = compared or _whole_article(finder.corpus, asked) or _written(finder.corpus, asked)
    # of documents that are named to be compared, each answers for itself
    enough = least / 2 if compared else least
    return draft if draft.confidence >= enough else Draft((), draft.confidence, nearest=draft.nearest)


def _of_the_day(corpus: Corpus, draft: Draft, asked: Asked) -> Draft:
    """A list brings its items as printed: those that did not hold on the day go, those amended read as then."""
    return replace(draft, statements=tuple(holding(corpus, draft.statements, asked.held)))


def _written(corpus: Corpus, asked: Asked) -> Draft:
    draft = write(corpus, asked.meant.asked, asked.evidence, asked.relevance, asked.hits)
    draft = _of_the_day(corpus, draft, asked)
    rather = _of_the_same_article(corpus, asked, draft)
    return replace(draft, statements=tuple(rather), verdict=None) if rather else draft


def _of_the_same_article(corpus: Corpus, asked: Asked, draft: Draft) -> list[Evidence]:
    """What another clause of the article that answers says of the case asked about; nothing of an amended article."""
    question = asked.meant.asked
    best = next(iter(draft.nearest), None)
    if best is None or draft.outcome != "answered" or question.kind not in _OF_ONE_CASE or parts(question.text):
        return []
    outline = corpus.library.outline(best.entry.revision)
    article = next((u for u in outline.above(outline.innermost(best.start)) if u.kind == "article"), None)
    if article is None or best.entry.identity.language != question.language:
        return []
    found = holding(corpus, within(corpus, best.entry, article), asked.held)
    if any(e.parts for e in found):
        return []
    text = corpus.library.text(best.entry.revision)
    return clause_asked(text, question, asked.relevance.terms, draft.statements, best, found)


def _whole_article(corpus: Corpus, asked: Asked) -> Draft | None:
    """The article that is asked for by its heading, as it reads on the day, as surely as its best statement answers."""
    article = article_asked(corpus, asked.meant.asked, asked.relevance.terms, asked.evidence)
    if article is None:
        return None
    whole = [e for e in of_places(corpus, [article], asked.held) if not e.heading]
    return replace(_written(corpus, asked), statements=tuple(whole), outcome="answered") if whole else None


def _reported(corpus: Corpus, least: float, asked: Asked) -> Draft | None:
    """What a report or a conclusion tells of a document named that has ended since: that still stands."""
    named = {e.revision for e in asked.meant.named.entries}
    told = [e for e in asked.evidence if e.entry.identity.type in TELLING and e.entry.revision not in named]
    if not told or asked.meant.named.places:
        return None
    draft = write(corpus, asked.meant.asked, told, asked.relevance, asked.hits)
    return draft if draft.statements and draft.confidence >= least else None


def _compared(finder: Finder, asked: Asked) -> Draft | None:
    """What each of several named documents says, where they are to be compared; None if nothing is."""
    question, entries = asked.meant.asked, asked.meant.named.entries
    if question.aim != "compare":
        return None
    drafts: list[Draft] = []
    ranked: list[list[Scored]] = []
    applies = asks_which_applies(question)  # of what held; else each says what it says, ended or not
    for entry in (group[0] for group in works(finder.corpus, entries)[:_COMPARED]):
        only = Filters(documents=(entry.id,))
        hits = finder.search.find(question.text, PASSAGES, only)
        found = gather(finder.corpus, asked.view, hits)
        kept = finder.allowed(found, asked.meant.named, asked.filters) if applies else without_orders(found, entries)
        drafts.append(write(finder.corpus, question, kept, asked.relevance, hits))
        ranked.append(rank(kept, asked.relevance) if applies else [])
    pair = differing(question, *ranked) if applies and len(ranked) == 2 else None
    if pair is not None:
        return Draft(pair, 1.0, "conflicting", which_is_later(*pair))
    if len(drafts) < 2 or not all(d.statements for d in drafts):
        return None
    return Draft(tuple(s for d in drafts for s in d.statements), max(d.confidence for d in drafts))
