"""Matches for staff: everything to be read, nothing of a log to be changed, no secret shown."""

from typing import Any

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse

from accounts.models import User
from games import engine
from games.admin.matches import LOG_PAGE
from games.ledger import kinds
from games.matches import chat, logbook, outbox
from games.models import ChatLine, Match, OutboxRow, Seat, Transaction
from tests.matches.table import Table


def staff(*permissions: str) -> tuple[User, Client]:
    """Somebody of the staff with these rights alone; none: a superuser."""
    user = User.objects.create_user(
        email=f"staff{User.objects.count()}@example.org",
        password="a long password",
        is_staff=True,
        is_superuser=not permissions,
    )
    for name in permissions:
        user.user_permissions.add(Permission.objects.get(codename=name))
    client = Client()
    client.force_login(user)
    return user, client


def page(client: Client, name: str, *arguments: object, status: int = 200) -> str:
    """The page of the admin by its name."""
    answer = client.get(reverse(f"admin:games_{name}", args=arguments))
    assert answer.status_code == status
    return answer.content.decode()


def act(client: Client, model: str, action: str, *rows: Any) -> str:
    """What the admin says after an action on these rows."""
    body = {"action": action, "_selected_action": [row.pk for row in rows]}
    answer = client.post(reverse(f"admin:games_{model}_changelist"), body, follow=True)
    assert answer.status_code == 200
    return answer.content.decode()


def test_a_match_is_found_and_read_with_its_seats_and_without_its_secret(table: Table) -> None:
    match = table.playing(bots=[0], turn=60)
    other = table.order()
    _, client = staff()
    listed = page(client, "match_changelist")
    assert match.id in listed and other.id in listed
    for words, found in ((match.id, True), ("Guest 0", True), (match.id[:20], False)):
        answer = client.get(reverse("admin:games_match_changelist"), {"q": words})
        assert (match.id in answer.content.decode().replace(f'"{words}"', "")) == found
    shown = page(client, "match_change", match.id)
    assert bytes(match.head).hex() in shown
    assert "Guest 0" in shown and "Bruno" in shown
    assert reverse("admin:accounts_user_change", args=[table.person(0).pk]) in shown
    for secret in (bytes(match.secret), bytes(match.genesis)):
        for text in (listed, shown):
            assert secret.hex() not in text and repr(secret) not in text
    assert '<input type="text" name' not in shown


@pytest.mark.parametrize("model", ["match", "chatline", "outboxrow"])
def test_nothing_can_be_added_changed_or_deleted(table: Table, model: str) -> None:
    match = table.play_out(table.playing(kind=3, size=16, rounds=6, bots=[0], chance=0))
    line = chat.say(match.id, table.person(0).pk, "Guest 0", 0, bytes(16), "Hello")
    rows = {"match": match, "chatline": line, "outboxrow": OutboxRow.objects.get()}
    _, client = staff()
    address = reverse(f"admin:games_{model}_change", args=[rows[model].pk])
    assert client.get(address).status_code == 200
    tables = (Match, Seat, Transaction, ChatLine, OutboxRow)
    before = [list(kept.objects.values_list()) for kept in tables]
    changes = {"status": "void", "text": "Bye", "done_at": 1, "places-TOTAL_FORMS": 0}
    assert client.post(address, changes).status_code == 403
    for step in ("add", "delete"):
        arguments = [] if step == "add" else [rows[model].pk]
        where = reverse(f"admin:games_{model}_{step}", args=arguments)
        assert client.post(where, {"post": "yes"}).status_code == 403
    assert [list(kept.objects.values_list()) for kept in tables] == before


# -- the log ------------------------------------------------------------------------------


