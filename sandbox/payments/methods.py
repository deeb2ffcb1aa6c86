"""The Bot API's methods about money."""

from sandbox.botapi.call import Call, Methods
from sandbox.botapi.errors import bad_request
from sandbox.botapi.sending import address, sent
from sandbox.payments.asking import ANSWER_SECONDS, PRE_CHECKOUT, SHIPPING
from sandbox.payments.currencies import is_payable, written
from sandbox.payments.invoices import Invoice, Invoices, check_prices, total_of
from sandbox.payments.stars import Stars
from sandbox.world.queries import Query
from sandbox.world.store import Json

TOO_LATE = "query is too old and response timeout expired or query ID is invalid"


class PaymentMethods:
    def __init__(self, invoices: Invoices, stars: Stars) -> None:
        self._invoices = invoices
        self._stars = stars

    def offered(self) -> Methods:
        return {
            "sendInvoice": self.send_invoice,
            "createInvoiceLink": self.create_invoice_link,
            "answerShippingQuery": self.answer_shipping_query,
            "answerPreCheckoutQuery": self.answer_pre_checkout_query,
            "refundStarPayment": self.refund_star_payment,
            "getStarTransactions": self.get_star_transactions,
            "getMyStarBalance": self.get_my_star_balance,
        }

    async def send_invoice(self, call: Call) -> Json:
        envelope = address(call, invoice=True)
        if "subscription_period" in call.parameters:
            raise bad_request("SUBSCRIPTION_PERIOD_INVALID")
        invoice = self._invoices.add(call.bot.id, call.parameters)
        return sent(call, envelope, message_body(invoice))

    async def create_invoice_link(self, call: Call) -> str:
        return f"https://t.me/${self._invoices.add(call.bot.id, call.parameters).slug}"

    async def answer_shipping_query(self, call: Call) -> bool:
        query = self._waiting(call, SHIPPING, call.parameters["shipping_query_id"])
        if not call.parameters["ok"]:
            answer = _refusal(call)
        else:
            invoice = self._invoices.find(query.doc["slug"])
            options = call.parameters.get("shipping_options")
            answer = {"ok": True, "shipping_options": _checked(options, invoice)}
        call.world.queries.answer(query, answer)
        return True

    async def answer_pre_checkout_query(self, call: Call) -> bool:
        query = self._waiting(call, PRE_CHECKOUT, call.parameters["pre_checkout_query_id"])
        answer = {"ok": True} if call.parameters["ok"] else _refusal(call)
        call.world.queries.answer(query, answer)
        return True

    async def refund_star_payment(self, call: Call) -> bool:
        user_id = int(call.parameters["user_id"])
        self._stars.refund(call.bot.id, user_id, call.parameters["telegram_payment_charge_id"])
        return True

    async def get_star_transactions(self, call: Call) -> Json:
        offset, limit = call.parameters.get("offset", 0), call.parameters.get("limit", 100)
        return {"transactions": self._stars.transactions(call.bot.id, offset=offset, limit=limit)}

    async def get_my_star_balance(self, call: Call) -> Json:
        return {"amount": self._stars.balance(call.bot.id)}

    def _waiting(self, call: Call, kind: str, query_id: str) -> Query:
        query = call.world.queries.open(query_id, kind, call.bot.id, ANSWER_SECONDS)
        if query is None:
            raise bad_request(TOO_LATE)
        return query


def message_body(invoice: Invoice) -> Json:
    """What a message that carries this invoice holds; its own keyboard comes before ours."""
    pay = {"text": f"Pay {written(invoice.total, invoice.currency)}", "pay": True}
    return {
        "invoice": invoice.as_media(),
        "_invoice": invoice.slug,
        "reply_markup": {"inline_keyboard": [[pay]]},
    }


def _refusal(call: Call) -> Json:
    words = call.parameters.get("error_message")
    if not words:
        raise bad_request('parameter "error_message" is required')
    return {"ok": False, "error_message": words}


def _checked(options: list[Json] | None, invoice: Invoice | None) -> list[Json]:
    if not options:
        raise bad_request("there must be at least one shipping option")
    for option in options:
        if not option["id"]:
            raise bad_request(
                "can't parse shipping option: ShippingOption identifier must be non-empty"
            )
        if not option["title"]:
            raise bad_request("can't parse shipping option: ShippingOption title must be non-empty")
        check_prices(option["prices"])
        total = total_of(option["prices"]) + (invoice.total if invoice else 0)
        if invoice is not None and not is_payable(total, invoice.currency):
            raise bad_request("CURRENCY_TOTAL_AMOUNT_INVALID")
    if len({option["id"] for option in options}) != len(options):
        raise bad_request("SHIPPING_ID_DUPLICATE")
    return options
