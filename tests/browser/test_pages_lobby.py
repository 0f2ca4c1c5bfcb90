"""The lobby shows what is open as it changes, and goes on without its socket."""

from pathlib import Path

from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from tests.browser.server import Server


def _make(server: Server, page: Page) -> str:
    page.goto(server.url + "new/?listed")
    page.locator("[data-make]").click()
    expect(page.locator("[data-room]")).to_be_visible(timeout=30_000)
    return page.url.rstrip("/").rsplit("/", 1)[-1]


def _stay(page: Page) -> None:
    """Do something, as somebody does who wants to stay."""
    page.mouse.move(200, 300)
    page.mouse.move(210, 300)


def test_a_match_appears_is_joined_with_one_click_and_goes_when_it_begins(
    server: Server, chromium: Browser
) -> None:
    here, there = chromium.new_context(), chromium.new_context()
    lobby, host = here.new_page(), there.new_page()
    lobby.goto(server.url + "lobby/")
    _stay(lobby)
    expect(lobby.locator("[data-lobby-state=live]")).to_be_visible()
    match = _make(server, host)
    card = lobby.locator(f"[data-open='{match}']")
    expect(card).to_contain_text("1 of 2")
    expect(card).to_contain_text("1 min a turn, 3 min in the bank")
    watcher = here.new_page()
    watcher.goto(server.url + "lobby/")
    expect(watcher.locator("[data-lobby-state=live]")).to_be_visible()
    card.locator(f"[data-join='{match}']").click()
    expect(lobby.locator("[data-room]")).to_be_visible(timeout=30_000)
    expect(lobby).to_have_url(f"{server.url}match/{match}/")
    expect(watcher.locator(f"[data-open='{match}']")).to_contain_text("2 of 2")
    for page in (lobby, host):
        page.locator("[data-ready]").click()
    expect(watcher.locator(f"[data-open='{match}']")).to_have_count(0, timeout=30_000)
    here.close()
    there.close()


def test_who_only_passes_by_sees_matches_come_and_go_without_getting_an_account(
    server: Server, chromium: Browser
) -> None:
    here, there = chromium.new_context(), chromium.new_context()
    here.clock.install()
    home, lobby, host = here.new_page(), here.new_page(), there.new_page()
    home.goto(server.url)
    lobby.goto(server.url + "lobby/")
    expect(lobby.locator("[data-lobby-state]")).to_be_attached()
    match = _make(server, host)
    for page in (home, lobby):
        page.clock.run_for(5_000)
        expect(page.locator(f"[data-open='{match}']")).to_contain_text("1 of 2")
    host.locator("[data-leave]").click()
    expect(host.locator("[data-leave]")).to_have_count(0)
    for page in (home, lobby):
        page.clock.run_for(5_000)
        expect(page.locator(f"[data-open='{match}']")).to_have_count(0)
    assert "sessionid" not in [cookie["name"] for cookie in here.cookies()]
    here.close()
    there.close()


def test_without_the_socket_the_list_is_the_server_s_and_the_socket_comes_back(
    server: Server, chromium: Browser
) -> None:
    here, there = chromium.new_context(), chromium.new_context()
    match = _make(server, there.new_page())
    lobby = here.new_page()
    broken = True

    def cut(socket: WebSocketRoute) -> None:
        if broken:
            socket.close(code=1012)
        else:
            socket.connect_to_server()

    lobby.route_web_socket("**/ws/lobby/", cut)
    lobby.goto(server.url + "lobby/")
    _stay(lobby)
    expect(lobby.locator("[data-lobby-state=lost]")).to_contain_text("No live connection")
    expect(lobby.locator(f"[data-open='{match}']")).to_be_visible()
    broken = False
    expect(lobby.locator("[data-lobby-state=live]")).to_be_visible(timeout=30_000)
    expect(lobby.locator(f"[data-open='{match}']")).to_be_visible()
    here.close()
    there.close()


def test_an_empty_lobby_invites_to_make_a_match(tmp_path: Path, page: Page) -> None:
    with Server(tmp_path) as server:
        server.wait_until_ready()
        page.goto(server.url + "lobby/")
        _stay(page)
        expect(page.locator("[data-lobby-state=live]")).to_contain_text("You are the only one here")
        page.get_by_role("link", name="Open a match, and whoever comes by can join").click()
        expect(page.get_by_role("radio", name="Everybody")).to_be_checked()
