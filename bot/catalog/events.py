from dataclasses import dataclass

from bot.catalog.models import MerchantId, ProductId, VariantId
from bot.kit.events import Event
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductChanged(Event):
    """Something people see of a product is different: words, price, picture, or it is new."""

    product_id: ProductId
    merchant_id: MerchantId


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductArchived(Event):
    product_id: ProductId
    merchant_id: MerchantId


@dataclass(frozen=True, slots=True, kw_only=True)
class StockChanged(Event):
    """How many can still be bought is different: sold, reserved, released, or counted anew."""

    product_id: ProductId
    variant_id: VariantId
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProductsImported(Event):
    """A batch of products that are new or different. Stands for a ProductChanged of each."""

    merchant_id: MerchantId
    product_ids: tuple[ProductId, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportAdvanced(Event):
    """An import read on, waits for its merchant's word, or came to an end."""

    import_run_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureAdded(Event):
    """A picture that somebody sent hangs at its product now."""

    product_id: ProductId
    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadAdded(Event):
    """A file that somebody sent is what buyers of its product get now."""

    product_id: ProductId
    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class DownloadRefused(Event):
    product_id: ProductId
    person_id: PersonId
    text: str  # of the error, and its facts
    facts: dict[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRefused(Event):
    product_id: ProductId
    person_id: PersonId
    text: str  # of the error, and its facts
    facts: dict[str, str]
