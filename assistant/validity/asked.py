"""What a question asks about the validity of a document: in force? since when? replaced by what? amended how? ...

Reads folded words. A question that asks for more ("quyết định bổ nhiệm có hiệu lực từ khi nào?") is another's.
"""

import re
from collections.abc import Sequence
from typing import Literal

from assistant.mentions import Mention
from corpus.folding import fold, words
from corpus.identity import TYPE_WORDS
from corpus.unit_lists import unit_mentions
from corpus.units import same_length

Aspect = Literal[
    "in_force", "since", "until", "replaced_by", "replaces", "amended", "amends", "consolidated_by", "basis",
    "guided_by", "guides", "extended_by", "suspended_by", "worded",
]  # fmt: skip

_DOC = (
    r"(?:van ban|nghi dinh|nghi quyet|quyet dinh|thong tu|luat|bo luat|phap lenh|quy dinh|quy che|chi thi|huong dan|ke"
    r" hoach|ket luan|thong bao|cong van|chuong trinh|document|decree|decision|circular|law|code|ordinance|resolution"
    r"|regulation|directive|conclusion|notice|guidance|guideline|dispatch|plan|text|instrument)s?(?: phap luat"
    r"| quy pham phap luat)?"
)
_UNIT = r"(?:dieu|khoan|diem|muc|chuong|article|clause|point|provision|chapter|unit)s?"
# what one document makes of another that it ends
PUT_OUT = r"(?:repealed|annulled|superseded|abolished|abrogated|revoked|rescinded|replaced)"
_PAUSES = r"(?:tam (?:ngung|dung|dinh chi)(?!\w)|dinh chi(?!\w| tiet)|ngung hieu luc|suspend(?:s|ed|ing)?|suspension)"
_EXTENDS = r"(?:gia han|keo dai|extend(?:s|ed|ing)?|prolong(?:s|ed|ing)?)"
_OVER = r"(?:het|mat|cham dut|khong con) hieu luc"
_WHEN = r"(?:khi nao|ngay nao|bao gio|luc nao|thoi diem nao|hom nao|ngay may)"
# the order matters: "khi nào hết hiệu lực" is no question for the beginning
_ASPECTS: tuple[tuple[Aspect, re.Pattern[str]], ...] = (
    ("consolidated_by", re.compile(
        r"(?:van ban|ban) hop nhat (?:nao|so may)(?!\w)|(?:what|which) consolidat\w+|(?:what|which) (?:\w+ )?merges"
    )),
    ("worded", re.compile(
        r"(?:cum tu|tu ngu|tu) [“\"«][^?]*(?:thay|sua|dinh chinh|bo)(?!\w)|(?:cum tu|tu ngu) nao(?!\w)"
        r"|(?:what|which) (?:words?|phrases?)(?!\w)|(?:words?|phrases?) [“\"«][^?]*(?:replac|chang|correct|amend|delet)"
        r"|what (?:was|were|is|are|did|replaced) [“\"«]"
    )),
    ("suspended_by", re.compile(
        rf"{_PAUSES}[^?]*(?:{_WHEN}|(?:{_DOC}|{_UNIT}) nao(?!\w)|until when|by (?:what|which))|(?:{_WHEN}|(?:{_DOC}"
        rf"|{_UNIT}) nao(?!\w))[^?]*{_PAUSES}|(?:when|how long|which|what|who)(?!\w)[^?]*{_PAUSES}"
    )),
    ("since", re.compile(r"(?:lui|hoan|doi) (?:\w+ ){0,3}hieu luc|(?:postpone[ds]?|deferred|put off)(?!\w)")),
    ("extended_by", re.compile(
        rf"(?:{_DOC}) nao (?:da )?(?:cho )?(?:phep )?(?:{_EXTENDS}|tiep tuc (?:thuc hien|ap dung"
        rf"|thi hanh))|{_EXTENDS} (?:boi|theo|bang|tai) |{_EXTENDS} (?:may|bao nhieu) lan"
        rf"|(?:which|what|who)(?!\w)(?! date| day)[^?]*{_EXTENDS}|how (?:many times|often)[^?]*{_EXTENDS}"
        rf"|{_EXTENDS} by"
    )),
    ("amended", re.compile(
        r"(?:dieu|khoan|diem) nao[^?]*(?:sua|bo sung|bai bo|thay|dinh chinh)"
        r"|which (?:articles?|clauses?|points?|units?|provisions?)[^?]*(?:amend|chang|annul|replac|repeal|correct|added"
        r"|insert)"
    )),
    ("until", re.compile(
        rf"(?:het|cham dut|mat) hieu luc[^?]{{0,40}}{_WHEN}|{_WHEN}[^?]{{0,80}}(?:het|cham dut|mat) hieu luc"
        rf"|hieu luc[^?]{{0,20}}den {_WHEN}|(?:den|toi) {_WHEN}|until when|how long|expiry date|date of expiry"
        rf"|when (?:did|does|will|do|was|is)[^?]*(?:expire|cease|lapse|end|lose|{PUT_OUT})"
        rf"|ngung hieu luc[^?]{{0,30}}{_WHEN}"
        rf"|(?:bi|duoc) (?:bai bo|huy bo)[^?]{{0,40}}{_WHEN}|{_WHEN}[^?]{{0,60}}(?:bi|duoc) (?:bai bo|huy bo)"
    )),
    ("replaces", re.compile(
        rf"(?:{_DOC}) nao (?:\w+ ){{0,2}}?{_OVER} (?:theo|do|boi|ke tu|tu|khi|vi)(?! khi nao| ngay nao)(?!\w)"
        rf"|(?:what|which) (?:\w+ )*?(?:{_DOC}) (?:is|are|was|were|have|has|ceased?)[^?]*(?:no longer|cease|ended"
        rf"|expired|lapsed)[^?]* (?:because of|due to|under|by|with|from|on account of)(?!\w)"
        rf"|(?:da )?(?:thay the|bai bo|huy bo)(?: cho)?(?: toan bo| mot phan)? (?:nhung |cac )?"
        rf"(?:{_DOC})? ?(?:nao|gi|so may)(?!\w)|thay"
        rf" the (?:nhung )?gi"
        rf"|(?:what|which)(?: \w+)? (?:does|did|do) [^?]*(?:replace|supersede|repeal|annul|abrogate)"
    )),
    ("amends", re.compile(
        rf"sua doi(?:,? bo sung)? (?:nhung |cac )?(?:{_DOC}) nao(?!\w)|(?:sua doi|dinh chinh|bai bo|bo sung)"
        rf" (?:nhung |cac )?(?:noi dung |dieu |khoan |diem )?(?:gi|nao)(?!\w)(?= cua)|(?:what|which)(?: \w+)?"
        rf" (?:does|did|do)"
        rf" [^?]*(?:amend|modify|change)"
    )),
    ("replaced_by", re.compile(
        rf"(?:duoc|bi) (?:thay the|thay|bai bo|huy bo) (?:bang|boi|theo)|thay the boi"
        rf"|(?:ai|co quan nao)(?: da)? (?:bai bo|huy bo|thay the)|(?:{_DOC}) nao (?:da |se )?lam (?:cho )?[^?]*{_OVER}"
        rf"|who (?:has )?(?:ended|{PUT_OUT})|which (?:\w+ ){{0,4}}?(?:ended|terminated|revoked|abolished)"
        rf"|by (?:what|which|whom)[^?]*(?:ended|{PUT_OUT})|{_DOC} nao"
        rf" (?:cua (?:\w+ ){{1,6}})?(?:da |se )?(?:duoc )?(?:thay the|thay|bai bo|huy bo)"
        rf"|(?:ban hanh )?(?:{_DOC}) (?:nao )?thay the cho(?! nhung| cac)|{PUT_OUT} by"
        rf"|(?:what|which(?: \w+){{0,4}}) (?:has |have )?(?:replace[sd]?|supersede[sd]?|repeal(?:s|ed)"
        rf"|annul(?:s|led))"
        rf"|(?:bi|duoc) (?:thay the|bai bo) (?:chua|khong)|co (?:bi|duoc) (?:thay the|bai bo)"
        rf"|(?:has .* been|was .*) {PUT_OUT}|khong con hieu luc vi"
    )),
    ("since", re.compile(
        rf"hieu luc[^?]{{0,40}}(?:tu )?{_WHEN}|{_WHEN}[^?]{{0,80}}(?:co|bat dau|phat sinh) hieu luc|ngay (?:co"
        rf" )?hieu luc|thoi diem co hieu luc"
        r"|(?:when|(?:on|from|since) (?:what|which) (?:day|date)) (?:did|does|will|do|was|is|has)[^?]*(?:take"
        r" effect|come into (?:force|effect)|enter into force"
        r"|effective|in force|apply)|effective date|date of (?:effect|entry)"
        r"|(?:since|from) (?:when|what (?:date|day)|which (?:date|day))"
    )),
    ("amended", re.compile(
        r"(?:duoc|bi|da) (?:duoc |bi )?(?:sua|sua doi|dinh chinh|bo sung(?= boi| theo))(?!\w)|sua doi(?:,? bo"
        r" sung)? (?:boi|nhu the"
        r" nao|the nao|nhung gi|nhung dieu|dieu nao|khoan nao|nhung khoan|noi dung)"
        rf"|(?:nhung |cac )?(?:dieu|khoan|diem|noi dung) nao[^?]*(?:sua|bo sung|bai bo|thay)|(?:{_DOC}) nao (?:da"
        rf" )?(?:sua|bo sung|dinh chinh)"
        r"|amend(?:ed|s|ments?)(?!\w)|which (?:articles?|clauses?|units?|provisions?)[^?]*(?:amend|chang|annul"
        r"|replac|repeal)|(?:what|which) [^?]*(?:amend|correct)(?:s|ed)"
    )),
    ("consolidated_by", re.compile(
        rf"(?:{_DOC}) nao (?:da )?hop nhat|duoc hop nhat|hop nhat (?:tai|trong|boi|o)|ban hop nhat"
        r"|consolidat(?:es|ed|ing|ion)(?!\w)"
    )),
    ("basis", re.compile(
        r"(?:nhung |cac )?can cu(?: phap ly)?(?: de)? (?:ban hanh|nao|gi|cua|vao)|(?:dua|ban hanh) (?:tren|theo"
        r"|can cu)(?: vao)? (?:can cu|co so|dau|van ban nao|nhung van ban)|can cu (?:vao )?(?:dau|nhung gi)|ban"
        r" hanh can cu"
        r"|legal bas[ei]s|on what (?:basis|bases|grounds?)|(?:based|rest|rests) (?:up)?on (?:what|which)|basis"
        r" (?:of|for)|bas[ei]s .*issued|pursuant to (?:what|which)|(?:what|which) [^?]*(?:based on|rest on|basis)"
    )),
    ("guides", re.compile(rf"(?:huong dan|quy dinh chi tiet)(?: thi hanh| thuc hien)? (?:nhung |cac )?(?:{_DOC})"
                          rf" nao(?!\w)|(?:what|which)(?: \w+)? (?:does|did|do) [^?]*(?:guide|detail|implement)")),
    ("guided_by", re.compile(
        rf"(?:{_DOC}) nao (?:da )?(?:huong dan|quy dinh chi tiet)|(?:duoc|co) (?:{_DOC} )?(?:nao )?(?:huong dan"
        rf"|quy dinh chi tiet) (?:boi|tai|o|trong|bang)|huong dan (?:thi hanh|thuc hien)[^?]*(?:van ban|thong tu|nghi"
        rf" dinh)? ?nao|(?:cac )?van ban huong dan"
        r"|(?:what|which)(?: \w+)? (?:guides?|details?|implements?)|guid(?:ed|ance)(?: \w+)? (?:by|on|for|to)"
        r"|guiding (?:documents?|circulars?)|detailed by"
    )),
    ("in_force", re.compile(
        r"(?:con|dang|da|co|het|chua|bi) (?:co |het |ngung )?hieu luc|con (?:gia tri|ap dung|hieu luc)|hieu luc"
        r" (?:the nao|ra sao|khong|chua|thi hanh)|(?:tinh trang|trang thai) hieu luc|(?:con|dang) duoc ap dung"
        r"|(?:co|con) ap dung (?:khong|chua|nua)|(?:con|dang) (?:duoc )?(?:thuc hien|thi hanh|ap dung)(?! theo)"
        r"|ngung hieu luc|bi dinh chi|het han"
        r"|still (?:be |being )?(?:applied|implemented)"
        r"|(?:still |currently |yet )?(?:in force|in effect|effective|valid|applicable|suspended)(?!\w)|(?:has"
        r"|have|had|is|did)[^?]*(?:expired?|taken effect|(?:come|entered) into (?:force|effect)|lapsed)|status of"
    )),
)  # fmt: skip
KNOWN = frozenset(
    words("""
    taken
    con dang da co het chua bi duoc hieu luc thi hanh ap dung gia tri khong hay nua khi nao ngay bao gio thoi diem
    tu den toi ke bat dau phat sinh cham dut mat ngung dinh chi thay the cho bang boi theo bai bo huy nhung cac gi
    so may sua doi sung chinh nhu ra sao noi dieu khoan can cu phap ly de ban vao dua tren huong dan quy tiet thuc
    hien van tai o trong la va nam thang cua nay vi ai hom tinh trang thai toan mot phan nhat biet xin hoi cach
    moi bay luat lien quan truoc sau day qua duoi is are was were be been being still currently yet in force
    effect effective valid applicable status of a an on by to from since until when what which who does did do has
    have had will take come into enter expire expired ceases cease end date how long replace replaces replaced
    abrogate abrogates abrogated rescind rescinds rescinded
    supersede supersedes superseded repeal repealed repeals annul annuls annulled amend amends amended amendment
    amendments amending article articles clause clauses unit units point provision provisions change changed legal
    applied basis bases ground grounds issued based rest rests pursuant guide guides guided guidance guiding detail
    details detailed implement implements document documents text texts instrument it its this that and or for
    with suspended any there whole partly full number no dated tell me please year now today as at ve lam kia khac
    lan thuoc su viec quyet correct corrects corrected supplement supplements supplemented modify modified
    annulment replacement validity lapse lose abolished apply applies first hop consolidates consolidated
    consolidation consolidating entered lapsed thanh pho huyen xa province ministry city
    cum ngu kem promulgated together attached enclosed tiep cho phep ai lam do lui hoan doi gia han keo dai dung boi who
    whom because due account extend extends extended extension times often
    suspends suspension postpone postpones postponed deferred word words phrase phrases changed many under also else
    tro lai khoi phuc again restored revived
    added inserted merge merges merged
    ends ended terminated revoked abolishes deleted kept only just any formerly already
    """)
)  # fmt: skip
QUOTED = re.compile(r"[“\"«]([^“”\"«»]{1,300})[”\"»]")
_ASIDE = re.compile(
    r"^\W*(?:(?:tu |ke tu )?(?:sau )?khi(?! nao)|sau|tu sau|after|when(?! (?:did|does|do|was|is|will|were|has))|once"
    r"|now that)\s[^,?]*,"
    r"|(?<=\s)(?:sau khi|(?<!\w)khi(?! nao)|after|once|now that)\s(?:(?!(?:khong|chua)\s*\??$|\?).)*"
)
# what a document is about, behind its number ("Decree 5/2020 on pay has ...") or between its type and its number
_GOES_ON = (
    r"(?=\s+(?:is|was|are|were|has|have|had|still|did|does|do|will|takes?|took|comes?|came|expired?|expires|ceased?|ceases"
    r"|ends?|ended|suspended|replaced|amended|repealed|annulled|revoked|extended|postponed|corrected|consolidated|guided|by"
    r"|in force|from|until|after|con|co|da|bi|duoc|het|khong|chua|dang|thay the|sua doi|bai bo|tu ngay|den|do|boi|theo"
    r"|khi|hay)(?!\w)|\s*[,;?]|\s*$)"
)
_ABOUT = r"(?:on|about|concerning|regarding|ve(?: viec)?|quy dinh(?: ve)?|prescribing)"
# its issuer or its day, which may stand before that
_NAMED_FURTHER = (
    r"(?:(?:cua|of|ngay|dated|tinh|thanh pho|huyen|xa|bo|uy ban|hoi dong|chinh phu)\s(?:(?!\s(?:co|da|bi|duoc|con|het"
    r"|khong|is|was|are|has|have|did|does)\s)[^;?]){0,60}?\s)?"
)
_DESCRIBED = re.compile(rf"\s*{_NAMED_FURTHER}(?P<of>{_ABOUT}\s(?:[^,;?\s]+\s*?){{1,18}}?){_GOES_ON}")
_DESCRIBED_AHEAD = re.compile(
    rf"(?<!\w){_DOC}(?:\s+(?:nam|of)\s+\d{{4}})?(?P<of>\s+{_ABOUT}\s[^;?]{{3,120}}?),?\s*(?:so|no\.?|number)?\s*$"
)
_OTHERS = 1  # words that neither ask for validity nor name the document


