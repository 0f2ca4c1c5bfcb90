"""The whole HTTP map."""

from django.contrib import admin
from django.http import HttpRequest, JsonResponse
from django.urls import include, path, re_path
from django.views.decorators.http import require_safe
from drf_spectacular.views import SpectacularJSONAPIView

from games.pages import views as pages
from games.protocol.ids import PATTERN


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Whether this process answers; for load balancers and the supervisor."""
    return JsonResponse({"status": "ok"})


urlpatterns = [
    path("", pages.home, name="home"),
    path("solo/", pages.solo, name="solo"),
    path("lobby/", pages.lobby, name="lobby"),
    path("new/", pages.new_match, name="new-match"),
    re_path(rf"^match/(?P<match_id>{PATTERN})/$", pages.match, name="match-page"),
    path("rules/", pages.rules, name="rules"),
    path("rules/exact/", pages.exact_rules, name="exact-rules"),
    path("health/", health, name="health"),
    path("api/schema/", SpectacularJSONAPIView.as_view(), name="schema"),
    path("api/v1/", include("accounts.api.urls")),
    path("api/v1/", include("games.api.urls")),
    path("admin/", admin.site.urls),
]

handler403 = "games.pages.views.forbidden"
handler404 = "games.pages.views.not_found"
