from bot.catalog.models import Merchant, MerchantId
from bot.handlers.merchants import shop_views
from bot.merchants.inviting import InvitationService
from bot.merchants.sharing import SharingService
from bot.merchants.shopfront import ShopfrontService
from bot.merchants.till import TillService
from bot.telegram.actor import Actor
from bot.telegram.replies import Screen


class OwnersDesk:
    """Draws the pages of a shop for its owner. Everybody else is refused by the services."""

    def __init__(
        self,
        shopfront: ShopfrontService,
        till: TillService,
        invitations: InvitationService,
        sharing: SharingService,
    ) -> None:
        self._shopfront = shopfront
        self._till = till
        self._invitations = invitations
        self._sharing = sharing

    async def shop(self, actor: Actor, merchant_id: MerchantId, note: str = "") -> Screen:
        merchant = await self._shopfront.get(merchant_id, by=actor.id)
        connection = await self._till.look(merchant_id, by=actor.id)
        others = await self._shopfront.owned(actor.id)
        return shop_views.shop(actor.words, merchant, connection, others=others, note=note)

    async def shipping(self, actor: Actor, merchant_id: MerchantId, note: str = "") -> Screen:
        merchant = await self._shopfront.get(merchant_id, by=actor.id)
        return shop_views.shipping(actor.words, merchant, note=note)

    async def team(self, actor: Actor, merchant_id: MerchantId, note: str = "") -> Screen:
        merchant = await self._shopfront.get(merchant_id, by=actor.id)
        members = await self._invitations.team(merchant_id, by=actor.id)
        return shop_views.team(actor.words, merchant, members, note=note)

    async def till(self, actor: Actor, merchant: Merchant, note: str = "") -> Screen:
        connection = await self._till.look(merchant.id, by=actor.id)
        sharing = await self._sharing.look(merchant.id, by=actor.id)
        return shop_views.till(actor.words, merchant, connection, sharing, note=note)
