from collections import Counter
from collections.abc import Awaitable, Callable, Mapping
from typing import TypeAlias

from bot.catalog.models import MerchantId
from bot.catalog.repository import MerchantRepository
from bot.groups.admins import GroupAdmins
from bot.groups.errors import NotAGroupAdmin, OldButton
from bot.groups.models import Group, PurchaseLines
from bot.groups.service import GroupService
from bot.groups.setup import GroupSetup
from bot.handlers.groups import views
from bot.handlers.groups.callbacks import Page, Setup
from bot.kit.money import Currency
from bot.kit.texts import Words
from bot.telegram.actor import Actor
from bot.telegram.replies import Screen

Choice: TypeAlias = Callable[[Group, Setup], Awaitable[None]]

PICTURES: Mapping[Page, Callable[[Words, Group, Setup], Screen]] = {
    Page.LANGUAGE: views.languages,
    Page.ZONE: views.zones,
    Page.TOPICS: views.topics,
    Page.LINES: views.lines,
    Page.QUIET: views.quiet,
}


class SetupDesk:
    """Draws the pages of /setup and carries out what is chosen on them."""

    def __init__(
        self,
        groups: GroupService,
        setup: GroupSetup,
        merchants: MerchantRepository,
        admins: GroupAdmins,
    ) -> None:
        self._groups = groups
        self._setup = setup
        self._merchants = merchants
        self._admins = admins
        self._choices: Mapping[Page, Choice] = {
            Page.LANGUAGE: self._choose_language,
            Page.CURRENCY: self._choose_currency,
            Page.ALL_CURRENCIES: self._choose_currency,
            Page.ZONE: self._choose_zone,
            Page.TOPICS: self._choose_topics,
            Page.SELLERS: self._choose_seller,
            Page.LINES: self._choose_lines,
            Page.QUIET: self._choose_quiet,
        }

    def admit(self, actor: Actor, group: Group) -> None:
        """Let nobody but the group's admins pass, wherever the button was pressed."""
        if not self._admins.is_admin(group.chat_id, actor.id):
            raise NotAGroupAdmin(title=group.title)

    async def choose(self, group: Group, tapped: Setup) -> None:
        if not tapped.choice or tapped.page not in self._choices:
            return
        try:
            await self._choices[tapped.page](group, tapped)
        except (ValueError, IndexError):
            raise OldButton from None

    async def choose_zone(self, group: Group, written: str) -> None:
        await self._setup.choose_zone(group.id, written)

    async def draw(self, words: Words, group: Group, here: Setup) -> Screen:
        match here.page:
            case Page.MAIN:
                return views.main(words, group, here, await self._groups.sellers(group))
            case Page.SELLERS:
                merchants = await self._merchants.all()
                return views.sellers(words, here, merchants, await self._groups.sellers(group))
            case Page.CURRENCY:
                return views.currencies(words, group, here, await self._priced_in(group))
            case Page.ALL_CURRENCIES:
                return views.currencies(words, group, here, views.CURRENCIES)
            case page:
                return PICTURES[page](words, group, here)

    async def _priced_in(self, group: Group) -> tuple[Currency, ...]:
        """List the currencies of those who sell here, the most usual first."""
        chosen = await self._groups.sellers(group)
        counted = Counter(
            currency
            for merchant in await self._merchants.all()
            if merchant.is_open and (chosen is None or merchant.id in chosen)
            for currency in merchant.currencies
        )
        usual = [Currency(code) for code, _ in counted.most_common()]
        return tuple(currency for currency in usual if currency in views.CURRENCIES)

    async def _choose_language(self, group: Group, tapped: Setup) -> None:
        await self._setup.choose_language(group.id, tapped.choice)

    async def _choose_currency(self, group: Group, tapped: Setup) -> None:
        currency = Currency(tapped.choice)
        if currency not in views.CURRENCIES:
            raise OldButton
        await self._setup.choose_currency(group.id, currency)

    async def _choose_zone(self, group: Group, tapped: Setup) -> None:
        await self._setup.choose_zone(group.id, views.ZONES[int(tapped.choice)])

    async def _choose_topics(self, group: Group, tapped: Setup) -> None:
        match tapped.choice:
            case "here":
                await self._setup.speak_only_in(group.id, tapped.thread or None)
            case "also":
                await self._setup.speak_also_in(group.id, tapped.thread or None)
            case _:
                await self._setup.speak_everywhere(group.id)

    async def _choose_seller(self, group: Group, tapped: Setup) -> None:
        if tapped.choice == "all":
            await self._setup.let_everybody_sell(group.id)
            return
        everybody = frozenset(merchant.id for merchant in await self._merchants.all())
        chosen = await self._groups.sellers(group)
        # A tap takes a merchant out who sells here, and lets one in who does not.
        tapped_one = frozenset({MerchantId(int(tapped.choice))}) & everybody
        await self._setup.let_sell(group.id, (everybody if chosen is None else chosen) ^ tapped_one)

    async def _choose_lines(self, group: Group, tapped: Setup) -> None:
        await self._setup.show_purchases(group.id, PurchaseLines(tapped.choice))

    async def _choose_quiet(self, group: Group, tapped: Setup) -> None:
        if tapped.choice == "never":
            await self._setup.be_never_quiet(group.id)
            return
        begin, end = views.NIGHTS[int(tapped.choice)]
        await self._setup.be_quiet(group.id, begin, end)
