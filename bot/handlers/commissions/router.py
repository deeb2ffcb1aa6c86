from aiogram import Router

from bot.handlers.commissions import agreeing, paying_out, statement

router = Router(name=__name__)
router.include_routers(agreeing.router, paying_out.router, statement.router)
