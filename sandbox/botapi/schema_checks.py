"""Functions that check a value against a type of the schema, made once for each type.

A check returns the value (a reading check may return it translated, such as ``"5"`` read as 5)
and raises ``Mismatch`` where it does not fit.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from sandbox.botapi import schema_words as words

Check: TypeAlias = Callable[[Any], Any]

ARRAY = "Array of "
LARGEST = 2**63 - 1


class Mismatch(ValueError):
    """``path`` leads to the value that does not fit; ``whole`` says more than one field's fault."""

    def __init__(self, reason: str, *, whole: bool = False) -> None:
        super().__init__(reason)
        self.reason = reason
        self.whole = whole
        self.path: list[str] = []

    def under(self, name: str) -> "Mismatch":
        self.path.insert(0, name)
        return self

    def sentence(self) -> str:
        """Say it as Telegram does: the innermost field, then what is wrong with it."""
        if self.whole or not self.path:
            return self.reason
        return f'Field "{self.path[-1]}" {self.reason}'

    def __str__(self) -> str:
        return f"{'.'.join(self.path)}: {self.reason}" if self.path else self.reason


class Primitives:
    """What Telegram itself sends: every value has exactly its type."""

    reads_requests = False

    def integer(self, value: object) -> object:
        if type(value) is not int:
            raise _must_be("Integer")
        if not -LARGEST <= value <= LARGEST:
            raise Mismatch("must fit into 64 bits")
        return value

    def floating(self, value: object) -> object:
        if type(value) not in (int, float):
            raise _must_be("Float")
        return value

    def boolean(self, value: object) -> object:
        if type(value) is not bool:
            raise _must_be("Boolean")
        return value

    def string(self, value: object) -> object:
        if type(value) is not str:
            raise _must_be("String")
        if not value.isascii():
            _require_utf8(value)
        return value


class Checks:
    """Every check of a schema; types refer to each other, so each is made when first needed."""

    def __init__(self, types: Mapping[str, Any], primitives: Primitives) -> None:
        self._types = types
        self._reads_requests = primitives.reads_requests
        self._made: dict[str, Check] = {
            "Integer": primitives.integer,
            "Float": primitives.floating,
            "Boolean": primitives.boolean,
            "String": primitives.string,
            "InputFile": primitives.string,
        }

    def any_of(self, alternatives: Iterable[str]) -> Check:
        names = list(alternatives)
        if len(names) == 1:
            return self.named(names[0])
        if set(names) <= {"Integer", "String", "InputFile", "Boolean"}:
            return _first_that_fits([self.named(name) for name in names])
        if {"Message", "Boolean"} == set(names):
            return _true_or(self.named("Message"))
        if all(_constants(self._types[name]) for name in names):
            return self._union(" or ".join(names), names)
        return self._by_shape(names)

    def named(self, name: str) -> Check:
        if name not in self._made:
            self._make(name)
        return self._made[name]

    def _make(self, name: str) -> None:
        if name.startswith(ARRAY):
            self._made[name] = _array(self.any_of(name[len(ARRAY) :].split("|")), name)
        elif name == "RichText":
            self._made[name] = self._rich_text()
        elif subtypes := self._types[name].get("subtypes"):
            self._made[name] = self._union(name, subtypes)
        else:
            self._object(name)

    def _object(self, name: str) -> None:
        described = self._types[name]["fields"]
        fields: dict[str, Check] = {}
        required = frozenset(field for field, member in described.items() if member["required"])
        self._made[name] = _object(name, fields, required, skip_null=self._reads_requests)
        for field, member in described.items():
            constant = member.get("const")
            fields[field] = _constant(constant) if constant else self.any_of(member["types"])

    def _union(self, name: str, subtypes: Iterable[str]) -> Check:
        by_constant: dict[str, list[str]] = {}
        discriminator = ""
        for subtype in subtypes:
            for field, constant in _constants(self._types[subtype]).items():
                discriminator = field
                by_constant.setdefault(constant, []).append(subtype)
        if not discriminator:
            return self._by_shape(list(subtypes))

        # Filled late: a rich block may hold rich blocks.
        members: dict[str, Check] = {}
        self._made[name] = check = _discriminated(name, discriminator, members)
        members |= {
            constant: self.any_of(names) if len(names) == 1 else self._by_shape(names)
            for constant, names in by_constant.items()
        }
        return check

    def _by_shape(self, names: list[str]) -> Check:
        """Members without a constant are told apart by the fields they must and may have."""
        shapes: list[tuple[frozenset[str], frozenset[str], Check]] = []
        for name in names:
            fields = self._types[name]["fields"]
            required = frozenset(field for field, member in fields.items() if member["required"])
            shapes.append((required, frozenset(fields), self.named(name)))
        # The member that asks for most comes first: "message_text" before nothing at all.
        shapes.sort(key=lambda shape: -len(shape[0]))
        return _shaped(" or ".join(names), shapes)

    def _rich_text(self) -> Check:
        string = self.named("String")
        members: list[Check] = []

        def check(value: Any) -> Any:  # noqa: ANN401 - JSON is anything
            if isinstance(value, str):
                return string(value)
            if isinstance(value, list):
                return [check(part) for part in value]
            return members[0](value)

        self._made["RichText"] = check
        members.append(self._union("RichText object", self._types["RichText"]["subtypes"]))
        return check


