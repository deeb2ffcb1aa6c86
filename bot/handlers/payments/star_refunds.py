from aiogram import Bot
from aiogram.exceptions import (
    TelegramAPIError,
    TelegramBadRequest,
    TelegramForbiddenError,
    TelegramNotFound,
)

from bot.payments.gateways import GatewayBusy, GatewayRefused
from bot.payments.gateways.stars import AlreadyGivenBack
from bot.people.models import PersonId

REPEATED = "CHARGE_ALREADY_REFUNDED"


class TelegramStarRefunds:
    """Gives Stars back through the Bot API."""

    def __init__(self, bot: Bot) -> None:
        self._bot = bot

    async def refund_star_payment(self, person_id: PersonId, charge: str) -> None:
        try:
            await self._bot.refund_star_payment(
                user_id=person_id, telegram_payment_charge_id=charge
            )
        except TelegramBadRequest as error:
            if REPEATED in error.message:
                raise AlreadyGivenBack from None
            raise GatewayRefused(error.message) from None
        except (TelegramForbiddenError, TelegramNotFound) as error:
            raise GatewayRefused(error.message) from None
        except TelegramAPIError as error:
            raise GatewayBusy(type(error).__name__) from None
