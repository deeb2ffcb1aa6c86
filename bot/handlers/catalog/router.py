from aiogram import Router

from bot.handlers.catalog import downloads, editing, files, opening, shelf

router = Router(name=__name__)
router.include_routers(shelf.router, downloads.router, editing.router, opening.router, files.router)
