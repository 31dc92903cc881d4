"""What the tests of the work views need beside the window: checklists made by a program, files saved."""

import re
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from tests.window import Api


class WorkApi(Api):
    """The API, with the checklists of it."""

    def checklist(self, topic: str = "hồ sơ nhập học", **more: object) -> dict[str, Any]:
        """A new checklist."""
        return dict(self("/api/checklists", {"topic": topic, "language": "en", **more}))

    def items(self, id: str) -> list[dict[str, Any]]:
        """The items of a checklist in their order."""
        return [i for s in self(f"/api/checklists/{id}")["sections"] for i in s["items"]]


@pytest.fixture
def api(address: str) -> WorkApi:
    """The API of the server that tests share."""
    return WorkApi(address)


def saved_as(page: Page, name: str | re.Pattern[str]) -> Path:
    """The file that a choice of the export menu gives."""
    page.get_by_role("button", name=re.compile("^(Export|Xuất tệp)$")).first.click()
    with page.expect_download() as download:
        page.get_by_role("menuitem", name=name).click()
    kept = Path(str(download.value.path())).parent / download.value.suggested_filename
    download.value.save_as(kept)
    return kept
