"""Serializers that refuse what they do not know."""

from collections.abc import Mapping
from typing import Any

from rest_framework import exceptions, serializers

from accounts.rest.problems import UNKNOWN


class StrictSerializer(serializers.Serializer[Any]):
    """Refuses fields that are unknown or read-only. REST framework would pass over them, and the
    day somebody adds a field to a model, over what a stranger has put into it.
    """

    def to_internal_value(self, data: Any) -> Any:
        """The checked values. Raises ValidationError, code `unknown` for a field too many."""
        if isinstance(data, Mapping):
            writable = {field.field_name for field in self._writable_fields}
            unknown = [str(name) for name in data if name not in writable]
            if unknown:
                raise serializers.ValidationError(
                    {name: [exceptions.ErrorDetail("unknown field", UNKNOWN)] for name in unknown}
                )
        return super().to_internal_value(data)
