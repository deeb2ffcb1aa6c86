from aiogram import Router

from bot.handlers.catalog import editing, files, opening, shelf

router = Router(name=__name__)
router.include_routers(shelf.router, editing.router, opening.router, files.router)
