"""Whether an answer on somebody by name names him: syllables of a name are words of other things ("Khoa", "Van").

And whether one on how old somebody is tells an age.
"""

import re

from assistant.asked import Asked
from assistant.draft import Draft
from corpus.folding import fold
from corpus.persons import persons_in

_SIGNING = re.compile(r"(?<!\w)(?:ky|ban hanh|sign(?:s|ed)?|issued?|promulgated?)(?!\w)")
_AGE_ASKED = re.compile(
    r"(?<!\w)(?:how old|(?:what|which) (?:is|was) (?:his|her|the)? ?age|when (?:is|was) \S.* born"
    r"|in (?:what|which) year (?:is|was) \S.* born"
    r"|(?:bao nhieu|may) tuoi|sinh (?:nam|ngay) (?:nao|bao nhieu|may))(?!\w)"
)
_AGE = re.compile(r"(?<!\w)(?:tuoi|years? old|aged?|years of age|born|sinh (?:nam|ngay)|ngay sinh|date of birth)(?!\w)")


def names_whom(asked: Asked, draft: Draft) -> bool:
    """Whether the statements name everybody whom the question names and who signs what is indexed.

    Somebody else who is named may be made up to ask about a case. Who signed a document is in what it says of itself.
    An age is told where that of somebody named is asked for.
    """
    named = [fold(name) for name in persons_in(asked.meant.asked.text)]
    if not named:
        return True
    if _AGE_ASKED.search(fold(asked.meant.asked.text)) and not any(_AGE.search(fold(s.text)) for s in draft.statements):
        return False
    signers = {fold(e.identity.signer) for e in asked.view.entries.values() if e.identity.signer}
    signs = _SIGNING.search(fold(asked.meant.asked.text)) is not None
    told = fold("\n".join(f"{s.with_lead} {s.entry.identity.signer if signs else ''}" for s in draft.statements))
    return all(name in told for name in named if any(name in signer for signer in signers))
