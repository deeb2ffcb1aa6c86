"""Which parameters a call takes: read by reflection from stripe-python's own typed dictionaries."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import NoneType, UnionType
from typing import (
    Any,
    Final,
    Literal,
    NotRequired,
    Required,
    Union,
    get_args,
    get_origin,
    get_type_hints,
)

from stripe import RequestOptions
from typing_extensions import is_typeddict

from sandbox.stripe.errors import StripeError
from sandbox.stripe.values import Leaf, empty, hash_of_texts, mistyped

Annotation = Any  # whatever stands behind a colon


@dataclass(frozen=True, slots=True)
class Shape:
    """What one parameter may be; a union of several kinds is all of them at once."""

    leaf: Leaf | None = None
    items: "Shape | None" = None
    fields: "Mapping[str, Slot] | None" = None
    is_hash: bool = False
    may_be_empty: bool = False

    def read(self, name: str, value: object) -> Any:  # noqa: ANN401 - as many types as there are parameters
        if value == "":
            if not self.may_be_empty:
                raise empty(name)
            return ""
        if self.is_hash:
            return hash_of_texts(name, value)
        if isinstance(value, dict) and self.fields is not None:
            return _read_all(value, self.fields, name)
        if isinstance(value, list) and self.items is not None:
            return [self.items.read(f"{name}[{n}]", one) for n, one in enumerate(value)]
        if not isinstance(value, str) or self.leaf is None:
            raise mistyped(name, value, "array" if self.items is not None else "string")
        return self.leaf.read(name, value)


@dataclass(frozen=True, slots=True)
class Slot:
    shape: Shape
    is_required: bool = False


@dataclass(frozen=True, slots=True)
class Parameters:
    """``understood``: dotted names of what the sandbox acts on; the rest is refused, not ignored.

    A name stands for all below it. ``expand`` is understood everywhere.
    """

    slots: Mapping[str, Slot]
    understood: frozenset[str] = field(default_factory=frozenset)

    @classmethod
    def of(cls, typed: type, understood: str) -> "Parameters":
        return cls(_slots(typed), frozenset({*understood.split(), "expand"}))

    def read(self, given: Mapping[str, Any]) -> dict[str, Any]:
        asked = _read_all(given, self.slots, "")
        for path in _paths(asked, ""):
            if not self._understands(path):
                raise StripeError(
                    400,
                    f"The sandbox's Stripe does not know what to do with {path!r} yet; "
                    "the real one does.",
                    code="sandbox_not_implemented",
                    param=_bracketed(path),
                )
        return asked

    def _understands(self, path: str) -> bool:
        parts = path.split(".")
        return any(".".join(parts[:n]) in self.understood for n in range(1, len(parts) + 1))


NOTHING: Final = Parameters(
    {"expand": Slot(Shape(items=Shape(leaf=Leaf())))}, frozenset({"expand"})
)


def _read_all(given: Mapping[str, Any], slots: Mapping[str, Slot], within: str) -> dict[str, Any]:
    def full(name: str) -> str:
        return f"{within}[{name}]" if within else name

    for name in given:
        if name not in slots:
            raise StripeError(
                400,
                f"Received unknown parameter: {full(name)}",
                code="parameter_unknown",
                param=full(name),
            )
    for name, slot in slots.items():
        if slot.is_required and name not in given:
            raise StripeError(
                400,
                f"Missing required param: {full(name)}.",
                code="parameter_missing",
                param=full(name),
            )
    return {name: slots[name].shape.read(full(name), value) for name, value in given.items()}


def _paths(asked: Mapping[str, Any], within: str) -> Iterator[str]:
    for name, value in asked.items():
        path = f"{within}{name}"
        if isinstance(value, dict) and value:
            yield from _paths(value, f"{path}.")
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for one in value:
                yield from _paths(one, f"{path}.")
        else:
            yield path


def _bracketed(path: str) -> str:
    first, *rest = path.split(".")
    return first + "".join(f"[{part}]" for part in rest)


def _slots(typed: type) -> dict[str, Slot]:
    inherited = RequestOptions.__annotations__
    own = {name: hint for name, hint in typed.__annotations__.items() if name not in inherited}
    # The base class names a type that exists for type checkers only; so its names stay outside.
    bare = type("Bare", (), {"__annotations__": own, "__module__": typed.__module__})
    module = vars(sys.modules[typed.__module__])
    hints = get_type_hints(bare, globalns=module, include_extras=True)
    return {name: _slot(hint, is_total(typed)) for name, hint in hints.items()}


def is_total(typed: type) -> bool:
    return bool(getattr(typed, "__total__", True))


def _slot(hint: Annotation, required: bool) -> Slot:
    marker: object = get_origin(hint)
    if marker is NotRequired or marker is Required:
        return Slot(_shape(get_args(hint)[0]), marker is Required)
    return Slot(_shape(hint), required)


def _shape(hint: Annotation) -> Shape:
    kinds = list(_alternatives(hint))
    choices = [one for kind in kinds if get_origin(kind) is Literal for one in get_args(kind)]
    named = frozenset(str(one) for one in choices if one != "")
    types = {kind for kind in kinds if isinstance(kind, type)}
    lists = [kind for kind in kinds if get_origin(kind) is list]
    typed = [kind for kind in kinds if is_typeddict(kind)]
    return Shape(
        # An open list of names (``Literal[...] | str``) is closed at Stripe's end.
        leaf=Leaf.of(types, named),
        items=_shape(get_args(lists[0])[0]) if lists else None,
        fields=_slots(typed[0]) if typed else None,
        is_hash=any(get_origin(kind) is dict for kind in kinds),
        may_be_empty="" in choices,
    )


def _alternatives(hint: Annotation) -> Iterator[Annotation]:
    if get_origin(hint) in {Union, UnionType}:
        for one in get_args(hint):
            yield from _alternatives(one)
    elif hint is not NoneType:
        yield hint
