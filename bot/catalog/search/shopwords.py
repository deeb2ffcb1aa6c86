"""Words of the trade that mean the same in our languages, so that one finds the other's goods."""

from functools import cache

from bot.catalog.search.terms import is_chinese, runs

_SHORTEST_PART = 3  # letters of a word within a word

COLOURS: dict[str, tuple[str, ...]] = {
    "red": ("red", "rot", "红", "红色"),
    "burgundy": ("burgundy", "bordeaux", "weinrot", "酒红", "酒红色"),
    "rust": ("rust", "rost", "铁锈色"),
    "orange": ("orange", "橙", "橙色"),
    "yellow": ("yellow", "gelb", "黄", "黄色"),
    "mustard": ("mustard", "senf", "senfgelb", "芥末黄"),
    "green": ("green", "grün", "绿", "绿色"),
    "olive": ("olive", "oliv", "橄榄绿"),
    "sage": ("sage", "salbei", "鼠尾草绿"),
    "petrol": ("petrol", "teal", "孔雀蓝"),
    "blue": ("blue", "blau", "蓝", "蓝色"),
    "navy": ("navy", "dunkelblau", "marine", "marineblau", "深蓝", "藏青", "藏青色"),
    "sky": ("sky", "hellblau", "himmelblau", "天蓝", "浅蓝"),
    "indigo": ("indigo", "靛蓝"),
    "purple": ("purple", "violet", "lila", "violett", "紫", "紫色"),
    "pink": ("pink", "rosa", "粉", "粉色", "粉红"),
    "brown": ("brown", "braun", "棕", "棕色", "褐色"),
    "cognac": ("cognac", "干邑色"),
    "black": ("black", "schwarz", "黑", "黑色"),
    "white": ("white", "weiß", "weiss", "白", "白色"),
    "grey": ("grey", "gray", "grau", "灰", "灰色"),
    "slate": ("slate", "schiefer", "石板灰"),
    "cream": ("cream", "creme", "米白", "奶油色"),
    "beige": ("beige", "米色"),
    "sand": ("sand", "沙色"),
    "gold": ("gold", "golden", "金色"),
    "silver": ("silver", "silber", "银色"),
}

_GOODS: tuple[tuple[str, ...], ...] = (
    ("shoe", "shoes", "schuh", "schuhe", "鞋", "鞋子"),
    ("sneaker", "trainers", "turnschuh", "turnschuhe", "运动鞋", "球鞋"),
    ("boot", "boots", "stiefel", "靴", "靴子"),
    ("sandal", "sandals", "sandale", "sandalen", "凉鞋"),
    ("sock", "socks", "socke", "socken", "袜", "袜子"),
    ("shirt", "hemd", "hemden", "衬衫"),
    ("t-shirt", "tshirt", "tee", "t恤"),
    ("dress", "dresses", "kleid", "kleider", "裙", "裙子", "连衣裙"),
    ("trousers", "pants", "hose", "hosen", "裤", "裤子", "长裤"),
    ("jacket", "jacke", "jacken", "夹克", "外套"),
    ("coat", "mantel", "mäntel", "jacket", "jacke", "jacken", "大衣"),
    ("sweater", "jumper", "pullover", "pulli", "毛衣"),
    ("scarf", "schal", "schals", "围巾"),
    ("hat", "hut", "hüte", "帽", "帽子"),
    ("beanie", "cap", "mütze", "mützen", "毛线帽"),
    ("glove", "gloves", "handschuh", "handschuhe", "手套"),
    ("belt", "gürtel", "腰带", "皮带"),
    ("bag", "bags", "tasche", "taschen", "包", "袋", "包包"),
    ("hammock", "hängematte", "吊床"),
    ("backpack", "rucksack", "rucksäcke", "背包", "双肩包"),
    ("tent", "zelt", "zelte", "帐篷"),
    ("lamp", "lampe", "lampen", "灯"),
    ("bottle", "flasche", "flaschen", "瓶", "水瓶"),
    ("mug", "cup", "becher", "tasse", "tassen", "杯", "杯子"),
    ("bowl", "schale", "schüssel", "碗"),
    ("plate", "teller", "盘", "盘子"),
    ("pan", "pfanne", "pfannen", "锅", "平底锅"),
    ("pot", "topf", "töpfe", "锅", "汤锅"),
    ("knife", "knives", "messer", "刀", "菜刀"),
    ("spoon", "löffel", "勺", "勺子"),
    ("kettle", "wasserkessel", "水壶"),
    ("teapot", "teekanne", "茶壶"),
    ("towel", "handtuch", "tuch", "毛巾"),
    ("kitchen", "küche", "厨房"),
    ("ring", "ringe", "戒指"),
    ("necklace", "kette", "halskette", "项链"),
    ("bracelet", "armband", "手链", "手镯"),
    ("earring", "earrings", "ohrring", "ohrringe", "耳环"),
    ("watch", "uhr", "手表"),
    ("book", "buch", "bücher", "书"),
    ("bicycle", "bike", "fahrrad", "fahrräder", "自行车"),
    ("chair", "stuhl", "stühle", "椅子"),
    ("table", "tisch", "tische", "桌子"),
    ("headphones", "kopfhörer", "耳机"),
    ("leather", "leder", "皮", "皮革", "真皮"),
    ("wool", "wolle", "羊毛"),
    ("cotton", "baumwolle", "棉", "纯棉"),
    ("linen", "leinen", "亚麻"),
    ("silk", "seide", "丝绸", "真丝"),
    ("wood", "wooden", "holz", "木", "木头"),
    ("steel", "stahl", "edelstahl", "钢", "不锈钢"),
    ("waterproof", "wasserdicht", "wasserfest", "防水"),
    ("winter", "冬", "冬天", "冬季"),
    ("summer", "sommer", "夏", "夏天", "夏季"),
    ("hiking", "wandern", "wander", "trekking", "徒步", "登山", "远足"),
    ("camping", "露营"),
    ("running", "laufen", "跑步"),
    ("rain", "regen", "雨", "防雨", "雨衣"),
    ("bread", "brot", "brote", "面包"),
    ("coffee", "kaffee", "咖啡"),
    ("induction", "induktion", "电磁炉"),
    ("vegan", "纯素"),
    ("warm", "保暖", "暖和"),
    ("recipe", "recipes", "rezept", "rezepte", "食谱", "菜谱"),
    ("map", "maps", "landkarte", "wanderkarte", "地图"),
    ("download", "downloads", "downloadable", "digital", "herunterladen", "runterladen", "下载"),
    ("ebook", "ebooks", "pdf", "电子书"),
    ("woman", "women", "womens", "damen", "女", "女士", "女款"),
    ("men", "mens", "herren", "男", "男士", "男款"),
    ("person", "persons", "people", "personen", "人"),
    ("2", "two", "zwei", "两", "二"),
    ("3", "three", "drei", "三"),
    ("4", "four", "vier", "四"),
    ("gift", "present", "geschenk", "geschenke", "礼物"),
)


