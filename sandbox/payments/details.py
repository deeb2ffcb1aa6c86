"""What a person fills into the payment sheet, checked as Telegram checks it."""

import re
from typing import Final

from sandbox.sim.errors import SimError
from sandbox.world.store import Json

ADDRESS_FIELDS: Final = (
    "country_code", "state", "city", "street_line1", "street_line2", "post_code",
)  # fmt: skip
ADDRESS_MAY_BE_EMPTY: Final = frozenset({"state", "street_line2"})
EMAIL: Final = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
PHONE: Final = re.compile(r"\+?[0-9 ()-]{5,20}")
COUNTRY: Final = re.compile(r"[A-Z]{2}")
LONGEST_FIELD: Final = 256


def read(given: Json, needs: dict[str, bool]) -> Json:
    """Keep what the invoice asks for. Raises ``SimError`` for what is missing or wrong."""
    unknown = set(given) - set(needs)
    if unknown:
        raise SimError(400, f"There is no field {min(unknown)!r} on this sheet.")
    kept = {name: given[name] for name, needed in needs.items() if needed and given.get(name)}
    missing = [name for name, needed in needs.items() if needed and name not in kept]
    if missing:
        raise SimError(400, f"The invoice asks for: {', '.join(missing)}.")

    for name in kept.keys() - {"address"}:
        if not isinstance(kept[name], str) or len(kept[name]) > LONGEST_FIELD:
            raise SimError(400, f"The {name} is not a short text.")
    if "email" in kept and EMAIL.fullmatch(kept["email"]) is None:
        raise SimError(400, "The e-mail address is not valid.")
    if "phone" in kept:
        kept["phone"] = _phone(kept["phone"])
    if "address" in kept:
        kept["address"] = _address(kept["address"])
    return kept


def _phone(written: str) -> str:
    if PHONE.fullmatch(written) is None:
        raise SimError(400, "The phone number is not valid.")
    return "".join(character for character in written if character.isdigit())


def _address(given: object) -> Json:
    if not isinstance(given, dict) or not set(given) <= set(ADDRESS_FIELDS):
        raise SimError(400, f"An address has the fields {', '.join(ADDRESS_FIELDS)}.")
    address = {name: given.get(name) or "" for name in ADDRESS_FIELDS}
    for name, value in address.items():
        if not isinstance(value, str) or len(value) > LONGEST_FIELD:
            raise SimError(400, f"The {name} of the address is not a short text.")
        if not value.strip() and name not in ADDRESS_MAY_BE_EMPTY:
            raise SimError(400, f"The address lacks its {name}.")
    if COUNTRY.fullmatch(address["country_code"]) is None:
        raise SimError(400, "The country is a code of two capital letters.")
    return address
