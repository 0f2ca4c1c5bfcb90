"""What people say in matches: staff hide lines and show them again."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from games.admin.reading import ReadOnlyAdmin, account, match_page, when
from games.matches import chat
from games.models import ChatLine


@admin.register(ChatLine)
class ChatLineAdmin(ReadOnlyAdmin):
    """Find lines, the reported ones first among equals."""

    list_display = ("said", "of_match", "author", "text", "reported", "hider")
    list_display_links = ("said",)
    list_filter = (("hidden_by", admin.EmptyFieldListFilter), "reported")
    search_fields = ("=match__id", "name", "text", "=user_id")
    search_help_text = "Id of a match, a name, words, or the number of an account"
    ordering = ("-time",)
    actions = ["hide", "show"]
    fields = ("said", "of_match", "seat", "author", "text", "reported", "hider")

    def has_moderate_permission(self, request: HttpRequest) -> bool:
        """Whoever may change lines may hide them."""
        return bool(request.user.has_perm("games.change_chatline"))

    @admin.display(description="Time", ordering="time")
    def said(self, line: ChatLine) -> str:
        """When."""
        return when(line.time)

    @admin.display(description="Match")
    def of_match(self, line: ChatLine) -> str:
        """Where."""
        return match_page(line.match_id)

    @admin.display(description="Author", ordering="name")
    def author(self, line: ChatLine) -> str:
        """Who, by the name of that time."""
        return account(line.user_id, line.name)

    @admin.display(description="Hidden by")
    def hider(self, line: ChatLine) -> str:
        """Who of the staff hid it."""
        return account(line.hidden_by)

    @admin.action(description="Hide from everybody", permissions=["moderate"])
    def hide(self, request: HttpRequest, selected: QuerySet[ChatLine]) -> None:
        """Hide the lines, in the name of who asks."""
        lines = list(selected)
        count = chat.hide([line.pk for line in lines], request.user.pk or 0)
        for line in lines:
            self.log_change(request, line, "Hidden")
        messages.success(request, f"{count} hidden.")

    @admin.action(description="Show again", permissions=["moderate"])
    def show(self, request: HttpRequest, selected: QuerySet[ChatLine]) -> None:
        """Show the lines again."""
        lines = list(selected)
        count = chat.show([line.pk for line in lines])
        for line in lines:
            self.log_change(request, line, "Shown again")
        messages.success(request, f"{count} shown again.")
