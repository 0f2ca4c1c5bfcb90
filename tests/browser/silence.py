"""Pages must stay silent: what a page complains of in its console is a fault."""

from playwright.sync_api import ConsoleMessage, Page


def complaints(page: Page) -> list[str]:
    """A list that takes up each error, warning and policy violation from now on."""
    found: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            found.append(f"{message.type}: {message.text}")

    page.on("pageerror", lambda error: found.append(f"uncaught: {error}"))
    page.on("console", hear)
    return found
