"""A person who has a keyboard and nothing else: every key is pressed, and where it leads is looked
at after each one.
"""

from playwright.sync_api import Page, expect

FOCUS = """() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => {
  const found = document.activeElement;
  // A segment's own button is not drawn: its face shows the focus.
  const face = found.matches(".segment input") ? found.nextElementSibling : found;
  const style = getComputedStyle(face);
  const ring = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0;
  done({ body: found === document.body, seen: ring || found.matches(".board, dialog") });
})))"""
MOST = 80  # of one key on the way to something


class Keys:
    """The keyboard of a page. Focus may never be lost, nor rest where it cannot be seen."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def press(self, *keys: str) -> None:
        """These keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
            self.look(key)

    def look(self, when: str) -> None:
        """Fails if focus is lost or not seen."""
        focus = self.page.evaluate(FOCUS)
        assert not focus["body"], f"focus is lost after {when}"
        assert focus["seen"], f"focus is not seen after {when}"

    def go_to(self, selector: str, key: str = "Tab") -> None:
        """Press a key until something has the focus."""
        for _ in range(MOST):
            if self.page.locator(f"{selector}:focus").count() == 1:
                return
            self.press(key)
        raise AssertionError(f"{key} does not lead to {selector}")

    def use(self, selector: str, key: str = "Tab") -> None:
        """Go to something and press Enter."""
        self.go_to(selector, key)
        self.press("Enter")

    def hears(self, words: str) -> None:
        """A screen reader is told this."""
        live = self.page.locator("[role=status], [role=alert], [aria-live]")
        expect(live.filter(has_text=words).first).to_be_attached()
