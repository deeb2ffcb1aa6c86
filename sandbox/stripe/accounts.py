"""Connected accounts (Express), and the links by which their owners tell Stripe who they are."""

import re
import secrets
from typing import Final

from stripe.params import (
    AccountCreateParams,
    AccountLinkCreateParams,
    AccountListParams,
    AccountUpdateParams,
)

from sandbox.stripe.address import Address
from sandbox.stripe.errors import StripeError
from sandbox.stripe.events import Announce
from sandbox.stripe.metadata import changed
from sandbox.stripe.objects import Objects
from sandbox.stripe.parameters import NOTHING, Parameters
from sandbox.stripe.routing import PAGING, Route, lister, route
from sandbox.world.store import Json

CREATE: Final = Parameters.of(
    AccountCreateParams,
    "type country email business_type default_currency metadata "
    "capabilities.card_payments capabilities.transfers",
)
UPDATE: Final = Parameters.of(AccountUpdateParams, "email metadata")
LIST: Final = Parameters.of(AccountListParams, PAGING)
LINK: Final = Parameters.of(AccountLinkCreateParams, "account type refresh_url return_url")
COUNTRY: Final = re.compile(r"[A-Z]{2}")
MISSING: Final = ["external_account", "individual.first_name", "individual.last_name"]
LINK_SECONDS: Final = 300


class Accounts:
    def __init__(self, objects: Objects, announce: Announce, address: Address) -> None:
        self._objects = objects
        self._announce = announce
        self._address = address

    def routes(self) -> list[Route]:
        return [
            route("POST", "accounts", CREATE, lambda _, asked: self.create(asked)),
            route("GET", "accounts", LIST, lister(self._objects, "accounts", "account")),
            route("GET", "accounts/:id", NOTHING, lambda number, _: self.get(number)),
            route("POST", "accounts/:id", UPDATE, self.update),
            route("DELETE", "accounts/:id", NOTHING, lambda number, _: self.delete(number)),
            route("POST", "account_links", LINK, lambda _, asked: self.link(asked)),
        ]

    def get(self, number: str) -> Json:
        """Whoever is not connected (any more) is as good as unknown: 403, as Stripe answers."""
        found = self._objects.find("account", number)
        if found is None or found.get("_gone"):
            raise StripeError(
                403,
                "The provided key does not have access to account "
                f"'{number}' (or that account does not exist).",
                code="account_invalid",
                executed=True,
            )
        return found

    def create(self, asked: Json) -> Json:
        country = asked.get("country", "DE")
        if COUNTRY.fullmatch(country) is None:
            raise StripeError(400, f"Country '{country}' is unknown.", param="country")
        kind = asked.get("type", "standard")
        wanted = [
            name
            for name, one in (asked.get("capabilities") or {}).items()
            if (one or {}).get("requested")
        ]
        if kind == "express" and not wanted:
            raise StripeError(
                400,
                "When requesting an express account, you must request one or more of the "
                "capabilities.",
                param="capabilities",
            )
        account = self._objects.add(
            {
                "id": self._objects.number("acct").replace("_3S", "_1S"),
                "object": "account",
                "business_type": asked.get("business_type"),
                "capabilities": dict.fromkeys(wanted, "inactive"),
                "charges_enabled": False,
                "country": country,
                "created": self._objects.now(),
                "default_currency": asked.get("default_currency", "eur"),
                "details_submitted": False,
                "email": asked.get("email"),
                "metadata": asked.get("metadata") or {},
                "payouts_enabled": False,
                "requirements": {"currently_due": MISSING, "disabled_reason": None},
                "type": kind,
            }
        )
        self._announce("account.updated", account)
        return account

    def update(self, number: str, asked: Json) -> Json:
        account = self.get(number)
        account["metadata"] = changed(account["metadata"], asked.pop("metadata", None))
        return self._save(account | asked)

    def delete(self, number: str) -> Json:
        account = self.get(number)
        self._objects.save(account | {"_gone": True})
        return {"id": number, "object": "account", "deleted": True}

    def link(self, asked: Json) -> Json:
        """A page that opens once, within minutes."""
        account = self.get(asked["account"])
        if asked["type"] != "account_onboarding":
            raise StripeError(
                400, "The sandbox's Stripe knows links of type account_onboarding only.",
                param="type",
            )  # fmt: skip
        for name in ("refresh_url", "return_url"):
            if not str(asked.get(name, "")).startswith(("https://", "http://")):
                raise StripeError(400, "Not a valid URL", code="url_invalid", param=name)
        now = self._objects.now()
        account["_link"] = {
            "code": secrets.token_hex(12),
            "until": now + LINK_SECONDS,
            "return_url": asked["return_url"],
            "refresh_url": asked["refresh_url"],
        }
        self._objects.save(account)
        return {
            "object": "account_link",
            "created": now,
            "expires_at": now + LINK_SECONDS,
            "url": self._address.of(f"/connect/{account['id']}/{account['_link']['code']}"),
        }

    def opened(self, number: str, code: str) -> Json | None:
        """The account whose link this is, while it can be used."""
        account = self._objects.find("account", number)
        link = (account or {}).get("_link") or {}
        fits = link.get("code") == code and self._objects.now() < link.get("until", 0)
        return account if fits and account and not account.get("_gone") else None

    def finish(self, number: str) -> Json:
        """Its owner has told all that Stripe wanted to know."""
        account = self.get(number)
        return self._save(
            account
            | {
                "capabilities": dict.fromkeys(account["capabilities"], "active"),
                "charges_enabled": True,
                "details_submitted": True,
                "payouts_enabled": True,
                "requirements": {"currently_due": [], "disabled_reason": None},
                "_link": None,
            }
        )

    def pause(self, number: str) -> Json:
        """Stripe wants to know more, and takes nothing for it until then."""
        account = self.get(number)
        return self._save(
            account
            | {
                "capabilities": dict.fromkeys(account["capabilities"], "inactive"),
                "charges_enabled": False,
                "payouts_enabled": False,
                "requirements": {
                    "currently_due": ["individual.verification.document"],
                    "disabled_reason": "requirements.past_due",
                },
            }
        )

    def _save(self, account: Json) -> Json:
        self._objects.save(account)
        self._announce("account.updated", account)
        return account
