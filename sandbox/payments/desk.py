"""The payment sheet as a person uses it: open, fill in, pay, confirm."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

from sandbox.payments import cards, details
from sandbox.payments.asking import Asking
from sandbox.payments.cards import Card, Fate
from sandbox.payments.charging import Charging
from sandbox.payments.checkouts import Checkout, Checkouts, Status, shown
from sandbox.payments.invoices import Invoice, Invoices
from sandbox.sim.errors import SimError
from sandbox.world.messages import Stored
from sandbox.world.store import Json
from sandbox.world.world import World

NO_ANSWER: Final = "The bot did not answer in time."
PAYABLE: Final = frozenset({Status.OPEN, Status.REFUSED, Status.DECLINED, Status.TIMEOUT})


class Desk:
    def __init__(
        self,
        world: World,
        invoices: Invoices,
        checkouts: Checkouts,
        asking: Asking,
        charging: Charging,
    ) -> None:
        self._world = world
        self._invoices = invoices
        self._checkouts = checkouts
        self._asking = asking
        self._charging = charging
        self._under_way: set[str] = set()
        self.on_change: list[Callable[[int, Json], None]] = []

    async def open_from_message(self, person: int, message: Stored) -> Json:
        """The ``Checkout`` of an invoice message whose Pay button ``person`` pressed."""
        invoice = self._find_invoice(message.body.get("_invoice", ""))
        if "forward_origin" in message.body and not invoice.is_open_to_many:
            bot = self._world.account(invoice.bot)
            raise SimError(
                409,
                "A forwarded copy of this invoice cannot be paid; it leads to "
                f"t.me/{bot.username}?start={invoice.doc['start_parameter']}.",
            )
        return self._open(invoice, person, message)

    async def open_from_slug(self, person: int, slug: str) -> Json:
        """The ``Checkout`` of a ``t.me/$slug`` link."""
        return self._open(self._find_invoice(slug.removeprefix("$")), person, None)

    def show(self, checkout_id: str) -> Json:
        checkout, invoice = self._find(checkout_id)
        return self._shown(checkout, invoice)

    async def fill_in(self, checkout_id: str, given: Json) -> Json:
        """Take the details; a flexible invoice asks the bot for its shipping options."""
        checkout, invoice = self._find_payable(checkout_id)
        kept = details.read(given, invoice.needs)
        if not invoice.doc.get("is_flexible"):
            checkout.details = kept
            return self._save(checkout, invoice)

        with self._working_on(checkout):
            answer = await self._asking.shipping(invoice, checkout.person, kept["address"])
        if answer is None:
            raise SimError(409, NO_ANSWER)
        if not answer["ok"]:
            raise SimError(409, str(answer["error_message"]))
        checkout.details = kept
        checkout.shipping_options = answer["shipping_options"]
        checkout.chosen_option = None
        return self._save(checkout, invoice)

    async def pay(
        self,
        checkout_id: str,
        *,
        card: str = cards.DEFAULT,
        shipping_option: str | None = None,
        tip: int = 0,
    ) -> Json:
        """Ask the bot, then charge. The bot has ten seconds and the last word."""
        checkout, invoice = self._find_payable(checkout_id)
        used = self._read_card(invoice, card)
        self._take_choices(checkout, invoice, shipping_option, tip)
        with self._working_on(checkout):
            if self._lacks_stars(checkout, invoice):
                return self._save(checkout, invoice)
            answer = await self._asking.pre_checkout(invoice, checkout)
            return self._after_answer(checkout, invoice, used, answer)

    def confirm(self, checkout_id: str, *, ok: bool) -> Json:
        """What the person said when her bank asked; the bot agreed before."""
        checkout, invoice = self._find(checkout_id)
        card = cards.read(checkout.card)
        if checkout.status != Status.CONFIRM or card is None:
            raise SimError(409, "Nothing waits for a confirmation.")
        if ok:
            self._charge(checkout, invoice, card)
        else:
            self._end(checkout, Status.DECLINED, "The payment was not confirmed.")
        return self._save(checkout, invoice)

    def _open(self, invoice: Invoice, person: int, message: Stored | None) -> Json:
        account = self._world.people.find(person)
        if account is None or account.is_bot:
            raise SimError(404, f"There is no person {person}.")
        self._refuse_if_settled(invoice)
        room, number = (None, None) if message is None else (message.room, message.id)
        checkout = self._checkouts.open(invoice, person, room=room, message=number)
        return self._shown(checkout, invoice)

    def _take_choices(
        self, checkout: Checkout, invoice: Invoice, option: str | None, tip: int
    ) -> None:
        missing = [
            name
            for name, needed in invoice.needs.items()
            if needed and name not in checkout.details
        ]
        if missing:
            raise SimError(409, f"Fill in first: {', '.join(missing)}.")
        if not 0 <= tip <= int(invoice.doc.get("max_tip_amount", 0)):
            raise SimError(400, "The tip is larger than the invoice allows.")
        offered = [one["id"] for one in checkout.shipping_options or []]
        if (offered and option not in offered) or (not offered and option is not None):
            raise SimError(400, "Choose one of the shipping options.")
        checkout.chosen_option = option
        checkout.tip = tip

    def _read_card(self, invoice: Invoice, written: str) -> Card:
        card = cards.read(cards.DEFAULT if invoice.is_stars else written)
        if card is None:
            raise SimError(400, "Your card number is incorrect.")
        return card

    def _lacks_stars(self, checkout: Checkout, invoice: Invoice) -> bool:
        balance, price = self._charging.balance(checkout.person), checkout.total(invoice)
        if not invoice.is_stars or balance >= price:
            return False
        self._end(checkout, Status.DECLINED, f"You have {balance} Stars; this costs {price}.")
        return True

    def _after_answer(
        self, checkout: Checkout, invoice: Invoice, card: Card, answer: Json | None
    ) -> Json:
        if answer is None:
            self._end(checkout, Status.TIMEOUT, NO_ANSWER)
        elif not answer["ok"]:
            self._end(checkout, Status.REFUSED, str(answer["error_message"]))
        elif card.fate is Fate.DECLINED:
            self._end(checkout, Status.DECLINED, card.words)
        elif card.fate is Fate.CONFIRMS:
            checkout.card = card.number
            self._end(checkout, Status.CONFIRM, None)
        else:
            self._charge(checkout, invoice, card)
        return self._save(checkout, invoice)

    def _charge(self, checkout: Checkout, invoice: Invoice, card: Card) -> None:
        # Somebody else may have paid, or her Stars may be gone, while the bot was thinking.
        current = self._invoices.find(invoice.slug)
        if current is None or current.paid_by is not None:
            self._end(checkout, Status.DECLINED, "This invoice has already been paid.")
            return
        if self._lacks_stars(checkout, invoice):
            return
        if not invoice.is_open_to_many:
            self._invoices.close(invoice, checkout.person)
        by = self._charging
        entry = (
            by.by_stars(invoice, checkout)
            if invoice.is_stars
            else by.by_card(invoice, checkout, card)
        )
        checkout.charge = entry.charge
        self._end(checkout, Status.PAID, None)

    def _end(self, checkout: Checkout, status: Status, error: str | None) -> None:
        checkout.status, checkout.error = status, error

    def _save(self, checkout: Checkout, invoice: Invoice) -> Json:
        self._checkouts.save(checkout)
        sheet = self._shown(checkout, invoice)
        for tell in self.on_change:
            tell(checkout.person, sheet)
        return sheet

    def _shown(self, checkout: Checkout, invoice: Invoice) -> Json:
        return shown(
            checkout,
            invoice,
            merchant=self._world.account(invoice.bot).name,
            balance=self._charging.balance(checkout.person),
        )

    def _find_invoice(self, slug: str) -> Invoice:
        invoice = self._invoices.find(slug)
        if invoice is None:
            raise SimError(404, "There is no such invoice.")
        return invoice

    def _find(self, checkout_id: str) -> tuple[Checkout, Invoice]:
        checkout = self._checkouts.find(checkout_id)
        if checkout is None:
            raise SimError(404, "There is no such checkout.")
        return checkout, self._find_invoice(checkout.slug)

    def _find_payable(self, checkout_id: str) -> tuple[Checkout, Invoice]:
        checkout, invoice = self._find(checkout_id)
        if checkout.id in self._under_way:
            raise SimError(409, "This payment is under way.")
        if checkout.status not in PAYABLE:
            raise SimError(409, f"This checkout is {checkout.status}.")
        self._refuse_if_settled(invoice)
        return checkout, invoice

    def _refuse_if_settled(self, invoice: Invoice) -> None:
        if invoice.paid_by is not None:
            raise SimError(409, "This invoice has already been paid.")

    @contextmanager
    def _working_on(self, checkout: Checkout) -> Iterator[None]:
        self._under_way.add(checkout.id)
        try:
            yield
        finally:
            self._under_way.discard(checkout.id)
