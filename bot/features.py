"""The table of contents. Updates are offered to the features in this order."""

from bot.catalog.repository import CatalogRepository, MerchantRepository
from bot.handlers.groups import groups
from bot.handlers.people import people
from bot.telegram.feature import Feature

FEATURES: tuple[Feature, ...] = (
    Feature(name="catalog", services=(CatalogRepository, MerchantRepository)),
    groups,
    people,
)
