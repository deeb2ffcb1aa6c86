"""Buying together: cards, seats, and the end of a deal."""

from datetime import timedelta

from bot.catalog.events import ProductArchived, StockChanged
from bot.deals import jobs, reactions
from bot.deals.bargains import reactions as bargain_reactions
from bot.deals.bargains.personal_data import BargainsOfPerson
from bot.deals.closing import ClosingService
from bot.deals.collecting import CollectingService
from bot.deals.counting import CountingService
from bot.deals.events import (
    CardRefused,
    CardWanted,
    DealChanged,
    DealCollecting,
    DealEndsSoon,
    DealExtended,
    DealFailed,
    DealOpened,
    DealSettled,
    DealSucceeded,
    GoalReached,
    HoldTooShort,
    PaidTooLate,
    PickedUp,
    PickupLeaderFound,
    SeatCharging,
    SeatCollected,
    SeatDeclined,
    SeatGivenBack,
    SeatOffered,
    SeatPaid,
)
from bot.deals.expiring import ExpiringService
from bot.deals.freeing import SeatKeeper
from bot.deals.handing_out import HandingOut
from bot.deals.joining import JoiningService
from bot.deals.looking import DealLookup
from bot.deals.opening import OpeningService
from bot.deals.personal_data import SeatsOfPerson
from bot.deals.picking import PickingLists
from bot.deals.proof import ProofLog
from bot.deals.proposal_personal_data import ProposalsOfPerson
from bot.deals.repository import DealRepository
from bot.deals.sale_days import reactions as sale_day_reactions
from bot.deals.sale_days.personal_data import SaleDaysOfPerson
from bot.deals.teaming import TeamService
from bot.handlers.deals import (
    collecting_notices,
    notices,
    pickup_notices,
    pinning,
    refusals,
)
from bot.handlers.deals.bargains import notices as bargain_notices
from bot.handlers.deals.bargains import parts as bargain_parts
from bot.handlers.deals.beforehand import HeldSeat
from bot.handlers.deals.card_keeper import CardKeeper
from bot.handlers.deals.commands import COMMANDS
from bot.handlers.deals.desk import DealDesk
from bot.handlers.deals.newsroom import Newsroom
from bot.handlers.deals.offering import parts as offer_parts
from bot.handlers.deals.own_deals import OwnDeals
from bot.handlers.deals.pickup_desk import PickupDesk
from bot.handlers.deals.proposals import parts as proposal_parts
from bot.handlers.deals.router import router
from bot.handlers.deals.sale_days import notices as sale_day_notices
from bot.handlers.deals.sale_days import parts as sale_day_parts
from bot.handlers.deals.workshop import Workshop
from bot.orders.events import (
    OrderExpired,
    OrderPaid,
    OrderPledged,
    PledgeCollected,
    PledgeDeclined,
    PledgeLost,
)
from bot.payments.events import CheckoutConfirmed
from bot.telegram.events import PostRefused
from bot.telegram.feature import Feature

deals = Feature(
    name="deals",
    services=(
        *bargain_parts.SERVICES,
        *offer_parts.SERVICES,
        *proposal_parts.SERVICES,
        *sale_day_parts.SERVICES,
        CardKeeper,
        ClosingService,
        CollectingService,
        CountingService,
        DealDesk,
        DealLookup,
        DealRepository,
        ExpiringService,
        HandingOut,
        HeldSeat,
        JoiningService,
        Newsroom,
        OpeningService,
        OwnDeals,
        PickingLists,
        PickupDesk,
        ProofLog,
        SeatKeeper,
        TeamService,
        Workshop,
    ),
    router=router,
    commands=COMMANDS,
    reactions={
        CheckoutConfirmed: (reactions.approve_seat,),
        OrderPledged: (
            reactions.count_pledge,
            bargain_reactions.sell_bargain,
            sale_day_reactions.sell_at_frozen_price,
        ),
        OrderExpired: (reactions.lose_seat,),
        OrderPaid: (reactions.honour_seat,),
        PledgeCollected: (reactions.collect_seat,),
        PledgeDeclined: (reactions.let_her_pay_again,),
        PledgeLost: (reactions.drop_seat,),
        SeatGivenBack: (reactions.follow_leader,),
        ProductArchived: (
            bargain_reactions.call_off_offers,
            sale_day_reactions.call_off_sale_days,
        ),
        PostRefused: (refusals.note_refusal,),
    },
    notices={
        **bargain_parts.NOTICES,
        **offer_parts.NOTICES,
        **proposal_parts.NOTICES,
        **sale_day_parts.NOTICES,
        StockChanged: (
            bargain_notices.redraw_for_sold_out,
            sale_day_notices.redraw_for_stock,
        ),
        DealOpened: notices.post_deal,
        DealChanged: notices.redraw,
        DealExtended: notices.tell_of_extension,
        SeatPaid: notices.tell_of_paid_seat,
        GoalReached: notices.tell_of_goal,
        DealEndsSoon: notices.tell_of_end_soon,
        DealSucceeded: (notices.tell_of_success, pinning.unpin_at_end),
        DealFailed: (notices.tell_of_failure, pinning.unpin_at_end),
        CardRefused: refusals.tell_of_refusal,
        CardWanted: refusals.post_card,
        SeatGivenBack: notices.tell_of_money_back,
        PaidTooLate: notices.tell_of_late_money,
        HoldTooShort: notices.tell_of_short_hold,
        SeatOffered: notices.offer_seat,
        DealCollecting: collecting_notices.tell_of_collecting,
        SeatCharging: collecting_notices.tell_of_charging,
        SeatCollected: collecting_notices.tell_of_repaired_seat,
        SeatDeclined: collecting_notices.tell_of_declined_card,
        DealSettled: (notices.send_picking_list, pickup_notices.send_pickup_lists),
        PickupLeaderFound: pickup_notices.tell_of_leader,
        PickedUp: pickup_notices.tell_of_picking_up,
    },
    jobs={
        **bargain_parts.JOBS,
        **proposal_parts.JOBS,
        **sale_day_parts.JOBS,
        jobs.close_due_deals: timedelta(seconds=5),
        jobs.settle_due_deals: timedelta(seconds=5),
        jobs.drop_declined_seats: timedelta(seconds=30),
        jobs.remind_of_declined_cards: timedelta(minutes=1),
        jobs.free_expired_seats: timedelta(seconds=30),
        jobs.remind_of_deals: timedelta(minutes=1),
    },
    personal_data=(SeatsOfPerson, BargainsOfPerson, SaleDaysOfPerson, ProposalsOfPerson),
)
