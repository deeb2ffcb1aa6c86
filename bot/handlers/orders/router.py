from aiogram import Router

from bot.handlers.orders import (
    choosing,
    filling_cart,
    goods,
    mine,
    paying,
    refunding,
    selling,
    typed_choice,
)

router = Router(name=__name__)
router.include_routers(
    choosing.router,
    paying.router,
    filling_cart.router,
    mine.router,
    goods.router,
    selling.router,
    refunding.router,
    typed_choice.router,
)
