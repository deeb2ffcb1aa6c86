"""The table of contents. Updates are offered to the features in this order."""

from bot.handlers.catalog import catalog
from bot.handlers.commissions import commissions
from bot.handlers.deals import deals
from bot.handlers.groups import groups
from bot.handlers.merchants import merchants
from bot.handlers.orders import orders
from bot.handlers.payments import payments
from bot.handlers.people import people
from bot.handlers.questions import questions
from bot.telegram.feature import Feature

# Money first: a pre-checkout has ten seconds. Questions last: they listen to plain words.
FEATURES: tuple[Feature, ...] = (
    payments,
    orders,
    deals,
    catalog,
    merchants,
    commissions,
    groups,
    people,
    questions,
)

# In menus and in /help, what people do most comes first.
MENU: tuple[Feature, ...] = (
    questions,
    orders,
    deals,
    catalog,
    merchants,
    commissions,
    groups,
    people,
    payments,
)
