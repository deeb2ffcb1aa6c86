"""What may be sold in the place where somebody taps: cards outlive a group's settings."""

from bot.catalog.models import Merchant, VariantId
from bot.catalog.service import CatalogService
from bot.groups.service import GroupService
from bot.telegram.actor import Actor


class Market:
    def __init__(self, catalog: CatalogService, groups: GroupService) -> None:
        self._catalog = catalog
        self._groups = groups

    async def refuse_stranger(self, merchant: Merchant, actor: Actor) -> None:
        """Raises NotSoldHere in a group whose admins chose other merchants."""
        if actor.group is not None:
            await self._groups.refuse_stranger(actor.group, merchant)

    async def refuse_strangers_goods(self, variant_id: int, actor: Actor) -> None:
        """Raises NotSoldHere, VariantGone and what keeps a product from being sold."""
        if actor.group is not None:
            variant = await self._catalog.get_variant_for_sale(VariantId(variant_id))
            await self.refuse_stranger(variant.product.merchant, actor)
