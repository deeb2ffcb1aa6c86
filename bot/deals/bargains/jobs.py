from bot.deals.bargains.ending import BargainEnding


async def end_due_bargains(ending: BargainEnding) -> None:
    await ending.end_due()


async def remind_of_bargains(ending: BargainEnding) -> None:
    await ending.remind()
