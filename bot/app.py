"""The composition root: the only module that knows every other one."""

from collections import defaultdict
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from datetime import timedelta

from aiogram import Bot, Dispatcher, Router
from aiogram.types import TelegramObject
from dishka import (
    STRICT_VALIDATION,
    AsyncContainer,
    Provider,
    Scope,
    from_context,
    make_async_container,
    provide,
    provide_all,
)
from dishka.integrations.aiogram import inject_router
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker

from bot.catalog.arrivals.source import FileSource
from bot.catalog.downloads import DownloadStore
from bot.catalog.imports.reading import ReadingDesk
from bot.catalog.media import MediaSettings, MediaStore
from bot.catalog.pictures.source import PictureSource
from bot.deals.joiner import Joiner
from bot.deals.settings import DealSettings
from bot.deals.settler import DealSettler
from bot.dialogue.conversation import RasaConversation
from bot.dialogue.reading import PatternUnderstanding
from bot.features import FEATURES, MENU
from bot.groups.admins import GroupAdmins
from bot.groups.settings import GroupDefaults
from bot.handlers.payments.star_refunds import TelegramStarRefunds
from bot.kit.bell import Bell
from bot.kit.clock import Clock, SystemClock
from bot.kit.db import open_engine
from bot.kit.events import Event, EventBus, Events, Outbox, Reaction
from bot.kit.outbox import SqlOutbox
from bot.kit.secrets import Vault
from bot.kit.transactions import Transactions
from bot.orders.expiring import OrderExpirer
from bot.orders.settings import OrderSettings
from bot.payments.comparing.reconciler import MoneyReconciler
from bot.payments.connect.checker import ConnectChecker
from bot.payments.costs.looker import CostLooker
from bot.payments.expiring import PaymentExpirer
from bot.payments.gateways import Gateways
from bot.payments.gateways.connecting import ConnectGateway
from bot.payments.gateways.costing import CostGateway
from bot.payments.gateways.holding import HoldGateway
from bot.payments.gateways.listing import MoneyLister
from bot.payments.gateways.stars import StarRefunds, StarsGateway
from bot.payments.gateways.stripe import (
    StripeConnect,
    StripeCosts,
    StripeGateway,
    StripeLine,
    StripeLists,
    StripePages,
)
from bot.payments.hearing import StripeHearing
from bot.payments.holds.opener import PageOpener
from bot.payments.holds.reconciling import HoldReconciler
from bot.payments.holds.settler import HoldSettler
from bot.payments.models import Rail
from bot.payments.settings import PaymentSettings
from bot.payments.settling import RefundSettler
from bot.people.personal_data import PersonalDataProviders
from bot.people.settings import PeopleSettings
from bot.questions.conversation import Conversation
from bot.questions.understanding import Understanding
from bot.telegram.actor import Actor
from bot.telegram.admins import TelegramGroupAdmins
from bot.telegram.api import open_bot
from bot.telegram.audiences import Audiences
from bot.telegram.command_menu import CommandBook
from bot.telegram.downloads import Downloads
from bot.telegram.feature import Job, Notice
from bot.telegram.hosted_pages import HostedPages
from bot.telegram.identity import identify
from bot.telegram.lease import PosterLease
from bot.telegram.mailbox import Mailbox, forget_old_posts
from bot.telegram.memory import Memory
from bot.telegram.own_menus import OwnMenus, follow_menus
from bot.telegram.pictures import UploadedPictures
from bot.telegram.poster import Poster
from bot.telegram.redis_line import RedisLine
from bot.telegram.seen import SeenUpdates, forget_old_updates
from bot.telegram.sender import Sender
from bot.telegram.shared_pace import SharedPace
from bot.telegram.shown import ShownMessages
from bot.telegram.spoken import NoOthers, OtherProcesses
from bot.telegram.transaction import MeetTheActor, OneUpdateOneTransaction, Speaker
from bot.web.health import Health
from bot.web.pictures import AddressedPictures
from bot.worker.jobs import JobClock, job_name
from bot.worker.loop import WorkerLoop
from bot.worker.notices import NoticeWorker, forget_told
from config.settings import Settings


