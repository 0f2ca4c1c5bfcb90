"""All socket routes."""

from django.urls import re_path

from games.protocol.ids import PATTERN
from games.realtime.consumer import LobbyConsumer, MatchConsumer

websocket_urlpatterns = [
    re_path(rf"^ws/match/(?P<match_id>{PATTERN})/$", MatchConsumer.as_asgi()),
    re_path(r"^ws/lobby/$", LobbyConsumer.as_asgi()),
]
