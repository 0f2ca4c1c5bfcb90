"""Teaches drf-spectacular the shapes: their schema is what msgspec holds them to."""

import inspect
from typing import Any

import msgspec
from drf_spectacular.extensions import OpenApiSerializerExtension
from drf_spectacular.openapi import AutoSchema
from drf_spectacular.plumbing import ResolvedComponent
from drf_spectacular.utils import Direction

_REFERENCE = "#/components/schemas/{name}"


class StructSchema(OpenApiSerializerExtension):  # type: ignore[no-untyped-call]
    """Any msgspec Struct, as a component of its own name."""

    target_class = "msgspec.Struct"
    match_subclasses = True

    def get_name(self, auto_schema: AutoSchema, direction: Direction) -> str:
        """The component's name."""
        return str(self.target.__name__)

    def map_serializer(self, auto_schema: AutoSchema, direction: Direction) -> dict[str, Any]:
        """The component; those it refers to are registered beside it."""
        _, components = msgspec.json.schema_components([self.target], ref_template=_REFERENCE)
        for schema in components.values():
            if "description" in schema:  # a docstring, with the indentation of its source
                schema["description"] = inspect.cleandoc(schema["description"])
        own: dict[str, Any] = components.pop(self.target.__name__)
        for name, schema in components.items():
            auto_schema.registry.register_on_missing(
                ResolvedComponent(  # type: ignore[no-untyped-call]
                    name=name, type=ResolvedComponent.SCHEMA, object=name, schema=schema
                )
            )
        return own