class Kit(Provider):
    """What every package uses."""

    scope = Scope.APP
    settings = from_context(Settings)
    clock = provide(SystemClock, provides=Clock)
    bell = provide(Bell)

    @provide
    async def engine(self, settings: Settings) -> AsyncIterator[AsyncEngine]:
        engine = open_engine(settings.database_url.get_secret_value())
        yield engine
        await engine.dispose()

    @provide(scope=Scope.REQUEST)
    async def session(self, engine: AsyncEngine) -> AsyncIterator[AsyncSession]:
        async with async_sessionmaker(engine, expire_on_commit=False)() as session:
            yield session

    @provide(scope=Scope.REQUEST)
    def outbox(self, session: AsyncSession, clock: Clock, bell: Bell) -> Outbox:
        return SqlOutbox(session, clock, _notices().keys(), bell)

    @provide(scope=Scope.REQUEST)
    def events(self, scope: AsyncContainer, outbox: Outbox) -> Events:
        return EventBus(_reactions(), scope, outbox)

    @provide(scope=Scope.REQUEST)
    def personal_data(self, scope: AsyncContainer) -> PersonalDataProviders:
        kinds = tuple(kind for feature in FEATURES for kind in feature.personal_data)
        return PersonalDataProviders(kinds, scope)

    @provide
    def vault(self, settings: Settings) -> Vault:
        return Vault([key.strip() for key in settings.pii_key.get_secret_value().split(",")])


class Values(Provider):
    """Settings, each in the words of the package that needs it."""

    scope = Scope.APP

    @provide
    def people(self, settings: Settings) -> PeopleSettings:
        return PeopleSettings(
            operator_ids=frozenset(settings.operator_ids),
            support_contact=settings.support_contact,
        )

    @provide
    def groups(self) -> GroupDefaults:
        return GroupDefaults()

    @provide
    def orders(self) -> OrderSettings:
        return OrderSettings()

    @provide
    def deals(self) -> DealSettings:
        return DealSettings()

    @provide
    def media(self, settings: Settings) -> MediaSettings:
        return MediaSettings(folder=settings.media_dir)

    @provide
    def payments(self, settings: Settings) -> PaymentSettings:
        provider, stripe = settings.payment_provider_token, settings.stripe_api_key
        return PaymentSettings(
            provider_token=provider.get_secret_value() if provider else "",
            stripe_key=stripe.get_secret_value() if stripe else "",
            platform_fee_basis=int(settings.platform_fee_percent * 100),
        )


class Telegram(Provider):
    """The line to Telegram, and what the door remembers."""

    scope = Scope.APP
    update = from_context(TelegramObject, scope=Scope.REQUEST)
    memory = provide(Memory)
    pictures = provide(UploadedPictures)
    own_menus = provide(OwnMenus)
    pace = provide(SharedPace)
    sender = provide(Sender)
    admins = provide(TelegramGroupAdmins, provides=GroupAdmins)
    media = provide(MediaStore)
    kept_downloads = provide(DownloadStore)
    downloads = provide(Downloads, provides=FileSource)
    reading = provide(ReadingDesk)  # keeps files open between two steps of an import
    actor = provide(staticmethod(identify), provides=Actor, scope=Scope.REQUEST)
    of_an_update = provide_all(ShownMessages, SeenUpdates, Mailbox, Audiences, scope=Scope.REQUEST)

    @provide
    def commands(self) -> CommandBook:
        return CommandBook.of(MENU)

    @provide
    async def bot(self, settings: Settings) -> AsyncIterator[Bot]:
        bot = open_bot(settings.bot_token.get_secret_value(), str(settings.telegram_api_url))
        yield bot
        await bot.session.close()

    @provide
    async def others(self, settings: Settings, clock: Clock) -> AsyncIterator[OtherProcesses]:
        if settings.redis_url is None:
            yield NoOthers()
            return
        bot_id = settings.bot_token.get_secret_value().partition(":")[0]
        line = RedisLine(settings.redis_url.get_secret_value(), int(bot_id), clock)
        yield line
        await line.close()


class Money(Provider):
    """Where money moves outside the shop, each way by its own gateway."""

    scope = Scope.APP
    star_refunds = provide(TelegramStarRefunds, provides=StarRefunds)
    stars = provide(StarsGateway)
    settler = provide(RefundSettler)
    expirer = provide(PaymentExpirer)
    order_expirer = provide(OrderExpirer)
    deal_settler = provide(DealSettler)
    hearing = provide(StripeHearing)
    stripe = provide(StripeGateway)
    costs = provide(StripeCosts, provides=CostGateway)
    lists = provide(StripeLists, provides=MoneyLister)
    money_reconciler = provide(MoneyReconciler)
    connect = provide(StripeConnect, provides=ConnectGateway)
    connect_checker = provide(ConnectChecker)
    cost_looker = provide(CostLooker)
    pages = provide(StripePages, provides=HoldGateway)
    hold_settler = provide(HoldSettler)
    hold_reconciler = provide(HoldReconciler)
    opener = provide(PageOpener, provides=HostedPages)

    @provide
    async def stripe_line(self, settings: Settings) -> AsyncIterator[StripeLine]:
        line = StripeLine(
            str(settings.stripe_api_url).rstrip("/"), settings.stripe_requests_per_second
        )
        yield line
        await line.close()

    @provide
    async def joiner(
        self, engine: AsyncEngine, clock: Clock, settings: DealSettings
    ) -> AsyncIterator[Joiner]:
        joiner = Joiner(engine, clock, settings)
        yield joiner
        await joiner.finish()

    @provide
    def gateways(self, stripe: StripeGateway, stars: StarsGateway) -> Gateways:
        by_stripe = (Rail.TELEGRAM, Rail.STRIPE, Rail.STRIPE_HOLD, Rail.STRIPE_LATER)
        return Gateways({**dict.fromkeys(by_stripe, stripe), Rail.STARS: stars})

    @provide
    def transactions(self, container: AsyncContainer) -> Transactions:
        @asynccontextmanager
        async def transaction() -> AsyncIterator[AsyncContainer]:
            async with container() as scope:
                yield scope
                await (await scope.get(AsyncSession)).commit()

        return transaction


