"""Stripe's events by webhook. Stripe hears 200 only after what they mean is committed."""

import structlog
from aiohttp import web
from sqlalchemy.exc import SQLAlchemyError

from bot.payments.gateways import GatewayBusy, GatewayRefused
from bot.payments.gateways.stripe import BadSignature, read_event
from bot.payments.hearing import StripeHearing

log = structlog.get_logger(__name__)
PATH = "/stripe/webhook"
SIGNATURE_HEADER = "Stripe-Signature"
LARGEST = 256 * 1024  # an event is a few kilobytes


class StripeWebhook:
    def __init__(self, hearing: StripeHearing, secret: str) -> None:
        self._hearing = hearing
        self._secret = secret

    async def receive(self, request: web.Request) -> web.Response:
        """Take one event. 500 lets Stripe send it again, for three days."""
        body = await request.read()
        if len(body) > LARGEST:
            raise web.HTTPRequestEntityTooLarge(max_size=LARGEST, actual_size=len(body))
        try:
            heard = read_event(body, request.headers.get(SIGNATURE_HEADER, ""), self._secret)
        except BadSignature:
            log.warning("stripe.bad_signature")
            raise web.HTTPBadRequest from None
        try:
            await self._hearing.hear(heard)
        except (GatewayBusy, GatewayRefused, SQLAlchemyError, OSError) as error:
            log.exception("stripe.postponed", event_id=heard.event_id, kind=heard.kind)
            raise web.HTTPInternalServerError from error
        return web.Response()
