"""The whole HTTP map."""

from django.http import HttpRequest, JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe
from django.views.generic import TemplateView


@require_safe
def health(request: HttpRequest) -> JsonResponse:
    """Whether this process answers; for load balancers and the supervisor."""
    return JsonResponse({"status": "ok"})


urlpatterns = [
    path("", TemplateView.as_view(template_name="home.html"), name="home"),
    path("health/", health, name="health"),
]
