"""Stripe's form bodies: ``metadata[order]=7&expand[]=charge`` is a tree."""

import re
from collections.abc import Iterable
from typing import Any, Final

from sandbox.stripe.errors import StripeError

PART: Final = re.compile(r"\[([^\[\]]*)\]")
NAME: Final = re.compile(r"([^\[\]]+)((?:\[[^\[\]]*\])*)")
DEEPEST: Final = 5


def read_form(pairs: Iterable[tuple[str, str]]) -> dict[str, Any]:
    """Raises ``StripeError`` for names that make no tree."""
    tree: dict[str, Any] = {}
    for name, value in pairs:
        found = NAME.fullmatch(name)
        path = [] if found is None else [found[1], *PART.findall(found[2])]
        if not path or len(path) > DEEPEST:
            raise StripeError(400, f"Invalid parameter name: {name}", code="parameter_unknown")
        _put(tree, path, value)
    return {name: _lists(branch) for name, branch in tree.items()}


def _put(tree: dict[str, Any], path: list[str], value: str) -> None:
    *way, last = path
    for step in way:
        branch = tree.setdefault(step or str(len(tree)), {})
        if not isinstance(branch, dict):
            raise StripeError(400, f"Invalid object: {branch}", param=path[0])
        tree = branch
    tree[last or str(len(tree))] = value


def _lists(branch: Any) -> Any:  # noqa: ANN401 - a tree of texts
    """A branch whose names count from zero is a list."""
    if not isinstance(branch, dict):
        return branch
    grown = {name: _lists(value) for name, value in branch.items()}
    if grown and set(grown) == {str(number) for number in range(len(grown))}:
        return [grown[str(number)] for number in range(len(grown))]
    return grown