class Doors(Provider):
    """Health for HTTP's door, understanding for talk's; the loop and the clock for time's."""

    scope = Scope.APP
    health = provide(Health)
    understanding = provide(PatternUnderstanding, provides=Understanding)
    conversation = provide(RasaConversation, provides=Conversation, scope=Scope.REQUEST)
    lease = provide(PosterLease)
    poster = provide(Poster)
    loop = provide(WorkerLoop)

    @provide
    def pictures(self) -> PictureSource:
        return AddressedPictures()

    @provide
    def notices(self, container: AsyncContainer, clock: Clock) -> NoticeWorker:
        return NoticeWorker(_notices(), container, clock)

    @provide
    def jobs(self, container: AsyncContainer, settings: Settings) -> JobClock:
        return JobClock(_jobs(), container, settings.database_url.get_secret_value())


HOUSEKEEPING: dict[Job, timedelta] = {
    forget_old_updates: timedelta(hours=1),
    forget_old_posts: timedelta(hours=1),
    forget_told: timedelta(hours=1),
    follow_menus: timedelta(seconds=5),
}


def build_container(settings: Settings, *overrides: Provider) -> AsyncContainer:
    return make_async_container(
        Kit(),
        Values(),
        Telegram(),
        Money(),
        Doors(),
        _features(),
        *overrides,
        context={Settings: settings},
        validation_settings=STRICT_VALIDATION,
    )


def build_dispatcher(
    container: AsyncContainer, speaker: Speaker, routers: Sequence[Router] | None = None
) -> Dispatcher:
    """Make a dispatcher that offers an update to each handler of the features in turn."""
    dispatcher = Dispatcher(disable_fsm=True)
    dispatcher.update.outer_middleware(OneUpdateOneTransaction(container, speaker))
    for name, observer in dispatcher.observers.items():
        if name not in {"update", "error"}:
            observer.middleware(MeetTheActor())
    every = [feature.router for feature in FEATURES if feature.router]
    _line_up(dispatcher, every if routers is None else routers)
    inject_router(dispatcher)
    return dispatcher


def _line_up(dispatcher: Dispatcher, routers: Sequence[Router]) -> None:
    """Let all handlers stand in one row, in the features' order.

    Walking through two dozen routers took longer than asking every filter, and a bot that is an
    admin hears all that a group says: benchmarks/updates.py.
    """
    for router in routers:
        for part in router.chain_tail:
            for kind, observer in part.observers.items():
                dispatcher.observers[kind].handlers.extend(observer.handlers)


def _features() -> Provider:
    provider = Provider(scope=Scope.REQUEST)
    for feature in FEATURES:
        for service in {*feature.services, *feature.personal_data}:
            provider.provide(service)
    return provider


def _notices() -> Mapping[type[Event], list[Notice]]:
    notices = defaultdict[type[Event], list[Notice]](list)
    for feature in FEATURES:
        for event, told in feature.notices.items():
            notices[event].extend(told if isinstance(told, tuple) else (told,))
    return notices


def _reactions() -> Mapping[type[Event], list[Reaction]]:
    reactions = defaultdict[type[Event], list[Reaction]](list)
    for feature in FEATURES:
        for event, listeners in feature.reactions.items():
            reactions[event].extend(listeners)
    return reactions


def jobs_of_the_shop() -> Mapping[str, timedelta]:
    """Name every job with its pace, as the clock knows them."""
    return {job_name(job): pace for job, pace in _jobs().items()}


def _jobs() -> Mapping[Job, timedelta]:
    jobs = dict(HOUSEKEEPING)
    for feature in FEATURES:
        jobs |= feature.jobs
    return jobs
