from bot.deals.bargain_ending import BargainEnding


async def end_due_bargains(ending: BargainEnding) -> None:
    await ending.end_due()
