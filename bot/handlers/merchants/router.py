from aiogram import Router

from bot.handlers.merchants import (
    connecting,
    operating,
    shipping,
    shopkeeping,
    statement,
    teaming,
)

router = Router(name=__name__)
router.include_routers(
    operating.router,
    shopkeeping.router,
    shipping.router,
    teaming.router,
    statement.router,
    connecting.router,
)
