"""What the tests of a checklist's page find and do on it."""

import re

from playwright.sync_api import Locator, Page, expect


def items(page: Page) -> Locator:
    """The items of a checklist."""
    return page.locator(".item")


def tasks(page: Page) -> list[str]:
    """Their tasks, as they are shown."""
    return page.locator(".item-task").all_text_contents()


def is_saved(page: Page) -> None:
    """Waits until all changes are kept."""
    expect(page.locator(".save-state")).to_have_attribute("data-state", "saved")


def edit(page: Page, at: int) -> Locator:
    """Opens the form of an item."""
    items(page).nth(at).get_by_role("button", name=re.compile("^Edit")).click()
    return items(page).nth(at).locator("form")
