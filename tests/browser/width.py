"""Whether a page fits its window."""

from playwright.sync_api import Page


def overhang(page: Page) -> int:
    """CSS pixels by which the page is wider than its window."""
    return int(page.evaluate("document.documentElement.scrollWidth - innerWidth"))
