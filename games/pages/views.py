"""The pages. Each reads what it shows and renders a template; nothing is written here."""

from typing import Any

import msgspec
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from games.matches import queries
from games.pages import lines, rule_book
from games.pages.choices import choices

MOST_ON_HOME = 4


def _mayor(request: HttpRequest) -> dict[str, Any] | None:
    """Who is here, as the client knows mayors; None for somebody who has not played yet."""
    user = getattr(request, "user", None)  # a refusal may come before the session is looked at
    if user is None or not user.is_authenticated:
        return None
    return {"public_id": user.public_id, "name": user.display_name, "colour": user.colour}


def _page(request: HttpRequest, template: str, status: int = 200, **context: Any) -> HttpResponse:
    return render(request, template, {"mayor": _mayor(request), **context}, status=status)


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The first page: play, own matches, and what is open in the lobby."""
    own = lines.own(request.user.pk)
    listed, in_all = lines.listed(MOST_ON_HOME, without=own)
    return _page(request, "pages/home.html", own=own, listed=listed, in_all=in_all)


@require_safe
def solo(request: HttpRequest) -> HttpResponse:
    """Matches against bots that lie in the browser alone."""
    return _page(request, "pages/solo.html", page="solo")


@require_safe
def lobby(request: HttpRequest) -> HttpResponse:
    """The open matches: as they are now, and live as long as the socket is there."""
    own = lines.own(request.user.pk)
    listed, _ = lines.listed(queries.MOST_OPEN, without=own)
    data = {
        "matches": msgspec.to_builtins([each.card for each in listed]),
        "mine": [each.card.id for each in own],
    }
    return _page(request, "pages/lobby.html", page="lobby", own=own, listed=listed, data=data)


@require_safe
def new_match(request: HttpRequest) -> HttpResponse:
    """The form of a new match."""
    return _page(request, "pages/new_match.html", page="new", choices=choices())


@require_safe
def match(request: HttpRequest, match_id: str) -> HttpResponse:
    """One match, in whatever state it is. Knowing the id is the right to see it."""
    found = queries.find(match_id)
    if found is None:
        raise Http404
    return _page(request, "games/match.html", card=queries.card(found))


@require_safe
def rules(request: HttpRequest) -> HttpResponse:
    """The rule book for players."""
    return _page(
        request, "pages/rules.html", page="rules", part=rule_book.book()[rule_book.PLAYERS]
    )


@require_safe
def exact_rules(request: HttpRequest) -> HttpResponse:
    """The rules to the letter, for players who want to know."""
    part = rule_book.book()[rule_book.EXACT]
    return _page(request, "pages/rules.html", page="rules", part=part, exact=True)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Nothing has this address."""
    return _page(request, "404.html", status=404)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    """Not for whoever asks."""
    return _page(request, "403.html", status=403)
