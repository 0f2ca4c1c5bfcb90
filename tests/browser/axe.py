"""What axe, the accessibility checker, finds on a page."""

from playwright.sync_api import Page

from tests.browser.server import REPOSITORY

AXE = REPOSITORY / "client" / "node_modules" / "axe-core" / "axe.min.js"


def violations(page: Page) -> list[str]:
    """Each rule that is broken, with the first element that breaks it."""
    page.evaluate(AXE.read_text())
    found: list[str] = page.evaluate(
        """async () => (await axe.run()).violations.map(
            ({ id, nodes }) => `${id}: ${nodes[0].html} ${nodes[0].failureSummary}`)"""
    )
    return found
