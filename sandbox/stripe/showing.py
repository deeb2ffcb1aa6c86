"""What of an object is told to others."""

from sandbox.world.store import Json


def shown(doc: Json) -> Json:
    """Without what the sandbox remembers for itself: names that begin with an underscore."""
    return {
        name: _shown_value(name, value) for name, value in doc.items() if not name.startswith("_")
    }


def _shown_value(name: str, value: object) -> object:
    if name == "metadata":
        return value
    if isinstance(value, dict):
        return shown(value)
    if isinstance(value, list):
        return [shown(one) if isinstance(one, dict) else one for one in value]
    return value
