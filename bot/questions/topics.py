"""What people ask about things, in their words, and the attribute that would tell.

The names are those of the catalogue's attributes. The first word of each language is also how an
attribute, a review or an earlier question may name it.
"""

import re
from functools import cache

from bot.catalog.search.terms import is_chinese

TOPICS: dict[str, tuple[str, ...]] = {
    "material": (
        *("material", "made of", "made from", "fabric", "what is it made"),
        *("leather", "cotton", "wool", "linen", "silk", "polyester", "plastic", "wooden", "steel"),
        *("stoff", "woraus", "aus was", "gemacht", "leder", "baumwolle", "wolle", "leinen"),
        *("seide", "kunststoff", "plastik", "holz", "stahl"),
        *("材质", "面料", "材料", "什么做", "皮的", "真皮", "纯棉", "棉的", "羊毛", "塑料", "木头"),
    ),
    "weight": (
        *("weight", "weigh", "weighs", "heavy", "gewicht", "wiegt", "wiegen", "schwer"),
        *("重量", "多重", "重吗", "几斤"),
    ),
    "waterproof": ("waterproof", "water proof", "wasserdicht", "wasserfest", "regenfest", "防水"),
    "water_resistant": ("water resistant", "water repellent", "wasserabweisend", "防泼水"),
    "vegan": ("vegan", "animal products", "tierische", "纯素", "素食"),
    "machine_washable": (
        *(
            "machine washable",
            "machine wash",
            "washable",
            "washing machine",
            "wash it",
            "wash them",
        ),
        *("maschinenwaschbar", "waschbar", "waschmaschine", "waschen", "机洗", "洗衣机", "能洗"),
        "可以洗",
    ),
    "washing_temperature": (
        "washing temperature",
        "how hot",
        "waschtemperatur",
        "wie heiß",
        "水温",
    ),
    "dishwasher_safe": (
        *(
            "dishwasher",
            "dishwasher safe",
            "spülmaschine",
            "spülmaschinenfest",
            "spülmaschinengeeignet",
        ),
        *("geschirrspüler", "洗碗机"),
    ),
    "microwave_safe": ("microwave", "mikrowelle", "mikrowellengeeignet", "微波炉"),
    "oven_safe": ("oven", "oven safe", "ofen", "backofen", "ofenfest", "烤箱"),
    "induction": ("induction", "induktion", "induktionsherd", "电磁炉"),
    "food_safe": ("food safe", "lebensmittelecht", "食品级"),
    "handmade": ("handmade", "hand made", "handgemacht", "handarbeit", "手工"),
    "insulated": ("insulated", "isoliert", "保温"),
    "keeps_hot": ("keep hot", "keeps hot", "stay hot", "stay warm", "warm halten", "bleibt warm"),
    "leakproof": ("leakproof", "leak", "leaks", "auslaufsicher", "dicht", "漏水", "防漏"),
    "airtight": ("airtight", "luftdicht", "密封"),
    "floats": ("float", "floats", "schwimmt", "浮"),
    "pockets": ("pockets", "pocket", "tasche", "taschen", "口袋"),
    "padded_laptop_sleeve": ("padded", "laptop sleeve", "gepolstert", "laptopfach", "电脑夹层"),
    "fits_laptop_up_to": ("laptop", "notebook", "笔记本电脑", "电脑"),
    "rain_cover": ("rain cover", "regenhülle", "防雨罩"),
    "printable": ("printable", "print it", "druckbar", "ausdrucken", "打印"),
    "length": ("length", "how long is", "long is it", "länge", "wie lang", "长度", "多长"),
    "width": ("width", "how wide", "breite", "wie breit", "宽度", "多宽"),
    "height": ("height", "how high", "how tall", "höhe", "wie hoch", "高度", "多高"),
    "depth": ("depth", "how deep", "tiefe", "wie tief", "深度", "多深"),
    "diameter": ("diameter", "durchmesser", "直径"),
    "thickness": ("thickness", "how thick", "dicke", "wie dick", "厚度", "多厚"),
    "capacity": ("capacity", "how much does it hold", "fassungsvermögen", "wie viel passt", "容量"),
    "volume": ("volume", "litres", "liters", "volumen", "liter", "容积", "多少升"),
    "origin": (
        *("origin", "where is it made", "where are they made", "made in", "come from"),
        *("herkunft", "woher", "wo hergestellt", "hergestellt", "产地", "哪里产", "哪里生产"),
    ),
    "care": ("care", "how do i clean", "clean it", "pflege", "pflegen", "reinigen", "保养", "清洁"),
    "fit": (
        *("fit", "true to size", "run small", "runs small", "run large", "runs large", "run big"),
        *(
            "passform",
            "fällt es klein",
            "fallen sie klein",
            "fällt klein",
            "fällt groß",
            "fallen aus",
        ),
        *("偏大", "偏小", "合身", "尺码准", "版型"),
    ),
    "sole": ("sole", "soles", "sohle", "鞋底"),
    "battery": ("battery", "batteries", "akku", "batterie", "电池"),
    "burn_time": ("burn time", "how long does it last", "leuchtdauer", "续航"),
    "brightness": ("brightness", "how bright", "lumen", "helligkeit", "wie hell", "亮度", "多亮"),
    "power": ("power", "watts", "leistung", "watt", "功率"),
    "max_load": ("max load", "how much can it carry", "tragkraft", "belastbar", "承重"),
    "pages": ("pages", "seiten", "页"),
    "format": ("file format", "format", "dateiformat", "格式"),
    "language": ("which language", "what language", "welche sprache", "语言"),
    "pieces": ("pieces", "how many are in", "teile", "stückzahl", "几件", "几个"),
}

# Where the first is not known, the second says something near it, under its own name.
NEAR: dict[str, tuple[str, ...]] = {
    "waterproof": ("water_resistant", "water_column", "protection_class"),
    "water_resistant": ("waterproof",),
    "machine_washable": ("washing_temperature", "care"),
    "care": ("machine_washable", "washing_temperature", "dishwasher_safe"),
    "capacity": ("volume",),
    "volume": ("capacity",),
    "oven_safe": ("oven_max_temperature",),
    "insulated": ("keeps_hot",),
    "leakproof": ("waterproof", "airtight"),
    "material": ("fabric_weight", "coating"),
}


def topics_in(text: str) -> tuple[str, ...]:
    """Name the attributes a text asks about, the one with the longest words first."""
    low = text.casefold()
    found = {
        name: max(map(len, hits))
        for name, pattern in _patterns().items()
        if (hits := pattern.findall(low))
    }
    if found.keys() >= {"sole", "material"}:
        del found["material"]  # what the sole is made of, not the shoe
    return tuple(sorted(found, key=lambda name: -found[name]))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile("|".join(map(_phrase, words))) for name, words in TOPICS.items()}


def _phrase(words: str) -> str:
    escaped = re.escape(words.casefold())
    # Chinese is written without spaces, so there are no edges of words to look for.
    return escaped if is_chinese(words[0]) else rf"\b{escaped}\b"
