"""What the city in three dimensions costs: `python -m bench.city`.

The home page's recorded city, a full map of 32 x 32 with six boroughs built up, made and drawn by
the real renderer in Chromium. There is no graphics card here: what is measured is the work of the
page itself, and what it hands to the card. Now and then a frame waits for the imitated card.
"""

import contextlib
import json
import os
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import sync_playwright

CLIENT = Path(__file__).resolve().parents[1] / "client"
FLAGS = [
    "--no-sandbox",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
MINUTE = 60_000


@contextlib.contextmanager
def pages() -> Iterator[str]:
    """The page of pictures (client/sheet), served until the end of the block; its address."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    vite = ["node", "node_modules/vite/bin/vite.js", "--config", "vite.sheet.config.ts"]
    served = subprocess.Popen([*vite, "--port", str(port)], cwd=CLIENT, stdout=subprocess.DEVNULL)
    try:
        address = f"http://127.0.0.1:{port}/sheet/"
        for _ in range(100):
            with contextlib.suppress(OSError):
                urllib.request.urlopen(address, timeout=5).close()
                break
            time.sleep(0.1)
        yield address
    finally:
        served.terminate()
        served.wait()


def measure(address: str, query: str) -> dict[str, float]:
    """What the page says of itself for a query."""
    chromium = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=Path(chromium), args=FLAGS)
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"{address}?{query}")
        page.wait_for_function("document.title !== 'working'", timeout=5 * MINUTE)
        title = page.title()
        browser.close()
    if not title.startswith("done "):
        raise RuntimeError(title)
    return {key: float(value) for key, value in json.loads(title[5:]).items()}


def main() -> None:
    """Print the table of docs/performance.md."""
    with pages() as address:
        found = measure(address, "city&borders&life&measure")
    print("| what | target | measured | |")
    print("| --- | --- | --- | --- |")
    for what, target, key, unit in (
        ("draw calls of a picture with its shadows", 80, "calls", ""),
        ("draw calls while only life moves", 80, "stillCalls", ""),
        ("triangles of a picture", 400_000, "stillTriangles", ""),
        ("the page's work for a frame, median", 8, "frame", " ms"),
        ("the page's work for a frame, 9 of 10", 8, "frameMost", " ms"),
        ("geometry", 50, "megabytes", " MB"),
    ):
        met = "met" if found[key] <= target else "missed"
        print(f"| {what} | {target:,}{unit} | {found[key]:,.10g}{unit} | {met} |")
    print(f"\nThe city was made in {found['made'] / 1000:.1f} s.")


if __name__ == "__main__":
    main()