def _first(even: str) -> Aspect | None:
    plain = " ".join(even.split())
    return next((a for a, pattern in _ASPECTS if pattern.search(plain)), None)


def aside(even: str) -> tuple[int, int] | None:
    """Where a folded question says after or with what it asks: "Sau khi sáp nhập tỉnh, ...", "... after X ended?"."""
    found = _ASIDE.search(even)
    return (found.start(), found.end()) if found else None


def asks_of_validity(question: str, mentions: Sequence[Mention]) -> bool:
    """Whether any aspect is asked for, of whatever it may be."""
    return _told(question, mentions) is not None


def aspect_of(question: str, mentions: Sequence[Mention], titles: Sequence[str]) -> Aspect | None:
    """What a question asks about the documents that it names; None where it asks for something else."""
    told = _told(question, mentions)
    if told is None:
        return None
    aspect, even = told
    return aspect if _says_no_more(question, even, titles) else None


def says_no_more(question: str, mentions: Sequence[Mention], titles: Sequence[str]) -> bool:
    """Whether a question has hardly a word but those that ask for validity and name documents."""
    return _says_no_more(question, _bare(question, mentions), titles)


def says_more(question: str, mentions: Sequence[Mention], titles: Sequence[str]) -> bool:
    """Whether a single word is left besides: "how often may a deadline be extended?" asks of no document's end."""
    return bool(_others(question, _bare(question, mentions), titles))


