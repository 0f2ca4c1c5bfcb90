"""`/api/v1/guest/`: the session's account, made when it is needed."""

import time
from typing import Any

from django.contrib.auth import login
from django.middleware.csrf import get_token
from django.utils.translation import get_language_from_request
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework.permissions import AllowAny, IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.throttling import BaseThrottle
from rest_framework.views import APIView

from accounts import guests, profile
from accounts.api.serializers import MayorChangeSerializer, MayorSerializer
from accounts.models import User
from accounts.rest.schema import ProblemSerializer
from accounts.rest.throttles import GuestThrottle

DAY = 24 * 3600
PROLONGED = "prolonged"  # in the session: the day of its last visit

_REFUSED = {
    400: OpenApiResponse(ProblemSerializer, "What was sent is not right (100, 102)"),
    403: OpenApiResponse(ProblemSerializer, "Nobody is signed in (200), or no token came (201)"),
}
_TOO_MANY = {429: OpenApiResponse(ProblemSerializer, "Too many guests from here (500)")}


class GuestView(APIView):
    """The account of this session.

    Every answer carries the header `X-CSRFToken`: what the next change has to bring. It is another
    one after a session has begun.
    """

    def get_permissions(self) -> list[Any]:
        """Strangers may become guests; everything else is for who has an account."""
        return [AllowAny() if self.request.method == "POST" else IsAuthenticated()]

    def get_throttles(self) -> list[BaseThrottle]:
        """Only a new guest counts."""
        is_new = self.request.method == "POST" and not isinstance(self.request.user, User)
        return [GuestThrottle()] if is_new else []

    @extend_schema(responses={200: MayorSerializer, 403: _REFUSED[403]})
    def get(self, request: Request) -> Response:
        """Who I am."""
        return self._answer(request, 200)

    @extend_schema(
        request=MayorChangeSerializer,
        responses={200: MayorSerializer, 201: MayorSerializer, **_REFUSED, **_TOO_MANY},
    )
    def post(self, request: Request) -> Response:
        """Who I am; a new guest if nobody. Name and colour are made up where none is given."""
        wanted = self._wanted(request)
        if isinstance(request.user, User):
            return self._answer(request, 200)
        user = guests.create_guest(
            wanted.get("name"), get_language_from_request(request._request), wanted.get("colour")
        )
        login(request._request, user)
        request.user = user
        return self._answer(request, 201)

    @extend_schema(request=MayorChangeSerializer, responses={200: MayorSerializer, **_REFUSED})
    def patch(self, request: Request) -> Response:
        """Go by another name or colour."""
        assert isinstance(request.user, User)
        profile.change(request.user, **self._wanted(request))
        return self._answer(request, 200)

    def finalize_response(self, request: Any, response: Any, *args: Any, **more: Any) -> Any:
        """Put the token into every answer, refusals too."""
        final = super().finalize_response(request, response, *args, **more)
        final["X-CSRFToken"] = get_token(getattr(request, "_request", request))
        return final

    def _wanted(self, request: Request) -> dict[str, Any]:
        serializer = MayorChangeSerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        return dict(serializer.validated_data)

    def _answer(self, request: Request, status: int) -> Response:
        assert isinstance(request.user, User)
        # A session runs from the last visit, to the day: one write a day and not one a request.
        today = int(time.time() // DAY)
        if request.session.get(PROLONGED) != today:
            request.session[PROLONGED] = today
            profile.seen(request.user)
        return Response(MayorSerializer(request.user).data, status=status)
