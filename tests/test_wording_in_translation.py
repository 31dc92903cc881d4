"""The wording of a translation whose original was amended: it is said first that it is not all that is in force."""

from datetime import date
from pathlib import Path

from assistant.consolidated_words import notice
from assistant.wording_on import consolidated_text
from tests.validity_made import AMENDING, BASE, catalogue

TRANSLATION = """THE GOVERNMENT
No. 701/2015/ND-CP

SOCIALIST REPUBLIC OF VIETNAM
Independence - Freedom - Happiness
Hanoi, February 10, 2015

DECREE
On electronic archive dossiers

Article 1. Scope
This Decree provides for electronic archive dossiers.
Article 2. Time limit
1. The time limit for appraisal is 30 days.
Article 5. Effect
This Decree takes effect on April 1, 2015.
"""


def test_a_translation_of_an_amended_text_says_who_changed_it(tmp_path: Path) -> None:
    library = catalogue(tmp_path, {"base.txt": BASE, "base.en.txt": TRANSLATION, "amending.txt": AMENDING})
    (translation,) = [e for e in library.entries() if e.identity.language == "en"]
    before, after = (
        notice(translation, consolidated_text(translation, day, library), library, "en")
        for day in (date(2016, 1, 1), date(2019, 1, 1))
    )
    assert "No indexed document had changed its wording" in before[-1]
    assert "745/2018" in after[-1] and "not all the words in force" in after[-1]
