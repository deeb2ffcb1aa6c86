"""A group's part of what is sold in it: agreed by two sides, counted by the ledger."""

from bot.commissions.access import Sides
from bot.commissions.agreeing import AgreeingService
from bot.commissions.counting import CountingService
from bot.commissions.events import (
    CommissionAnswered,
    CommissionEnded,
    CommissionOffered,
    CommissionPaidOut,
    CommissionReceived,
    CommissionTakenBack,
)
from bot.commissions.paying_out import PayingOutService
from bot.commissions.personal_data import CommissionsOfPerson
from bot.commissions.reactions import count_sale, take_back
from bot.commissions.repository import CommissionRepository
from bot.commissions.statements import CommissionStatements
from bot.handlers.commissions import notices
from bot.handlers.commissions.commands import COMMANDS
from bot.handlers.commissions.desk import CommissionDesk
from bot.handlers.commissions.notices import CommissionNewsroom
from bot.handlers.commissions.router import router
from bot.orders.events import OrderPaid, OrderRefunded
from bot.telegram.feature import Feature

commissions = Feature(
    name="commissions",
    services=(
        AgreeingService,
        CommissionDesk,
        CommissionNewsroom,
        CommissionRepository,
        CommissionStatements,
        CountingService,
        PayingOutService,
        Sides,
    ),
    router=router,
    commands=COMMANDS,
    reactions={OrderPaid: (count_sale,), OrderRefunded: (take_back,)},
    notices={
        CommissionOffered: notices.ask_the_other_side,
        CommissionAnswered: notices.tell_the_answer,
        CommissionEnded: notices.tell_of_the_end,
        CommissionTakenBack: notices.tell_it_was_taken_back,
        CommissionPaidOut: notices.tell_of_payout,
        CommissionReceived: notices.tell_it_was_received,
    },
    personal_data=(CommissionsOfPerson,),
)
