"""The table of contents. Updates are offered to the features in this order."""

from bot.handlers.catalog import catalog
from bot.handlers.groups import groups
from bot.handlers.people import people
from bot.telegram.feature import Feature

FEATURES: tuple[Feature, ...] = (
    catalog,
    groups,
    people,
)
