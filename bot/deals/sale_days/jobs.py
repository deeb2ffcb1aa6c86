from bot.deals.sale_days.ending import SaleDayEnding


async def end_due_sale_days(ending: SaleDayEnding) -> None:
    await ending.end_due()


async def remind_of_sale_days(ending: SaleDayEnding) -> None:
    await ending.remind()
