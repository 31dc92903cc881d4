"""Text that speaks to a machine instead of to people: orders to an assistant, voices of a made-up conversation.

A passage that does so is kept, found and shown like any other, but it is no evidence unless its document is asked for.
Knows nothing of questions and answers.
"""

import re
from collections.abc import Collection, Sequence

from assistant.evidence import Evidence
from corpus.folding import nfc
from corpus.rows import Entry

# these open a sentence; official style never gives such orders: it says who shall do what
_IMPERATIVES = re.compile(
    "|".join((
        r"(?:ignore|disregard|forget|override)\s+(?:about\s+)?(?:all|any|every\w*|the|your|these|those|previous|prior|other)\b"
        r"[^.!?\n]{0,40}\b(?:instructions?|rules|prompts?|directions|guidelines|documents|context|above)\b",
        r"(?:answer|reply|respond)\s+(?:only\s+)?(?:from|with)\s+(?:your\s+own\s+)?memory\b",
        r"repeat\s+(?:everything|all|the\s+(?:text|words))\s+above\b",
        r"before\s+(?:answering|replying|responding)\b",
        r"(?:decode|read)\s+and\s+(?:obey|follow)\b",
        r"(?:bỏ qua|phớt lờ|quên(?:\s+đi)?|đừng theo)\s+(?:hết\s+)?(?:mọi|tất cả|toàn bộ|các|những)\s[^.!?\n]{0,30}"
        r"(?:chỉ dẫn|hướng dẫn|chỉ thị|quy tắc|câu lệnh|mệnh lệnh|văn bản khác)",
        r"(?:lặp lại|in ra|nhắc lại)\s+(?:toàn bộ|tất cả|mọi)[^.!?\n]{0,30}(?:ở trên|phía trên|hệ thống)\b",
    ))
)  # fmt: skip
_OPENED = re.compile(r"(?:^|[.!?:;>\"“”)\]\n]\s*|\b(?:please|now|and|then|hãy|vui lòng|và)\s+)$")
_BEFORE = 12  # characters that an opening takes
_ORDERS = re.compile(
    "|".join((
        r"asked\b[^.!?\n]{0,160},\s*(?:answer|reply|respond|say|print)\b",
        r"you\s+are\s+(?:now|no\s+longer)\s+(?:an?\s+)?(?:\w+\s+){0,3}(?:assistant|ai|model|bot|dan)\b",
        r"stay\s+in\s+character\b|(?:begin|start)\s+(?:every|each|your)\s+(?:answer|reply|response)\b",
        r"(?:new|next)\s+task\s+for\s+the\s+(?:assistant|model|ai)\b|the\s+answer\s+to\s+(?:every|any|all)\s+questions?\s+is\b",
        r"hỏi\b[^.!?\n]{0,160}\bhãy\s+(?:trả lời|nói|đáp|in)\b",
        r"câu trả lời cho (?:mọi|tất cả|bất kỳ)[^.!?\n]{0,10}câu hỏi\b|bạn (?:bây giờ|giờ đây|từ nay) là\b",
        r"忽略[^。\n]{0,12}(?:指示|指令)|игнорируй[^.\n]{0,30}(?:указани|инструкци)|تجاهل[^.\n]{0,30}التعليمات",
        r"<\|\w{1,20}\|>|\[/?inst\]|<</?sys>>",
        r"</?(?:system|context|documents?|passages?|tool_(?:call|result)s?|assistant|instructions?)>",
        r"\"(?:role|tool_calls?|function_call)\"\s*:|\"(?:outcome|support)\"\s*:\s*\"",
    ))
)  # fmt: skip
_ASKING = re.compile(r"^\W*(?:user|human|người dùng|người hỏi)\s*:", re.MULTILINE)
_ANSWERING = re.compile(r"^\W*(?:assistant|ai|bot|chatbot|trợ lý(?: ảo)?)\s*:", re.MULTILINE)


def speaks_to_machines(text: str) -> bool:
    """Whether a text gives orders to what reads it, or plays both parts of a conversation with it."""
    plain = nfc(text).casefold()
    if _ORDERS.search(plain) or (_ASKING.search(plain) and _ANSWERING.search(plain)):
        return True
    return any(_OPENED.search(plain, max(0, m.start() - _BEFORE), m.start()) for m in _IMPERATIVES.finditer(plain))


def without_orders(evidence: Sequence[Evidence], wanted: Collection[Entry] = ()) -> list[Evidence]:
    """The evidence less the passages that speak to machines; those of `wanted` documents stay, as what they are."""
    asked_for = {e.revision for e in wanted}
    passages: dict[object, list[str]] = {}
    for e in evidence:
        if e.entry.revision not in asked_for:
            passages.setdefault(e.key, [e.title, e.above]).append(e.text)
    barred = {key for key, texts in passages.items() if speaks_to_machines("\n".join(texts))}
    return [e for e in evidence if e.key not in barred]