def _says_no_more(question: str, even: str, titles: Sequence[str]) -> bool:
    return len(_others(question, even, titles)) <= _OTHERS


def _others(question: str, even: str, titles: Sequence[str]) -> list[str]:
    """The words that neither ask for validity nor name the document."""
    known = KNOWN | TYPE_WORDS | {fold(w) for t in titles for w in words(t)}
    # what is written with a capital names somebody or something: the province, the ministry
    named = {fold(w) for n, w in enumerate(words(question)) if n and w[:1].isupper()}
    return [w for w in words(even) if w not in known | named and not w[0].isdigit()]


def _told(question: str, mentions: Sequence[Mention]) -> tuple[Aspect, str] | None:
    """The aspect, and the folded question that tells it: without what it quotes and names, and its aside."""
    even = _bare(question, mentions)
    beside = aside(even)
    less = _blanked(even, *beside) if beside else even
    return next(((aspect, told) for told in (less, even) if (aspect := _first(told)) is not None), None)


def _bare(question: str, mentions: Sequence[Mention]) -> str:
    """The folded question without what it quotes and names."""
    even = same_length(question)
    spans = [q.span(1) for q in QUOTED.finditer(question)]
    spans += [(m.start, m.end) for m in mentions]
    spans += [(u.start, u.end) for u in unit_mentions(question)]
    for start, end in spans:
        even = _blanked(even, start, end)
    for m in mentions:
        for told in (_DESCRIBED.match(even, m.end), _DESCRIBED_AHEAD.search(even, 0, m.start)):
            even = _blanked(even, *told.span("of")) if told else even
    return even


def _blanked(even: str, start: int, end: int) -> str:
    return even[:start] + " " * (end - start) + even[end:]
