"""What goes over HTTP about checklists: the drafts asked for, the changes sent, the lists given back."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from api.schemas.sent import FiltersBody, Text
from api.source_body import SourceBody, sources_shown
from assistant.checklists.edit import MOST_CHANGES, Change, Value, few_enough
from assistant.checklists.edit import Field as FieldName
from assistant.checklists.items import Checklist, Contested, Item, Kind
from assistant.checklists.store import Kept, Version
from corpus.messages import Language
from corpus.registers import Strength

Id = Annotated[str, Field(min_length=1, max_length=80)]
Who = Annotated[str, Field(max_length=200, description="who makes the change, as the versions show it")]
Words = Annotated[str, Field(max_length=4000)]


class _Sent(BaseModel):
    """A body that clients send: an unknown field is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class ChecklistBody(_Sent):
    """The topic of a checklist: a subject, or a document's number; `kind` else as the topic tells, or a procedure."""

    topic: Text = Field(examples=["phê duyệt đề án vị trí việc làm"])
    filters: FiltersBody | None = None
    kind: Kind | None = Field(default=None, examples=["procedure"])
    language: Language | None = Field(default=None, examples=["vi"])
    wide: bool = Field(default=False, description="also what the same documents have near the topic")
    who: Who = ""


class SetChange(_Sent):
    """Fills in a field of an item; the source's words cannot be set."""

    op: Literal["set"]
    item: Id
    field: FieldName
    value: Annotated[bool | Words | None, Field(examples=[True], description="of `due`: 2024-03-31")] = None

    def change(self) -> Change:
        """As the checklist takes it."""
        return Change("set", item=self.item, field=self.field, value=self.value)


class AddChange(_Sent):
    """Adds an item of one's own, at the end of a section or behind another item."""

    op: Literal["add"]
    task: Annotated[str, Field(min_length=1, max_length=4000)]
    section: str = Field(default="", max_length=200)
    after: Id | None = None
    lead: Words | None = None
    coordinators: Words | None = Field(default=None, description="parted by semicolons")
    deadline: Words | None = None
    day: date | None = None
    product: Words | None = None
    condition: Words | None = None
    assignee: Words | None = None
    due: date | None = None
    note: Words | None = None

    def change(self) -> Change:
        """As the checklist takes it."""
        given: dict[FieldName, Value] = {
            "task": self.task, "lead": self.lead, "coordinators": self.coordinators, "deadline": self.deadline,
            "day": self.day, "product": self.product, "condition": self.condition, "assignee": self.assignee,
            "due": self.due, "note": self.note,
        }  # fmt: skip
        values = tuple((field, value) for field, value in given.items() if value is not None)
        return Change("add", section=self.section, after=self.after, values=values)


class MoveChange(_Sent):
    """Moves an item behind another one (`after`), or to the top of its section, or of another `section`."""

    op: Literal["move"]
    item: Id
    after: Id | None = None
    section: str = Field(default="", max_length=200)

    def change(self) -> Change:
        """As the checklist takes it."""
        return Change("move", item=self.item, after=self.after, section=self.section)


class RemoveChange(_Sent):
    """Takes an item out; earlier versions still have it."""

    op: Literal["remove"]
    item: Id

    def change(self) -> Change:
        """As the checklist takes it."""
        return Change("remove", item=self.item)


class NameChange(_Sent):
    """Gives the checklist another title, or adds a section of that name."""

    op: Literal["title", "section"]
    value: Annotated[str, Field(min_length=1, max_length=1000)]

    def change(self) -> Change:
        """As the checklist takes it."""
        return Change(self.op, value=self.value)


class RenameChange(_Sent):
    """Gives a section another name."""

    op: Literal["rename"]
    section: Id
    value: Annotated[str, Field(min_length=1, max_length=1000)]

    def change(self) -> Change:
        """As the checklist takes it."""
        return Change("rename", section=self.section, value=self.value)


class PlaceChange(_Sent):
    """Moves a section with its items behind another section (`after`), or to the top."""

    op: Literal["place"]
    section: Id
    after: Id | None = None

    def change(self) -> Change:
        """As the checklist takes it."""
        return Change("place", section=self.section, after=self.after)


AnyChange = Annotated[
    SetChange | AddChange | MoveChange | RemoveChange | NameChange | RenameChange | PlaceChange,
    Field(discriminator="op"),
]


def _few_enough(sent: object) -> object:
    """Counts changes before any of them is read: too many are refused by their number, not as a wrong value."""
    if isinstance(sent, list):
        few_enough(len(sent))
    return sent


