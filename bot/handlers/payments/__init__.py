"""Taking money and giving it back."""

from datetime import timedelta

from bot.handlers.payments import notices
from bot.handlers.payments.commands import COMMANDS
from bot.handlers.payments.router import router
from bot.payments import jobs
from bot.payments.accounts import GatewayAccountService
from bot.payments.claiming import RefundClaims
from bot.payments.comparing.books import MoneyBooks
from bot.payments.connect.repository import ConnectedAccountRepository
from bot.payments.connect.service import ConnectService
from bot.payments.costs.service import CostBook
from bot.payments.events import (
    BooksDiffer,
    HoldDiffers,
    MoneyUnexplained,
    PaymentDisputed,
    RefundFailed,
    SurplusReturned,
)
from bot.payments.heard import HeardEvents
from bot.payments.holds.cards import SavedCards
from bot.payments.holds.pages import HoldPages
from bot.payments.holds.reconciling import HoldBooks
from bot.payments.holds.repository import HoldRepository
from bot.payments.holds.service import HoldService
from bot.payments.holds.settler import HoldDesk
from bot.payments.ledger import Ledger
from bot.payments.news import GatewayNews
from bot.payments.personal_data import PaymentsOfPerson
from bot.payments.reconciling import Reconciliation
from bot.payments.refunding import RefundService
from bot.payments.repository import (
    GatewayAccountRepository,
    PaymentRepository,
    RefundRepository,
)
from bot.payments.service import PaymentService
from bot.payments.takings import Takings
from bot.telegram.feature import Feature

payments = Feature(
    name="payments",
    services=(
        ConnectedAccountRepository,
        ConnectService,
        CostBook,
        GatewayAccountRepository,
        GatewayAccountService,
        GatewayNews,
        HeardEvents,
        MoneyBooks,
        HoldBooks,
        HoldDesk,
        HoldPages,
        HoldRepository,
        HoldService,
        Takings,
        Ledger,
        PaymentRepository,
        PaymentService,
        Reconciliation,
        RefundClaims,
        RefundRepository,
        RefundService,
        SavedCards,
    ),
    router=router,
    commands=COMMANDS,
    notices={
        SurplusReturned: notices.tell_of_surplus,
        RefundFailed: notices.alarm_operators,
        PaymentDisputed: notices.alarm_of_dispute,
        HoldDiffers: notices.alarm_of_differing_hold,
        BooksDiffer: notices.alarm_of_differing_books,
        MoneyUnexplained: notices.alarm_of_unexplained,
    },
    jobs={
        jobs.expire_payments: timedelta(seconds=15),
        jobs.settle_refunds: timedelta(seconds=5),
        jobs.settle_holds: timedelta(seconds=5),
        jobs.compare_money: timedelta(hours=1),
        jobs.check_connected_accounts: timedelta(seconds=5),
        jobs.look_at_costs: timedelta(seconds=10),
        jobs.compare_holds: timedelta(hours=1),
        jobs.forget_old_gateway_events: timedelta(hours=6),
    },
    personal_data=(PaymentsOfPerson,),
)
