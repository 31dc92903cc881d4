"""A sheet as JSON, with everything that it holds, and back again. Knows nothing of files."""

from typing import Any

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from assistant.sheet import Sheet
from corpus.errors import RequestError

FORMAT = "vanban-sheet/1"
_SHEET = TypeAdapter(Sheet)


def as_json(sheet: Sheet) -> bytes:
    """The whole sheet; `sheet_from_json` gives the same sheet again."""
    body = {"format": FORMAT, **_SHEET.dump_python(sheet, mode="json")}
    return to_json(_encodable(body), indent=2)


def sheet_from_json(text: str | bytes) -> Sheet:
    """The sheet that `as_json` gave out; raises RequestError if it is none."""
    try:
        body = TypeAdapter(dict[str, Any]).validate_json(text)
        if body.pop("format", None) != FORMAT:
            raise RequestError("sheet-unreadable", reason=f"format != {FORMAT}")
        return _SHEET.validate_python(body, strict=False)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(map(str, first["loc"]))
        raise RequestError("sheet-unreadable", reason=f"{place}: {first['msg']}".strip(": ")) from error


def _encodable(value: Any) -> Any:  # noqa: ANN401 - any JSON value
    """Lone surrogates (half of a sign) as U+FFFD, of the same length: UTF-8 cannot hold them."""
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {key: _encodable(item) for key, item in value.items()}
    return [_encodable(item) for item in value] if isinstance(value, list) else value
