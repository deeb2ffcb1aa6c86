"""Buying together: cards, seats, and the end of a deal."""

from datetime import timedelta

from bot.deals import jobs, reactions
from bot.deals.closing import ClosingService
from bot.deals.counting import CountingService
from bot.deals.events import SeatGivenBack
from bot.deals.expiring import ExpiringService
from bot.deals.freeing import SeatKeeper
from bot.deals.joining import JoiningService
from bot.deals.opening import OpeningService
from bot.deals.personal_data import SeatsOfPerson
from bot.deals.proof import ProofLog
from bot.deals.repository import DealRepository
from bot.deals.teaming import TeamService
from bot.orders.events import OrderExpired, OrderPledged
from bot.payments.events import CheckoutConfirmed
from bot.telegram.feature import Feature

deals = Feature(
    name="deals",
    services=(
        ClosingService,
        CountingService,
        DealRepository,
        ExpiringService,
        JoiningService,
        OpeningService,
        ProofLog,
        SeatKeeper,
        TeamService,
    ),
    reactions={
        CheckoutConfirmed: (reactions.approve_seat,),
        OrderPledged: (reactions.count_pledge,),
        OrderExpired: (reactions.lose_seat,),
        SeatGivenBack: (reactions.follow_leader,),
    },
    jobs={
        jobs.close_due_deals: timedelta(seconds=5),
        jobs.settle_due_deals: timedelta(seconds=5),
        jobs.free_expired_seats: timedelta(seconds=30),
        jobs.remind_of_deals: timedelta(minutes=1),
    },
    personal_data=(SeatsOfPerson,),
)
