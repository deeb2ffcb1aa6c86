"""Sentences as people write them, over the demo's own shops, judged by hand.

Each expects the product that comes first, or an honest word where nothing fits.
"""

from collections.abc import Sequence

import pytest
import sqlalchemy as sa
from dishka import AsyncContainer
from sqlalchemy.ext.asyncio import AsyncSession

from bot.catalog.models import Product
from bot.cli.places import DEMO
from bot.cli.seed import seed
from bot.questions.conversation import Answer, Conversation, NothingFound, ProductsFound, SmallTalk
from tests.questions.make import asked

UNRECOGNISED, NOTHING, OWN_ORDER = "(unrecognised)", "(nothing)", "(own order)"
# "~" before a product: it is only near, and that is said.
JUDGED = (
    ("do you have red shoes in size 42 under 50 euros?", "red-espadrille"),
    ("cheap shoes", "red-espadrille"),
    ("the cheapest mug", "enamel-camp-mug"),
    ("most expensive knife", "chefs-knife"),
    ("best backpack", "city-daypack-22"),
    ("a tent for two people", "fjord-tent"),
    ("hiking shoes", "hiking-boot"),
    ("red sneekers", "red-canvas-sneaker"),
    ("wool socks 43", "red-wool-socks"),
    ("tea pot", "glass-teapot"),
    ("raincoat", "rain-jacket"),
    ("frying pan for induction", "iron-frying-pan"),
    ("leather bag for laptop", "leather-laptop-bag"),
    ("sneakers not leather", "low-canvas-sneaker"),
    ("I need a knife to cut bread", "~bread-knife"),
    ("dress for a wedding", "~wrap-dress"),
    ("ebook", "bread-recipes"),
    ("digital download", "fjord-route-gpx"),
    ("guide", "~fjord-route-gpx"),
    ("sewing pattern", "~fjord-route-gpx"),
    ("gifts under 30", "~fjord-route-gpx"),
    ("what do you sell?", "rain-jacket"),
    ("I'm looking for a gift for my grandma", NOTHING),
    ("iPhone", NOTHING),
    ("skateboard", NOTHING),
    ("something for my dad's birthday", UNRECOGNISED),
    ("nice weather today", UNRECOGNISED),
    ("are you a robot?", UNRECOGNISED),
    ("how are you doing", UNRECOGNISED),
    ("where is my parcel", OWN_ORDER),
    ("Wander Schuhe", "hiking-boot"),
    ("Wanderschuhe Größe 42", "hiking-boot"),
    ("Schuhe zum Wandern", "hiking-boot"),
    ("günstige Schuhe", "red-espadrille"),
    ("das günstigste Messer", "bread-knife"),
    ("billigste Tasse", "enamel-camp-mug"),
    ("teuerstes Zelt", "fjord-tent"),
    ("Jacke gegen Regen", "rain-jacket"),
    ("Regenjake", "rain-jacket"),
    ("Schlafsack bis 200 Euro", "down-sleeping-bag"),
    ("Kleid für den Sommer", "summer-dress"),
    ("ich brauche ein neues Messer für Brot", "bread-knife"),
    ("Tasche aus Leder", "leather-laptop-bag"),
    ("Wanderstöcke", "trekking-poles"),
    ("Kochtopf", "steel-stock-pot"),
    ("Schal", "wool-scarf"),
    ("warme Mütze für den Winter", "~ribbed-beanie"),
    ("E-Book", "bread-recipes"),
    ("was zum Runterladen", "fjord-route-gpx"),
    ("Schnittmuster", "~fjord-route-gpx"),
    ("was habt ihr so?", "rain-jacket"),
    ("Handschuhe", NOTHING),
    ("Weinglas", NOTHING),
    ("Teller", NOTHING),
    ("Geschenk für meine Freundin", NOTHING),
    ("etwas für meine Oma", UNRECOGNISED),
    ("viel", UNRECOGNISED),
    ("wie geht es dir", UNRECOGNISED),
    ("wo ist mein Paket", OWN_ORDER),
    ("五十欧以下的鞋", "red-espadrille"),
    ("两百块以内的帽子", "~ribbed-beanie"),
    ("一千块以下的外套", "denim-jacket"),
    ("三百元左右的鞋", "red-espadrille"),
    ("便宜的鞋", "red-espadrille"),
    ("最便宜的杯子", "enamel-camp-mug"),
    ("最贵的刀", "chefs-knife"),
    ("有没有帐篷", "fjord-tent"),
    ("徒步鞋", "hiking-boot"),
    ("登山鞋", "hiking-boot"),
    ("冬天的帽子", "ribbed-beanie"),
    ("平底锅", "iron-frying-pan"),
    ("面包刀", "bread-knife"),
    ("睡袋", "down-sleeping-bag"),
    ("真皮电脑包", "leather-laptop-bag"),
    ("适合徒步的背包", "trail-backpack-40"),
    ("雨衣", "rain-jacket"),
    ("吊床有货吗", "~travel-hammock"),
    ("电子书", "bread-recipes"),
    ("食谱", "bread-recipes"),
    ("地图", "fjord-route-gpx"),
    ("你们卖什么", "rain-jacket"),
    ("给妈妈的礼物", NOTHING),
    ("今天天气真好", UNRECOGNISED),
    ("我的包裹在哪里", OWN_ORDER),
)


@pytest.fixture
async def handles(container: AsyncContainer) -> dict[int, str]:
    await seed(container, DEMO, None)
    async with container() as scope:
        rows = await (await scope.get(AsyncSession)).execute(sa.select(Product.id, Product.handle))
        return {int(number): handle for number, handle in rows}


async def test_wishes_over_the_demo(container: AsyncContainer, handles: dict[int, str]):
    async with container() as scope:
        conversation = await scope.get(Conversation)
        answered = {
            text: _first(await conversation.reply(asked(text)), handles) for text, _ in JUDGED
        }

    assert answered == dict(JUDGED)


def _first(answers: Sequence[Answer], handles: dict[int, str]) -> str:
    [answer] = answers
    match answer:
        case ProductsFound():
            return f"{'~' if answer.missed else ''}{handles[answer.product_id]}"
        case NothingFound():
            return NOTHING
        case SmallTalk():
            return f"({answer.about.replace('_', ' ')})"
        case _:
            return str(answer)
