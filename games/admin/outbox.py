"""Work that commits have made due: what is open, what fails, and trying it again."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from games.admin.reading import ReadOnlyAdmin, match_page, when
from games.matches import outbox
from games.models import OutboxRow


@admin.register(OutboxRow)
class OutboxRowAdmin(ReadOnlyAdmin):
    """The rows, with how often they were tried."""

    list_display = ("kind", "of_match", "made", "attempts", "done")
    list_filter = (("done_at", admin.EmptyFieldListFilter), "kind", "attempts")
    search_fields = ("=match__id",)
    ordering = ("-created_at",)
    actions = ["again"]
    fields = ("kind", "of_match", "made", "attempts", "done")

    def has_retry_permission(self, request: HttpRequest) -> bool:
        """Whoever may change rows may have them tried again."""
        return bool(request.user.has_perm("games.change_outboxrow"))

    @admin.display(description="Match")
    def of_match(self, row: OutboxRow) -> str:
        """Whose end made it due."""
        return match_page(row.match_id)

    @admin.display(description="Due since", ordering="created_at")
    def made(self, row: OutboxRow) -> str:
        """When the commit was."""
        return when(row.created_at)

    @admin.display(description="Done", ordering="done_at")
    def done(self, row: OutboxRow) -> str:
        """When the result was there."""
        return when(row.done_at)

    @admin.action(description="Try again within half a minute", permissions=["retry"])
    def again(self, request: HttpRequest, selected: QuerySet[OutboxRow]) -> None:
        """Forget the failures, so that the next look for open work takes the rows."""
        rows = list(selected)
        count = outbox.again([row.pk for row in rows])
        for row in rows:
            self.log_change(request, row, "Tried again")
        messages.success(request, f"{count} will be tried again; what is done stays done.")
