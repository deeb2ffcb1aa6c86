"""What a merchant needs for whatever she posts into groups: a group-buy, a bargain, a sale day."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from bot.catalog.models import MerchantId, Product, ProductId
from bot.catalog.repository import MerchantRepository
from bot.catalog.service import CatalogService
from bot.deals.errors import GroupLeft, NoGroupChosen, NotSoldByYou, NotSoldThere, PaidOtherwise
from bot.deals.rails import Means
from bot.groups.models import Group, GroupId
from bot.groups.service import GroupService
from bot.kit.money import Currency
from bot.payments.accounts import GatewayAccountService
from bot.payments.models import PayeeId
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Posting:
    """Asked when it is drafted, and again when it is posted: a draft may have lain for a week."""

    catalog: CatalogService
    merchants: MerchantRepository
    groups: GroupService
    accounts: GatewayAccountService

    async def own_product(self, product_id: ProductId, *, by: PersonId) -> Product:
        """Find what one of its merchant's people may sell. Raises ProductGone, NotSoldByYou."""
        product = await self.catalog.get_for_sale(product_id)
        if not await self.merchants.is_staff(product.merchant_id, by):
            raise NotSoldByYou
        return product

    async def product_for(
        self, merchant_id: MerchantId, product_id: ProductId, chosen: Collection[GroupId]
    ) -> Product:
        """Find what is to be posted into these groups.

        Raises NoGroupChosen, GroupLeft, NotSoldThere, ProductGone.
        """
        if not chosen:
            raise NoGroupChosen
        for group_id in chosen:
            await self.group_for(merchant_id, group_id)
        return await self.catalog.get_for_sale(product_id)

    async def group_for(self, merchant_id: MerchantId, group_id: GroupId) -> Group:
        """Find a group where this merchant may post. Raises GroupLeft, NotSoldThere."""
        group = await self.groups.get(group_id)
        if not group.is_here:
            raise GroupLeft(title=group.title)
        if not await self.groups.sells(group, merchant_id):
            merchant = await self.merchants.get(merchant_id)
            raise NotSoldThere(merchant=merchant.name, title=group.title)
        return group

    async def places(
        self, merchant_id: MerchantId, chosen: Collection[GroupId] = ()
    ) -> Sequence[Group]:
        """The groups where its merchant may sell, and those to be taken out: chosen, but no more.

        A draft keeps the number of a group that was merged into another one since.
        """
        open_ones = await self.groups.selling(merchant_id)
        known = {group.id for group in open_ones}
        others = [await self.groups.get(group_id) for group_id in chosen if group_id not in known]
        return (*open_ones, *(group for group in others if group.id not in known))

    async def means(self, product: Product, currency: Currency) -> Means:
        """What its money can be taken with. Raises PaidOtherwise: see ``Product.paid_in``."""
        if product.needs_shipping is (currency is Currency.XTR):
            raise PaidOtherwise
        payee = PayeeId(product.merchant_id)
        return Means(
            invoices=await self.accounts.can_take(payee, currency),
            holds=await self.accounts.can_hold(payee),
        )
