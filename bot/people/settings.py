from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleSettings:
    operator_ids: frozenset[int] = frozenset()
    # Where /support sends people: a @username or an address; None means the shop's operators.
    support_contact: str | None = None
