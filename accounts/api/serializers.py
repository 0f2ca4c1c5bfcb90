"""What goes in and out."""

from typing import Any

from rest_framework import serializers
from rest_framework.fields import empty

from accounts import names
from accounts.models import COLOURS, User
from accounts.rest.strict import StrictSerializer


class NameField(serializers.CharField):
    """A name, as it is kept. Codes: too_short, too_long, unreadable."""

    def __init__(self, **options: Any) -> None:
        super().__init__(min_length=names.SHORTEST, max_length=names.MOST_CODE_POINTS, **options)
        self.validators = []  # the lengths are for the description; `clean` counts what is seen

    def run_validation(self, data: Any = empty) -> Any:
        """The clean name. Raises ValidationError."""
        if data is empty:
            return super().run_validation(data)
        if not isinstance(data, str):
            raise serializers.ValidationError("not text", "invalid")
        try:
            return names.clean(data)
        except names.BadName as bad:
            raise serializers.ValidationError(bad.code, bad.code) from bad


class MayorChangeSerializer(StrictSerializer):
    """What everybody may choose about themselves."""

    name = NameField(required=False)
    colour = serializers.IntegerField(required=False, min_value=0, max_value=COLOURS - 1)


class MayorSerializer(serializers.ModelSerializer[User]):
    """An account, to the one whose it is."""

    name = serializers.CharField(source="display_name")

    class Meta:
        model = User
        fields = ("public_id", "kind", "name", "colour", "locale")
        read_only_fields = fields
