"""In whose name somebody asks is believed of the proxies that were named, and of nobody else."""

from pathlib import Path

import pytest

from tests.browser.guest import GuestBrowser
from tests.browser.server import Server


@pytest.mark.parametrize(("proxies", "second"), [("", 429), ("10.0.0.0/8,127.0.0.1", 201)])
def test_a_forwarded_address_counts_only_from_a_proxy(
    proxies: str, second: int, tmp_path: Path
) -> None:
    with Server(tmp_path, GUESTS_AN_HOUR="1", TRUSTED_PROXIES=proxies) as server:
        server.wait_until_ready()
        statuses = []
        for address in ("192.0.2.1", "192.0.2.2"):
            browser = GuestBrowser(server.url, X_Forwarded_For=address)
            browser.send("GET")
            statuses.append(browser.send("POST")[0])
    assert statuses == [201, second]