class ChangesBody(_Sent):
    """Changes made on a version of a checklist: all of them hold, or none."""

    version: int = Field(ge=1, description="the version that was looked at; refused (409) if it is not the latest")
    who: Who = ""
    changes: Annotated[
        list[AnyChange], Field(min_length=1, max_length=MOST_CHANGES), BeforeValidator(_few_enough)
    ]  # fmt: skip


class RestoreBody(_Sent):
    """An earlier version that is to be the next one."""

    version: int = Field(ge=1, description="the version that was looked at; refused (409) if it is not the latest")
    who: Who = ""


class ItemBody(BaseModel):
    """An item: the source's words (null: not stated; locked), then what people made of it."""

    id: str
    task: str
    lead: str | None
    coordinators: list[str]
    deadline: str | None = Field(examples=["trước ngày 31/3/2024"])
    day: date | None = Field(description="what the deadline's words mean, where they tell a day")
    inclusive: bool | None = Field(description="whether the day itself is in time; null where the words leave it open")
    product: str | None
    condition: str | None
    strength: Strength | None
    sources: list[SourceBody]
    against: list[str] = Field(description="items by which the sources differ")
    contested: list[Contested]
    group: str = Field(description="items of one group are alternatives")
    locked: bool
    done: bool
    assignee: str
    due: date | None = Field(description="a day that somebody set")
    note: str


class SectionBody(BaseModel):
    """A stage, an agency or a heading with its items."""

    id: str
    title: str
    items: list[ItemBody]


class LookedBody(BaseModel):
    """What was searched for the topic."""

    documents: int
    passages: int
    words: list[str]
    nearest: list[str]


class ChecklistShown(BaseModel):
    """A checklist as it is kept; `remarks` say why it is empty, what was left out, where sources differ."""

    id: str
    version: int
    title: str
    topic: str
    kind: Kind
    language: Language
    made: datetime
    sections: list[SectionBody]
    remarks: list[str]
    searched: LookedBody


class KeptBody(BaseModel):
    """A checklist as the list of them shows it."""

    id: str
    title: str
    topic: str
    kind: Kind
    made: datetime
    changed: datetime
    version: int
    items: int
    done: int


class ChecklistsBody(BaseModel):
    """Checklists that are kept, the last changed first: of `total` those from `offset` on."""

    total: int
    offset: int
    checklists: list[KeptBody]


class VersionBody(BaseModel):
    """A version: when, by whom, by which changes."""

    number: int
    at: datetime
    who: str
    changes: list[dict[str, object]]


class VersionsBody(BaseModel):
    """Every version of a checklist, the draft first."""

    id: str
    versions: list[VersionBody]


def checklist_shown(checklist: Checklist) -> ChecklistShown:
    """A checklist's body."""
    looked = checklist.searched
    return ChecklistShown(
        id=checklist.id,
        version=checklist.version,
        title=checklist.title,
        topic=checklist.topic,
        kind=checklist.kind,
        language=checklist.language,
        made=checklist.made,
        sections=[
            SectionBody(id=s.id, title=s.title, items=[_item(i) for i in checklist.of_section(s.id)])
            for s in checklist.sections
        ],
        remarks=list(checklist.remarks),
        searched=LookedBody(
            documents=looked.documents, passages=looked.passages, words=list(looked.words), nearest=list(looked.nearest)
        ),
    )


def checklists_body(total: int, kept: list[Kept], offset: int) -> ChecklistsBody:
    """The list's body."""
    rows = [KeptBody.model_validate(k, from_attributes=True) for k in kept]
    return ChecklistsBody(total=total, offset=offset, checklists=rows)


def versions_body(id: str, versions: list[Version]) -> VersionsBody:
    """The versions' body; of a change only what it says."""
    shown = [
        VersionBody(number=v.number, at=v.at, who=v.who, changes=[_change(c) for c in v.changes]) for v in versions
    ]
    return VersionsBody(id=id, versions=shown)


def _item(item: Item) -> ItemBody:
    names = ItemBody.model_fields.keys() - {"sources"}
    return ItemBody(**{n: getattr(item, n) for n in names}, sources=sources_shown(item.sources))


def _change(change: Change) -> dict[str, object]:
    said = {n: getattr(change, n) for n in ("op", "item", "field", "section", "after")}
    shown: dict[str, object] = {n: v for n, v in said.items() if v}
    if change.op in ("set", "title", "section", "rename", "restore"):
        shown["value"] = change.value
    return shown | dict(change.values)
