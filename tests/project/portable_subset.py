"""Finds in a syntax tree what the portable subset of Python forbids.

Portable code runs on CPython and on MicroPython 1.27 in WebAssembly and must give the same bytes
on both: what MicroPython lacks fails there, what it does differently (the order of dicts and sets,
floats, hashes) would make the two disagree without a word. What only the types could tell, such as
a byte out of range or `X | Y` between classes, is left to the games played on both interpreters.
"""

import ast
from dataclasses import dataclass

from tests.project.unordered import DICT_VIEWS, dotted, is_view, makes_unordered, unordered_names

# Modules outside the project that portable code may import.
MODULES = frozenset({"hashlib", "struct"})

NOT_CALLED = frozenset(
    "hash id print open input eval exec compile float complex globals locals vars breakpoint "
    "__import__".split()
)
# Attributes that MicroPython's built-in types do not have.
NOT_THERE = frozenset(
    "bit_length bit_count hexdigest isascii removeprefix removesuffix casefold ljust rjust "
    "zfill expandtabs maketrans as_integer_ratio _replace __new__".split()
)
# What may consume a dict or a set: the result does not depend on their order.
ORDERLESS = frozenset("sorted len sum any all min max set frozenset dict bool".split())
# What takes the items of its arguments one by one.
ORDERED = frozenset("list tuple bytes bytearray iter enumerate zip map filter reversed".split())


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is not portable."""

    line: int
    rule: str

    def __str__(self) -> str:
        return f"line {self.line}: {self.rule}"


def findings(source: str, package: str = "", allowed: frozenset[str] = MODULES) -> list[Finding]:
    """All that is not portable in a module, by line.

    package: dotted name of the package that the module lies in, to resolve relative imports.
    allowed: names that imported modules may be or lie below.
    """
    tree = ast.parse(source)
    checker = _Checker(package, allowed, unordered_names(tree))
    checker.visit(tree)
    return sorted(checker.found)


class _Checker(ast.NodeVisitor):
    def __init__(self, package: str, allowed: frozenset[str], unordered: frozenset[str]) -> None:
        self.found: set[Finding] = set()
        self._package = package
        self._allowed = allowed
        self._unordered = unordered

    def _refuse(self, node: ast.AST, rule: str) -> None:
        self.found.add(Finding(getattr(node, "lineno", 0), rule))

    # -- imports

    def visit_Import(self, node: ast.Import) -> None:
        for name in node.names:
            self._import(node, name.name)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        module = node.module or ""
        if node.level:
            above = self._package.split(".")[: len(self._package.split(".")) - node.level + 1]
            module = ".".join([*above, module]).rstrip(".")
        for name in node.names:
            # `from games import engine` and `from .. import engine` name modules.
            self._import(node, f"{module}.{name.name}" if module == "games" else module)

    def _import(self, node: ast.AST, module: str) -> None:
        parts = module.split(".")
        prefixes = {".".join(parts[: i + 1]) for i in range(len(parts))}
        if not prefixes & self._allowed:
            self._refuse(node, f"import of {module}")

    # -- syntax

    def visit_Match(self, node: ast.Match) -> None:
        self._refuse(node, "match statement")
        self.generic_visit(node)

    def visit_TryStar(self, node: ast.TryStar) -> None:
        self._refuse(node, "except*")
        self.generic_visit(node)

    def visit_AsyncFunctionDef(self, node: ast.AsyncFunctionDef) -> None:
        self._refuse(node, "async function")
        self.generic_visit(node)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        if node.name == "__new__":
            self._refuse(node, "__new__")
        self.generic_visit(node)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        if node.keywords:
            self._refuse(node, "class keyword")
        self.generic_visit(node)

    def visit_arguments(self, node: ast.arguments) -> None:
        if node.posonlyargs:
            self._refuse(node.posonlyargs[0], "positional-only parameter")
        # Annotations are parsed but never evaluated: anything may stand there.
        for default in [*node.defaults, *node.kw_defaults]:
            if default is not None:
                self.visit(default)

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.visit(node.target)
        if node.value is not None:
            self.visit(node.value)

    def visit_Raise(self, node: ast.Raise) -> None:
        if node.cause is not None:
            self._refuse(node, "raise ... from")
        self.generic_visit(node)

    def visit_Delete(self, node: ast.Delete) -> None:
        if any(isinstance(target, ast.Subscript) for target in node.targets):
            self._refuse(node, "del of an item")
        self.generic_visit(node)

    def visit_Slice(self, node: ast.Slice) -> None:
        if node.step is not None:
            self._refuse(node.step, "slice step")
        self.generic_visit(node)

    def visit_Constant(self, node: ast.Constant) -> None:
        if isinstance(node.value, float | complex):
            self._refuse(node, "float")

    def visit_BinOp(self, node: ast.BinOp) -> None:
        if isinstance(node.op, ast.Div):
            self._refuse(node, "true division")
        self.generic_visit(node)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.op, ast.Div):
            self._refuse(node, "true division")
        self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> None:
        if None in node.keys:
            self._refuse(node, "unpacking into a display")
        self.generic_visit(node)

    def _visit_display(self, node: ast.List | ast.Tuple | ast.Set) -> None:
        loaded = isinstance(node, ast.Set) or isinstance(node.ctx, ast.Load)
        if loaded and any(isinstance(item, ast.Starred) for item in node.elts):
            self._refuse(node, "unpacking into a display")
        self.generic_visit(node)

    visit_List = visit_Tuple = visit_Set = _visit_display

    # -- names and calls

    def visit_Attribute(self, node: ast.Attribute) -> None:
        if node.attr in NOT_THERE:
            self._refuse(node, f"attribute {node.attr}")
        self.generic_visit(node)

    def visit_Call(self, node: ast.Call) -> None:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        method = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        keywords = {keyword.arg for keyword in node.keywords}
        if name in NOT_CALLED:
            self._refuse(node, f"call of {name}")
        if method in ("to_bytes", "from_bytes") and ("signed" in keywords or len(node.args) < 2):
            self._refuse(node, f"{method} without size and order, or signed")
        if name == "zip" and "strict" in keywords:
            self._refuse(node, "zip with strict")
        if name == "isinstance" and any(isinstance(kind, ast.BinOp) for kind in node.args[1:]):
            self._refuse(node, "union of types at run time")
        if method in DICT_VIEWS and not node.args:
            self._refuse(node, "order of a dict or set")
        tied = name in ("min", "max") and "key" in keywords
        if name in ORDERLESS and not tied:
            self._visit_orderless(node)
            return
        if name in ORDERED or method in ("join", "extend"):
            for argument in node.args:
                self._consume(argument)
        self.generic_visit(node)

    def _visit_orderless(self, node: ast.Call) -> None:
        """Arguments whose order does not matter: only what lies inside them is checked."""
        for argument in node.args:
            if isinstance(argument, ast.Call) and isinstance(argument.func, ast.Attribute):
                if argument.func.attr in DICT_VIEWS and not argument.args:
                    self.visit(argument.func.value)
                    continue
            if isinstance(argument, ast.GeneratorExp | ast.ListComp | ast.SetComp):
                self._visit_comprehension(argument, ordered=False)
                continue
            self.visit(argument)
        for keyword in node.keywords:
            self.visit(keyword)

    # -- iteration

    def visit_For(self, node: ast.For) -> None:
        self._consume(node.iter)
        self.generic_visit(node)

    def _visit_comprehension(
        self,
        node: ast.GeneratorExp | ast.ListComp | ast.SetComp | ast.DictComp,
        ordered: bool = True,
    ) -> None:
        for generator in node.generators:
            if ordered:
                self._consume(generator.iter)
                self.visit(generator.iter)
            elif not is_view(generator.iter):
                self.visit(generator.iter)
            for condition in generator.ifs:
                self.visit(condition)
        if isinstance(node, ast.DictComp):
            self.visit(node.key)
            self.visit(node.value)
        else:
            self.visit(node.elt)

    def visit_ListComp(self, node: ast.ListComp) -> None:
        self._visit_comprehension(node)

    visit_GeneratorExp = visit_ListComp  # type: ignore[assignment]
    visit_DictComp = visit_ListComp  # type: ignore[assignment]

    def visit_SetComp(self, node: ast.SetComp) -> None:
        self._visit_comprehension(node, ordered=False)

    def visit_Starred(self, node: ast.Starred) -> None:
        self._consume(node.value)
        self.generic_visit(node)

    def _consume(self, node: ast.expr) -> None:
        """Something takes the items of this expression one by one, in its order."""
        if makes_unordered(node) or dotted(node) in self._unordered:
            self._refuse(node, "order of a dict or set")
