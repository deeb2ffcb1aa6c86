"""Who sells here: the operator opens shops, their owners run them, all in private chat."""

from bot.handlers.merchants import notices, sharing_notices
from bot.handlers.merchants.commands import COMMANDS
from bot.handlers.merchants.desk import OwnersDesk
from bot.handlers.merchants.router import router
from bot.merchants.access import Access
from bot.merchants.events import (
    ConnectionMissed,
    MerchantClosed,
    MerchantReopened,
    StaffJoined,
    StaffRemoved,
)
from bot.merchants.inviting import InvitationService
from bot.merchants.opening import OpeningService
from bot.merchants.personal_data import InvitationsOfPerson
from bot.merchants.reactions import note_missing_connection
from bot.merchants.repository import ShopRepository
from bot.merchants.sharing import SharingService
from bot.merchants.shopfront import ShopfrontService
from bot.merchants.till import TillService
from bot.orders.events import BuyerTurnedAway
from bot.payments.events import (
    ConnectedAccountPaused,
    ConnectedAccountReady,
    OnboardingLinked,
    OnboardingRefused,
    PlatformFeeChanged,
)
from bot.payments.statements import Statements
from bot.telegram.feature import Feature

merchants = Feature(
    name="merchants",
    services=(
        ShopRepository,
        Access,
        OpeningService,
        InvitationService,
        ShopfrontService,
        TillService,
        SharingService,
        OwnersDesk,
        Statements,
    ),
    router=router,
    commands=COMMANDS,
    reactions={BuyerTurnedAway: (note_missing_connection,)},
    notices={
        StaffJoined: notices.tell_who_joined,
        StaffRemoved: notices.tell_who_was_removed,
        MerchantClosed: notices.tell_of_closing,
        MerchantReopened: notices.tell_of_reopening,
        ConnectionMissed: notices.ask_to_connect,
        OnboardingLinked: sharing_notices.lead_to_stripe,
        OnboardingRefused: sharing_notices.tell_of_refusal,
        ConnectedAccountReady: sharing_notices.tell_it_is_ready,
        ConnectedAccountPaused: sharing_notices.tell_it_is_paused,
        PlatformFeeChanged: sharing_notices.tell_of_fee,
    },
    personal_data=(InvitationsOfPerson,),
)
