"""Reading "cheapest", "beliebt" and "最贵的": in which order somebody wants to see things."""

import re

from bot.catalog.search.ordering import Order

# How German adjectives bend, and how they are compared.
_BENT = "(?:e[nmrs]?)?"
_MORE = "(?:er|e?st)?"


def _any(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![a-zäöüß])(?:{'|'.join(phrases)})(?![a-zäöüß])", re.IGNORECASE)


_CHEAPEST = _any(
    "(?:not|isn't|aren't|nothing) (?:(?:too|so|very|that) )?(?:expensive|pricey)",
    *("low(?:est)?[ -]price(?:d)?", "on a budget"),
    "(?:the )?(?:most )?(?:cheap|cheaper|cheapest|inexpensive|affordable)",
    f"nichts? (?:(?:so|zu|allzu|sehr) )?teue?r{_BENT}",
    f"(?:am )?(?:preisgünstig|günstig|billig|preiswert){_MORE}{_BENT}",
    *("不(?:要)?太?贵的?", "最?便宜(?:一?[点些])?的?", "平价的?", "实惠的?", "价格最?低的?"),
)
_DEAREST = _any(
    *("(?:the )?most expensive", "(?:the )?expensive", "(?:the )?priciest"),
    *(f"(?:am )?teuer{_MORE}{_BENT}", f"teure{_MORE}{_BENT}"),
    *("最贵的?", "贵一?点的?", "高端的?"),
)
_POPULAR = _any(
    *("(?:the )?(?:most )?popular", "(?:the )?best(?:[ -](?:rated|selling|reviewed|sellers?))?"),
    *("(?:the )?top[ -]rated", "bestsellers?", "trending", "(?:your )?favou?rites?"),
    f"(?:am )?(?:beliebt|bestbewertet){_MORE}{_BENT}",
    *("(?:am )?best(?:e[nrs]?) bewertete[nrs]?", "beste[nrsm]?"),
    *("最?受欢迎的?", "热门的?", "热销的?", "爆款", "最好的?", "评价最?[好高]的?"),
)
# "not expensive" has to be read before "expensive".
_ORDERS = (
    (Order.CHEAPEST, _CHEAPEST),
    (Order.DEAREST, _DEAREST),
    (Order.POPULAR, _POPULAR),
)
_BROWSING = _any(
    "what (?:do|can|have) you (?:sell|have|offer|got)",
    "what(?:'s| is) (?:there|new|on offer)",
    "(?:show|see) (?:(?:me|us) )?(?:everything|all|anything|the shop|your (?:shop|products|stuff))",
    *("everything", "assortment", "catalog(?:ue)?", "surprise me", "inspire me"),
    "was (?:habt|hast|verkauft|bietet|verkaufst) (?:ihr|du)",
    *("was gibt(?:'s| es)", "sortiment", "alles", "katalog", "(?:eure )?produkte"),
    *("卖[些点]?什么", "有[些点]?什么", "全部", "所有", "有啥", "卖啥"),
)


def read_order(text: str) -> tuple[Order, str]:
    """Give the order that is wished for, and the text without it."""
    for order, wished in _ORDERS:
        rest, times = wished.subn(" ", text)
        if times:
            return order, rest
    return Order.BEST_MATCH, text


def without_browsing(text: str) -> str | None:
    """Take "what do you sell" out of a text; None where nobody asks for the shop as a whole."""
    rest, times = _BROWSING.subn(" ", text)
    return rest if times else None