def _constants(described: Mapping[str, Any]) -> dict[str, str]:
    fields = described["fields"].items()
    return {field: member["const"] for field, member in fields if "const" in member}


def _object(
    name: str, fields: Mapping[str, Check], required: frozenset[str], *, skip_null: bool
) -> Check:
    spoken = words.spoken(name)

    def check(value: Any) -> Any:  # noqa: ANN401 - JSON is anything
        if type(value) is not dict:
            raise Mismatch(f"{spoken} must be an Object", whole=True)
        if skip_null and None in value.values():
            value = {field: item for field, item in value.items() if item is not None}
        if not required <= value.keys():
            absent = next(field for field in fields if field in required - value.keys())
            raise Mismatch(f'Can\'t find field "{absent}"', whole=True)

        checked: dict[str, Any] = {}
        field = ""
        try:
            for field, item in value.items():
                member = fields.get(field)
                if member is None:
                    raise Mismatch(f'{spoken} has no field "{field}"', whole=True)  # noqa: TRY301 - the path is added below
                checked[field] = member(item)
        except Mismatch as mismatch:
            raise mismatch.under(field) from None
        return checked

    return _spoken(check, spoken) if skip_null and spoken != name else check


def _spoken(check: Check, spoken: str) -> Check:
    """Let a refusal begin with what could not be read: ``Can't parse labeled price: ...``."""

    def wrapped(value: Any) -> Any:  # noqa: ANN401 - JSON is anything
        try:
            return check(value)
        except Mismatch as mismatch:
            reason = f"Can't parse {spoken}: {mismatch.sentence()}"
            raise Mismatch(reason, whole=True) from None

    return wrapped


def _array(element: Check, name: str) -> Check:
    def check(value: Any) -> Any:  # noqa: ANN401 - JSON is anything
        if type(value) is not list:
            raise _must_be(name)
        try:
            return [element(item) for item in value]
        except Mismatch as mismatch:
            raise mismatch.under("[]") from None

    return check


def _discriminated(name: str, discriminator: str, members: Mapping[str, Check]) -> Check:
    spoken = words.spoken(name)

    def check(value: Any) -> Any:  # noqa: ANN401 - JSON is anything
        if type(value) is not dict:
            raise Mismatch(f"{spoken} must be an Object", whole=True)
        if discriminator not in value:
            raise Mismatch(f'Can\'t find field "{discriminator}"', whole=True)
        constant = value[discriminator]
        member = members.get(constant) if isinstance(constant, str) else None
        if member is None:
            reason = f'{discriminator} "{constant}" is unsupported for the {spoken}'
            raise Mismatch(reason, whole=True)
        return member(value)

    return check


def _shaped(spoken: str, shapes: list[tuple[frozenset[str], frozenset[str], Check]]) -> Check:
    def check(value: Any) -> Any:  # noqa: ANN401 - JSON is anything
        if type(value) is not dict:
            raise Mismatch(f"{spoken} must be an Object", whole=True)
        given = value.keys()
        fitting = [(allowed, check) for required, allowed, check in shapes if required <= given]
        for allowed, member in fitting:
            if given <= allowed:
                return member(value)
        if fitting:
            return fitting[0][1](value)
        raise Mismatch(f"the object is none of {spoken}", whole=True)

    return check


def _first_that_fits(checks: list[Check]) -> Check:
    def check(value: Any) -> Any:  # noqa: ANN401 - JSON is anything
        refusal: Mismatch | None = None
        for attempt in checks:
            try:
                return attempt(value)
            except Mismatch as mismatch:
                refusal = mismatch
        raise refusal or Mismatch("no type is allowed here")

    return check


def _true_or(message: Check) -> Check:
    def check(value: Any) -> Any:  # noqa: ANN401 - JSON is anything
        return value if value is True else message(value)

    return check


def _constant(constant: str) -> Check:
    def check(value: Any) -> Any:  # noqa: ANN401 - JSON is anything
        if value != constant:
            raise Mismatch(f'must be "{constant}"')
        return value

    return check


def _must_be(expected: str) -> Mismatch:
    return Mismatch(f"must be of type {expected}")


def _require_utf8(value: str) -> None:
    try:
        value.encode()
    except UnicodeEncodeError:
        raise Mismatch("strings must be encoded in UTF-8", whole=True) from None
