"""What a process without sockets writes, as the worker does, in the default set-up."""

import os
import statistics
import subprocess
import sys

from playwright.sync_api import Browser

from tests.browser.mayor import begin, mayors
from tests.browser.server import REPOSITORY, Server

END_THE_TURN = """
import sys, time
import django
django.setup()
from games.matches import turns, warm
from games.models import Match
from tests.matches.table import Table
match = Match.objects.get(pk=sys.argv[1])
found = warm.load(match.id)
turns.submit(Table().action(match, found.turn_seat(), (found.rules.actions.END_TURN,)))
print(time.time() * 1000)
"""
WATCH = """() => {
  window.shown = new Promise((resolve) => {
    const watch = new MutationObserver(() => {
      watch.disconnect();
      resolve(Date.now());
    });
    const match = document.querySelector(".match");
    watch.observe(match, { attributes: true, attributeFilter: ["data-hash"] });
  });
}"""


def test_an_entry_that_another_process_made_is_on_the_screen_within_two_seconds(
    server: Server, chromium: Browser
) -> None:
    with mayors(chromium, server, "Ada", "Linus") as [ada, linus]:
        match = ada.order(kind=0, seats=2)
        begin(match, ada, linus)
        ada.wait_for_turn()
        took = []
        for _ in range(3):
            ada.page.evaluate(WATCH)
            done = subprocess.run(
                [sys.executable, "-c", END_THE_TURN, match],
                cwd=REPOSITORY,
                env={
                    **os.environ,
                    "DATA_DIR": str(server.data_dir),
                    "DJANGO_SETTINGS_MODULE": "citybuilder.settings",
                },
                capture_output=True,
                text=True,
                check=True,
            )
            took.append(ada.page.evaluate("window.shown") - float(done.stdout))
        assert statistics.median(took) < 2000, took
        ada.expect_trust("verified")
