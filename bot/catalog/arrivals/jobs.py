from bot.catalog.arrivals.fetching import FileFetcher
from bot.catalog.arrivals.service import ArrivalService


async def fetch_files(fetcher: FileFetcher) -> None:
    await fetcher.fetch_waiting()


async def hand_over_files(arrivals: ArrivalService) -> None:
    await arrivals.hand_over_next()


async def forget_old_files(arrivals: ArrivalService) -> None:
    await arrivals.forget_old()
