"""Stripe: the only package that imports it."""

from bot.payments.gateways.stripe.connect import StripeConnect
from bot.payments.gateways.stripe.connection import StripeLine
from bot.payments.gateways.stripe.costs import StripeCosts
from bot.payments.gateways.stripe.identity import (
    BadSignature,
    StripeTrouble,
    read_event,
    whose_key,
)
from bot.payments.gateways.stripe.listing import StripeLists
from bot.payments.gateways.stripe.pages import StripePages
from bot.payments.gateways.stripe.refunds import StripeGateway

__all__ = [
    "BadSignature",
    "StripeConnect",
    "StripeCosts",
    "StripeGateway",
    "StripeLine",
    "StripeLists",
    "StripePages",
    "StripeTrouble",
    "read_event",
    "whose_key",
]