def test_the_log_is_told_in_words_page_by_page(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("games.admin.matches.LOG_PAGE", 4)
    match = table.playing(bots=[0])
    table.end_turn(match)
    match.refresh_from_db()
    _, client = staff()
    said = ""
    address: str | None = reverse("admin:games_match_log", args=[match.id])
    pages = 0
    while address:
        answer = client.get(address)
        said += answer.content.decode()
        pages += 1
        after = answer.context["next"]
        base = reverse("admin:games_match_log", args=[match.id])
        address = f"{base}?after={after}" if after is not None else None
    assert pages == -(-match.sequence // 4)
    for words in ("JOIN", "READY", "DRAW", "END_TURN", "PLAYER", "BOT", "CLOCK", "commitment"):
        assert words in said
    for head in Transaction.objects.filter(match=match).values_list("head", flat=True):
        assert bytes(head).hex() in said
    assert LOG_PAGE == 200


def test_an_entry_that_cannot_be_read_is_shown_as_such(table: Table) -> None:
    match = table.playing(bots=[0])
    Transaction.objects.filter(match=match, sequence=2).update(entry=b"\x00")
    _, client = staff()
    assert "unreadable" in page(client, "match_log", match.id)


def test_every_kind_authority_and_action_has_its_name() -> None:
    assert logbook.KIND_NAMES.keys() == kinds.KINDS.keys()
    authorities = {kinds.PLAYER, kinds.BOT, kinds.CLOCK, kinds.BY_STAFF}
    assert logbook.AUTHORITY_NAMES.keys() == authorities
    for version, rules in engine.VERSIONS:
        assert logbook.action_names(version).keys() == set(rules.actions.ALL_KINDS)


def test_a_check_says_what_it_found(table: Table) -> None:
    good, bad = table.playing(bots=[0]), table.playing(bots=[0])
    Transaction.objects.filter(match=bad, sequence=3).update(head=bytes(32))
    _, client = staff()
    said = act(client, "match", "verify", good, bad)
    assert f"{good.id}: {good.sequence} entries verified" in said
    assert f"{bad.id} does not verify: CHAIN at 3" in said
    address = reverse("admin:games_match_verify", args=[good.id])
    assert client.get(address).status_code == 405
    answer = client.post(address, follow=True)
    assert "entries verified" in answer.content.decode()
    assert answer.redirect_chain[0][0] == reverse("admin:games_match_log", args=[good.id])


# -- chat and outbox ----------------------------------------------------------------------


def test_staff_hide_lines_and_show_them_again_under_their_name(table: Table) -> None:
    match = table.order()
    author = table.person(0).pk
    lines = [chat.say(match.id, author, "Guest 0", 0, bytes([i] * 16), "<b>Hi</b>") for i in (1, 2)]
    user, client = staff()
    assert "&lt;b&gt;Hi&lt;/b&gt;" in page(client, "chatline_changelist")
    assert "2 hidden." in act(client, "chatline", "hide", *lines)
    assert chat.recent(match.id) == []
    assert set(ChatLine.objects.values_list("hidden_by", flat=True)) == {user.pk}
    other, second = staff()
    assert "0 hidden." in act(second, "chatline", "hide", lines[0])
    assert ChatLine.objects.get(pk=lines[0].pk).hidden_by == user.pk != other.pk
    assert "1 shown again." in act(second, "chatline", "show", lines[0])
    assert [line.pk for line in chat.recent(match.id)] == [lines[0].pk]
    done = LogEntry.objects.filter(user_id=user.pk)
    assert {entry.get_change_message() for entry in done} == {"Hidden"}
    assert done.count() == 2


def test_work_that_was_given_up_is_tried_again(table: Table) -> None:
    table.play_out(table.playing(kind=3, size=16, rounds=6, bots=[0], chance=0))
    row = OutboxRow.objects.get()
    OutboxRow.objects.update(created_at=1, attempts=outbox.MOST_TRIES)
    assert outbox.overdue() == []
    _, client = staff()
    assert "1 will be tried again" in act(client, "outboxrow", "again", row)
    assert outbox.overdue() == [row.pk]


# -- who may ------------------------------------------------------------------------------


def test_only_staff_with_the_right_see_and_act(table: Table) -> None:
    match = table.playing(bots=[0])
    line = chat.say(match.id, table.person(0).pk, "Guest 0", 0, bytes(16), "Hello")
    guest = Client()
    guest.force_login(table.person(0))
    names = (("match_changelist",), ("match_log", match.id), ("chatline_changelist",))
    for name, *arguments in names:
        page(guest, name, *arguments, status=302)
    _, reader = staff("view_user")
    for name, *arguments in names:
        page(reader, name, *arguments, status=404 if name == "match_log" else 403)
    address = reverse("admin:games_match_verify", args=[match.id])
    assert reader.post(address).status_code == 404
    _, watcher = staff("view_match", "view_chatline")
    for name, *arguments in names:
        page(watcher, name, *arguments)
    act(watcher, "chatline", "hide", line)
    assert ChatLine.objects.get().hidden_by is None
    _, moderator = staff("view_chatline", "change_chatline")
    act(moderator, "chatline", "hide", line)
    assert ChatLine.objects.get().hidden_by is not None
