"""Which expressions of a syntax tree are dicts, sets or views of them, as far as it shows."""

import ast
from collections.abc import Iterator

DICT_VIEWS = frozenset({"items", "keys", "values"})
UNORDERED_TYPES = frozenset({"dict", "set", "frozenset"})


def is_view(node: ast.expr) -> bool:
    """Whether this is a call of .items(), .keys() or .values()."""
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr in DICT_VIEWS
    )


def makes_unordered(node: ast.expr | None) -> bool:
    """Whether this expression makes a dict or a set."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        return node.func.id in UNORDERED_TYPES
    return isinstance(node, ast.Dict | ast.Set | ast.DictComp | ast.SetComp)


def dotted(node: ast.expr | None) -> str:
    """`name` or `self.name` as a text, or nothing."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
        return f"{node.value.id}.{node.attr}"
    return ""


def _annotated_unordered(annotation: ast.expr | None) -> bool:
    if isinstance(annotation, ast.Subscript):
        annotation = annotation.value
    return isinstance(annotation, ast.Name) and annotation.id in UNORDERED_TYPES


def unordered_names(tree: ast.Module) -> frozenset[str]:
    """Names of this module that hold a dict or a set somewhere in it."""
    return frozenset(_named(tree)) - {""}


def _named(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and makes_unordered(node.value):
            yield from (dotted(target) for target in node.targets)
        elif isinstance(node, ast.AnnAssign):
            if _annotated_unordered(node.annotation) or makes_unordered(node.value):
                yield dotted(node.target)
        elif isinstance(node, ast.arg) and _annotated_unordered(node.annotation):
            yield node.arg
