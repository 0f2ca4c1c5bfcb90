"""Addresses under /api/v1/."""

from django.urls import path

from games.api import schema  # noqa: F401  # the shapes' part of the description
from games.api.log import ArchiveView, LogView
from games.api.matches import MatchListView, MatchView, RematchView
from games.api.seats import BotView, JoinView, LeaveView, RemoveView

urlpatterns = [
    path("matches/", MatchListView.as_view(), name="matches"),
    path("matches/<str:match_id>/", MatchView.as_view(), name="match"),
    path("matches/<str:match_id>/join/", JoinView.as_view(), name="match-join"),
    path("matches/<str:match_id>/leave/", LeaveView.as_view(), name="match-leave"),
    path("matches/<str:match_id>/remove/", RemoveView.as_view(), name="match-remove"),
    path("matches/<str:match_id>/bots/", BotView.as_view(), name="match-bots"),
    path("matches/<str:match_id>/rematch/", RematchView.as_view(), name="match-rematch"),
    path("matches/<str:match_id>/log/", LogView.as_view(), name="match-log"),
    path("matches/<str:match_id>/archive/", ArchiveView.as_view(), name="match-archive"),
]
