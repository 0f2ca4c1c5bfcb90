"""Before the start: openings that were promised, lost, and promised anew."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Route, expect

from tests.browser.mayor import LONG, Mayor, mayors
from tests.browser.proxy import Proxy
from tests.browser.server import Server


def _seat(ada: Mayor, linus: Mayor) -> str:
    match = ada.order(kind=0, seats=2)
    for seat, mayor in enumerate((ada, linus)):
        mayor.sit_down(match, seat)
    expect(ada.page.locator("[data-seat='1']")).to_contain_text("Linus")
    return match


def _expect_begun(*people: Mayor) -> None:
    for mayor in people:
        expect(mayor.page.locator(".match")).to_be_attached(timeout=LONG)
        mayor.expect_trust("verified")


def test_who_goes_after_the_first_opening_makes_everybody_promise_anew_without_asking(
    server: Server, chromium: Browser
) -> None:
    with mayors(chromium, server, "Ada", "Linus") as [ada, linus]:
        match = _seat(ada, linus)
        ada.ready()
        expect(ada.page.locator("[data-seat='0']")).to_have_attribute("data-state", "ready")
        linus.page.locator("[data-leave]").click()
        expect(ada.page.locator("[data-seat='1']")).to_have_attribute("data-state", "free")
        expect(linus.page.locator("[data-join='1']")).to_be_visible()
        assert ada.ask("GET", f"matches/{match}/")["attempt"] == 1
        linus.take_seat(1)
        linus.ready()
        _expect_begun(ada, linus)


def test_who_was_ready_when_the_line_was_cut_is_ready_anew_when_that_attempt_has_failed(
    server: Server, chromium: Browser
) -> None:
    with mayors(chromium, server, "Ada", "Linus", silent=False) as [ada, linus]:
        proxy = Proxy(ada.page)
        match = _seat(ada, linus)
        proxy.hold("committed")
        ada.ready()
        expect(linus.page.locator("[data-seat='0']")).to_have_attribute("data-state", "ready")
        proxy.cut()
        linus.page.locator("[data-leave]").click()
        expect(linus.page.locator("[data-join='1']")).to_be_visible()
        assert ada.ask("GET", f"matches/{match}/")["attempt"] == 1
        linus.take_seat(1)
        proxy.mend()
        expect(linus.page.locator("[data-seat='0']")).to_have_attribute("data-state", "ready")
        linus.ready()
        _expect_begun(ada, linus)


@contextmanager
def _slow_to_promise(ada: Mayor, linus: Mayor) -> Iterator[str]:
    """Ada has lost her opening and promised anew; Linus, who had opened, is at it. The match."""
    match = _seat(ada, linus)
    ada.page.evaluate("localStorage.clear()")
    ada.page.reload()
    linus.ready()
    expect(ada.page.locator("[data-seat='1']")).to_have_attribute("data-state", "ready")
    held: list[Route] = []
    linus.page.route("**/join/", lambda route: held.append(route))
    with linus.page.expect_request("**/join/"), ada.page.expect_response("**/join/"):
        ada.ready()
    assert ada.ask("GET", f"matches/{match}/")["attempt"] == 1
    expect(linus.page.locator("[data-seat='0'][data-state=waiting]")).to_be_attached()
    yield match
    held[0].continue_()
    linus.page.unroute("**/join/")


def test_an_opening_that_was_lost_is_promised_anew(server: Server, chromium: Browser) -> None:
    with mayors(chromium, server, "Ada", "Linus") as [ada, linus]:
        with _slow_to_promise(ada, linus):
            expect(ada.page.locator("[data-seat='0'].mine")).to_be_attached()
            expect(ada.page.locator(".room-wrong")).to_have_text("")
        _expect_begun(ada, linus)


def test_who_is_taken_off_a_seat_while_others_promise_anew_can_sit_down_again(
    server: Server, chromium: Browser
) -> None:
    with mayors(chromium, server, "Ada", "Linus") as [ada, linus]:
        with _slow_to_promise(ada, linus) as match:
            linus.page.locator("[data-remove='0']").click()  # the host's place was passed on to him
            ada.take_seat(0)
        assert ada.ask("GET", f"matches/{match}/")["attempt"] == 1
        ada.ready()
        _expect_begun(ada, linus)
