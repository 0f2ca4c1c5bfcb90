"""The first page works under its own security policy."""

import urllib.error
import urllib.request

from playwright.sync_api import Browser, Page, Response, expect

from tests.browser.server import Server


def test_the_page_loads_the_rules_in_a_worker_without_a_complaint(
    server: Server, page: Page
) -> None:
    page.goto(server.url + "solo/")
    expect(page.locator("[data-rules-ready='0']")).to_be_visible()
    assert len(page.workers) == 1


def test_no_script_written_into_the_page_runs(server: Server, chromium: Browser) -> None:
    page = chromium.new_page()
    page.goto(server.url)
    page.evaluate(
        """() => {
            const script = document.createElement("script");
            script.textContent = "document.body.dataset.injected = 'yes'";
            document.body.append(script);
        }"""
    )
    assert page.evaluate("document.body.dataset.injected") is None
    page.close()


def test_every_file_comes_from_here_compressed_and_for_good(server: Server, page: Page) -> None:
    answers: list[Response] = []
    page.on("response", lambda answer: answers.append(answer))
    page.goto(server.url + "solo/")
    page.wait_for_selector("[data-rules-ready]")
    assets = [answer for answer in answers if "/static/assets/" in answer.url]
    kinds = {answer.url.rsplit(".", 1)[-1]: answer for answer in assets}
    assert {"js", "css", "wasm", "json"} <= kinds.keys()
    for answer in assets:
        assert answer.url.startswith(server.url)
        assert "immutable" in answer.headers["cache-control"]
        assert "content-security-policy" in answer.headers
    for kind in ("wasm", "json"):
        assert kinds[kind].headers["content-encoding"] == "gzip"


def test_the_health_check_answers_and_nothing_else_is_made_up(server: Server) -> None:
    with urllib.request.urlopen(server.url + "health/") as answer:
        assert (answer.status, answer.read()) == (200, b'{"status": "ok"}')
        assert answer.headers["Content-Type"] == "application/json"
    for path in ("absent/", "static/absent.js", "static/../pyproject.toml"):
        assert _status(server.url + path) == 404


def test_a_foreign_host_name_is_refused(server: Server) -> None:
    assert _status(server.url) == 200
    assert _status(server.url, host="elsewhere.example") == 400


def test_the_policy_allows_no_inline_code_and_no_eval(server: Server) -> None:
    with urllib.request.urlopen(server.url) as answer:
        policy = answer.headers["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    for directive in ("default-src", "object-src", "base-uri", "frame-ancestors"):
        assert f"{directive} 'none'" in policy


def _status(url: str, host: str | None = None) -> int:
    request = urllib.request.Request(url, headers={"Host": host} if host else {})
    try:
        with urllib.request.urlopen(request) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code
