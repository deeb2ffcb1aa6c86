from aiogram import Router

from bot.handlers.merchants import (
    connecting,
    operating,
    sharing,
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
    sharing.router,
    connecting.router,
)
