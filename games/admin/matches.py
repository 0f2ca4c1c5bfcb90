"""Matches and their logs, to read; and a check of the log."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_POST, require_safe

from games.admin.reading import ReadOnly, ReadOnlyAdmin, account, exactly, when
from games.admin.words import (
    CHANCES,
    CLOCKS,
    KINDS,
    MODES,
    ChanceFilter,
    ClockFilter,
    KindFilter,
    ModeFilter,
    word,
)
from games.ledger.failure import Unverified
from games.ledger.genesis import UNTIMED
from games.matches.audit import audit
from games.matches.logbook import lines
from games.models import Archive, Match, Seat

LOG_PAGE = 200  # entries
MOST_CHECKED = 10  # matches of one request: a check takes up to seconds


class SeatInline(ReadOnly, admin.TabularInline):  # type: ignore[type-arg]
    """Who sits where."""

    model = Seat
    extra = 0
    can_delete = False
    fields = readonly_fields = (
        "number", "who", "bot_level", "taken", "ready", "absent", "seen", "rank", "score",
    )  # fmt: skip

    @admin.display(description="Mayor")
    def who(self, seat: Seat) -> str:
        """The name, with the account behind it."""
        return account(seat.user_id, seat.name)

    @admin.display(description="Seen")
    def seen(self, seat: Seat) -> str:
        """When a socket of the mayor last lived."""
        return when(seat.seen_at)


@admin.register(Match)
class MatchAdmin(ReadOnlyAdmin):
    """Find a match, look at it, read its log, check it."""

    list_display = ("id", "status", "played", "host", "rounds_of", "sequence", "created", "log")
    list_filter = (
        "status",
        "visibility",
        KindFilter,
        ModeFilter,
        ClockFilter,
        ChanceFilter,
        "rules_version",
    )
    search_fields = ("=id", "host_name", "=host_user_id")
    search_help_text = "Id of the match, name of the host, or number of the host's account"
    ordering = ("-created_at",)
    actions = ["verify"]
    inlines = [SeatInline]
    # The secret is not among them, and must not be.
    fieldsets = (
        (None, {"fields": ("id", "status", "visibility", "rated", "host", "log")}),
        ("What is played", {"fields": ("played", "size", "seats", "chance_word", "clock")}),
        (
            "Where it stands",
            {"fields": ("rounds_of", "turn_seat", "due", "sequence", "epoch", "head_hex")},
        ),
        ("Rules", {"fields": ("rules_version", "rules_hex")}),
        ("Course", {"fields": ("created", "started", "ended", "result", "rematch_id", "file")}),
    )

    def get_urls(self) -> list[URLPattern]:
        """The log's page and the check beside Django's own."""
        wrap = self.admin_site.admin_view
        own = [
            path("<str:match_id>/log/", wrap(require_safe(self.log_page)), name="games_match_log"),
            path(
                "<str:match_id>/verify/", wrap(require_POST(self.verify_one)),
                name="games_match_verify",
            ),
        ]  # fmt: skip
        return own + super().get_urls()

    def get_queryset(self, request: HttpRequest) -> QuerySet[Match]:
        """Without what is large or secret."""
        return super().get_queryset(request).defer("genesis", "secret")

    # -- columns --------------------------------------------------------------------------

    @admin.display(description="Host", ordering="host_name")
    def host(self, match: Match) -> str:
        """Who made the match."""
        return account(match.host_user_id, match.host_name)

    @admin.display(description="Kind", ordering="kind")
    def played(self, match: Match) -> str:
        """Kind, and mode unless it is the usual one."""
        kind = word(KINDS, match.kind)
        return f"{kind}, {word(MODES, match.mode)}" if match.mode else kind

    @admin.display(description="Chance")
    def chance_word(self, match: Match) -> str:
        """Where chance comes from."""
        return word(CHANCES, match.chance)

    @admin.display(description="Clock")
    def clock(self, match: Match) -> str:
        """Kind of clock, with its times."""
        kind = word(CLOCKS, match.clock_kind)
        if match.clock_kind == UNTIMED:
            return kind
        return f"{kind}: {match.turn_ms // 1000} s a turn, {match.bank_ms // 1000} s in the bank"

    @admin.display(description="Round")
    def rounds_of(self, match: Match) -> str:
        """The round of how many."""
        return f"{match.round}/{match.rounds}"

    @admin.display(description="Made", ordering="created_at")
    def created(self, match: Match) -> str:
        """When it was made."""
        return when(match.created_at)

    @admin.display(description="Started")
    def started(self, match: Match) -> str:
        """When the last seat was open."""
        return when(match.started_at)

    @admin.display(description="Ended")
    def ended(self, match: Match) -> str:
        """When its log was closed."""
        return when(match.ended_at)

    @admin.display(description="Platform is due")
    def due(self, match: Match) -> str:
        """When the platform must act next."""
        return when(match.due_at)

    @admin.display(description="Chain hash")
    def head_hex(self, match: Match) -> str:
        """After the last entry."""
        return bytes(match.head).hex()

    @admin.display(description="Hash of the rules")
    def rules_hex(self, match: Match) -> str:
        """Of the files the match is played by."""
        return bytes(match.rules_hash).hex()

    @admin.display(description="Log")
    def log(self, match: Match) -> str:
        """A link to its page."""
        return format_html(
            '<a href="{}">Log</a>', reverse("admin:games_match_log", args=[match.pk])
        )

    @admin.display(description="Archive")
    def file(self, match: Match) -> str:
        """A link to the file, if there is one."""
        found = Archive.objects.filter(match=match).values_list("sha256", flat=True).first()
        if found is None:
            return "-"
        return format_html('<a href="{}">{}</a>', reverse("match-archive", args=[match.pk]), found)

    # -- the log --------------------------------------------------------------------------

    def log_page(self, request: HttpRequest, match_id: str) -> HttpResponse:
        """The entries in words, a page at a time."""
        match = self._match(request, match_id)
        written = request.GET.get("after", "0")
        after = int(written) if written.isascii() and written.isdigit() and len(written) < 10 else 0
        shown = lines(match, after, LOG_PAGE)
        context = {
            **self.admin_site.each_context(request),
            "title": f"Log of {match.pk}",
            "opts": self.opts,
            "match": match,
            "lines": [(line, exactly(line.time)) for line in shown],
            "next": shown[-1].sequence if shown and shown[-1].sequence < match.sequence else None,
            "previous": max(0, after - LOG_PAGE) if after else None,
        }
        return TemplateResponse(request, "admin/games/match/log.html", context)

    def verify_one(self, request: HttpRequest, match_id: str) -> HttpResponse:
        """Check a match and say on its log's page what was found."""
        self._say(request, self._match(request, match_id))
        return HttpResponseRedirect(reverse("admin:games_match_log", args=[match_id]))

    @admin.action(description="Verify: carry out anew from the log", permissions=["view"])
    def verify(self, request: HttpRequest, matches: QuerySet[Match]) -> None:
        """Check the selected matches and say what was found."""
        for match in matches[:MOST_CHECKED]:
            self._say(request, match)
        left = matches.count() - MOST_CHECKED
        if left > 0:
            messages.warning(request, f"{left} more were not checked: {MOST_CHECKED} at a time.")

    def _say(self, request: HttpRequest, match: Match) -> None:
        try:
            fold = audit(match.pk).fold
        except Unverified as error:
            messages.error(request, f"{match.pk} does not verify: {error}")
            return
        state = fold.state_hash.hex()
        messages.success(request, f"{match.pk}: {fold.sequence} entries verified, state {state}")

    def _match(self, request: HttpRequest, match_id: str) -> Match:
        match: Match | None = self.get_object(request, match_id)
        if match is None or not self.has_view_permission(request, match):
            raise Http404
        return match
