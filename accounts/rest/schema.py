"""What the description of the interface says about everything alike."""

from drf_spectacular.authentication import SessionScheme
from rest_framework import serializers

from accounts.rest.strict import StrictSerializer


class SessionCookie(SessionScheme):  # type: ignore[no-untyped-call]
    """The session's cookie; with it, `X-CSRFToken` on everything that changes something."""

    target_class = "accounts.rest.authentication.SessionAuthentication"


class ProblemSerializer(StrictSerializer):
    """A refusal; docs/protocol.md lists the numbers."""

    code = serializers.IntegerField()
    text = serializers.CharField()
    fields = serializers.DictField(  # type: ignore[assignment]
        child=serializers.ListField(child=serializers.CharField())
    )
    reference = serializers.CharField()
