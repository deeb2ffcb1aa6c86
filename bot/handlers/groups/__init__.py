"""Living in group chats: coming, settling in by /setup, telling what was bought, leaving."""

from bot.groups.events import BotPromoted, GroupMoved, GroupWelcomed
from bot.groups.personal_data import GroupsAddedBy
from bot.groups.repository import GroupRepository
from bot.groups.service import GroupService
from bot.groups.setup import GroupSetup
from bot.handlers.groups import notices, reactions
from bot.handlers.groups.commands import COMMANDS
from bot.handlers.groups.desk import SetupDesk
from bot.handlers.groups.router import router
from bot.orders.events import OrderPaid
from bot.telegram.feature import Feature

groups = Feature(
    name="groups",
    services=(GroupRepository, GroupService, GroupSetup, SetupDesk, GroupsAddedBy),
    router=router,
    commands=COMMANDS,
    reactions={GroupMoved: (reactions.forget_old_messages,)},
    notices={
        GroupWelcomed: notices.greet,
        BotPromoted: notices.thank_for_trust,
        OrderPaid: notices.tell_the_group,
    },
    personal_data=(GroupsAddedBy,),
)
