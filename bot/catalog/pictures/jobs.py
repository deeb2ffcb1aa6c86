from bot.catalog.pictures.fetching import PictureFetcher


async def fetch_pictures(fetcher: PictureFetcher) -> None:
    await fetcher.fetch_waiting()
