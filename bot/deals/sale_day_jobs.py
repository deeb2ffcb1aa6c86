from bot.deals.sale_day_ending import SaleDayEnding


async def end_due_sale_days(ending: SaleDayEnding) -> None:
    await ending.end_due()
