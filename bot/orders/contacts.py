"""Who receives a parcel and where: readable only through the vault."""

from pydantic import TypeAdapter

from bot.kit.secrets import Sealed, Vault
from bot.payments.events import NOBODY, Contact

_CONTACT: TypeAdapter[Contact] = TypeAdapter(Contact)


class Contacts:
    def __init__(self, vault: Vault) -> None:
        self._vault = vault

    def seal(self, contact: Contact) -> Sealed | None:
        if contact == NOBODY:
            return None
        return self._vault.seal(_CONTACT.dump_json(contact).decode())

    def open(self, sealed: Sealed | None) -> Contact:
        return NOBODY if sealed is None else _CONTACT.validate_json(self._vault.open(sealed))
