from aiogram.exceptions import TelegramNetworkError
from aiogram.methods import GetChatAdministrators
from aiogram.types import ChatMemberAdministrator, ChatMemberOwner, User

from bot.people.models import PersonId
from bot.telegram.admins import TelegramGroupAdmins
from tests.groups.make import CHAT
from tests.people.make import ANA, BEN
from tests.telegram_line import ME, PretendLine, bot_on


async def finds(admins: TelegramGroupAdmins, person_id: PersonId) -> bool:
    await admins.learn(CHAT, person_id)
    return admins.is_admin(CHAT, person_id)


def owner(person_id: PersonId, *, hidden: bool = False) -> ChatMemberOwner:
    user = User(id=person_id, is_bot=False, first_name="Ana")
    return ChatMemberOwner(user=user, is_anonymous=hidden)


async def test_an_admin_is_known_for_a_minute(clock):
    line = PretendLine({GetChatAdministrators: [owner(ANA)]})
    admins = TelegramGroupAdmins(bot_on(line), clock)

    assert await finds(admins, ANA)
    assert not await finds(admins, BEN)
    assert len(line.asked) == 1

    clock.wait(seconds=60)
    line.answers[GetChatAdministrators] = [owner(BEN)]
    assert not await finds(admins, ANA)


async def test_a_yes_that_nobody_asked_for_again_runs_out(clock):
    """Else whoever forgets to ask beforehand would let a former admin pass for ever."""
    line = PretendLine({GetChatAdministrators: [owner(ANA)]})
    admins = TelegramGroupAdmins(bot_on(line), clock)
    assert await finds(admins, ANA)
    clock.wait(seconds=59)
    assert await finds(admins, ANA)
    clock.wait(seconds=60)
    assert admins.is_admin(CHAT, ANA)  # learned at the last moment, used a little later

    clock.wait(seconds=1)

    assert not admins.is_admin(CHAT, ANA)


async def test_who_was_just_made_an_admin_waits_for_seconds_only(clock):
    line = PretendLine({GetChatAdministrators: [owner(ANA)]})
    admins = TelegramGroupAdmins(bot_on(line), clock)
    assert not await finds(admins, BEN)
    line.answers[GetChatAdministrators] = [owner(ANA), owner(BEN)]

    assert not await finds(admins, BEN)
    clock.wait(seconds=5)
    assert await finds(admins, BEN)


async def test_who_hides_among_the_admins_is_one(clock):
    line = PretendLine({GetChatAdministrators: [owner(ANA, hidden=True)]})

    assert await finds(TelegramGroupAdmins(bot_on(line), clock), ANA)


async def test_a_telegram_that_does_not_answer_means_no_and_is_asked_again_later(clock):
    silence = TelegramNetworkError(method=GetChatAdministrators(chat_id=CHAT), message="timeout")
    line = PretendLine({GetChatAdministrators: silence})
    admins = TelegramGroupAdmins(bot_on(line), clock)
    assert not await finds(admins, ANA)
    assert not await finds(admins, ANA)
    assert len(line.asked) == 1

    line.answers[GetChatAdministrators] = [owner(ANA)]
    clock.wait(seconds=5)

    assert await finds(admins, ANA)


async def test_a_bot_is_no_admin_of_ours(clock):
    rights = dict.fromkeys(
        (
            name
            for name, field in ChatMemberAdministrator.model_fields.items()
            if field.is_required()
        ),
        True,
    )
    bot_admin = ChatMemberAdministrator.model_validate({**rights, "user": ME})
    line = PretendLine({GetChatAdministrators: [bot_admin]})

    assert not await finds(TelegramGroupAdmins(bot_on(line), clock), PersonId(ME.id))
