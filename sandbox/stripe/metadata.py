"""Metadata: an empty value takes a name out, an empty text all of them."""


def changed(kept: dict[str, str], changes: dict[str, str] | str | None) -> dict[str, str]:
    if changes is None:
        return kept
    if isinstance(changes, str):
        return {}
    return {name: value for name, value in {**kept, **changes}.items() if value}