# What comes as a file as a rule: a shop's downloads are near it, whatever they are about.
_DOWNLOADS: tuple[str, ...] = (
    *("ebook", "ebooks", "guide", "guides", "pattern", "patterns", "template", "templates"),
    *("printable", "printables", "file", "files", "pdf", "gpx", "tutorial", "course", "audiobook"),
    *("software", "font", "preset", "schnittmuster", "anleitung", "anleitungen", "vorlage"),
    *("vorlagen", "ratgeber", "leitfaden", "datei", "dateien", "kurs", "hörbuch"),
    *("电子书", "教程", "指南", "攻略", "模板", "图纸", "纸样", "文件", "有声书", "课程"),
)

# What ends like a kind of thing and is none: gloves are no shoes, and cotton is no wool.
_NO_KINDS = {
    "handschuh": "schuh",
    "baumwoll": "woll",
    "fingerhut": "hut",
    "nudelholz": "holz",
    "ohrring": "ring",
    "armband": "band",
    "schlafsack": "sack",
}


def names_download(text: str) -> bool:
    low = text.casefold()
    return any(word in _DOWNLOADS for word in runs(low)) or any(
        word in low for word in _DOWNLOADS if is_chinese(word)
    )


def is_goods(word: str) -> bool:
    return word in _goods()


@cache
def _goods() -> frozenset[str]:
    return frozenset(word for group in _GOODS for word in group)


def is_kind_of(compound: str, head: str) -> bool:
    return not any(
        compound.startswith(other) and head.startswith(end) for other, end in _NO_KINDS.items()
    )


@cache
def same_meaning() -> dict[str, frozenset[str]]:
    """Map every word above, in lower case, to all words of the groups that it stands in."""
    found: dict[str, frozenset[str]] = {}
    for group in (*COLOURS.values(), *_GOODS):
        for word in group:
            found[word.casefold()] = found.get(word.casefold(), frozenset()) | frozenset(group)
    return found


def head_of(compound: str) -> str | None:
    """Name what a German compound is a kind of: "Bratpfanne" is a "pfanne"."""
    known = same_meaning()
    ends = range(_SHORTEST_PART, len(compound) - _SHORTEST_PART + 1)
    return next(
        (
            compound[at:]
            for at in ends
            if len(compound[at:]) > _SHORTEST_PART
            and compound[at:] in known
            and is_kind_of(compound, compound[at:])
        ),
        None,
    )


def colour_of(word: str) -> str | None:
    """Tell which colour a word names, in English: the name that variants carry."""
    return _colour_names().get(word.casefold())


@cache
def _colour_names() -> dict[str, str]:
    return {word.casefold(): name for name, words in COLOURS.items() for word in words}
