"""How people greet, ask and dress a wish, in English, German and Chinese."""

import re

FEW_WORDS = 4  # "also in blue" is a question even without its mark
FEW_SIGNS = 5  # of Chinese


def _any(*phrases: str) -> re.Pattern[str]:
    """Match any of these; edges are looked for only beside letters, as Chinese has no spaces."""
    joined = "|".join(phrases)
    return re.compile(rf"(?<![a-zäöüß])(?:{joined})(?![a-zäöüß])", re.IGNORECASE)


def _start(*phrases: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(phrases)})", re.IGNORECASE)


def _whole(first: tuple[str, ...], then: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?:{'|'.join(first)})(?:[ ,]*(?:{'|'.join(then)}))*", re.IGNORECASE)


GREETING = _whole(
    (
        *("hi", "hey", "hello", "good morning", "good evening", "good afternoon", "good day"),
        *("hallo", "moin", "servus", "guten morgen", "guten tag", "guten abend", "grüß gott"),
        *("你好", "您好", "大家好", "早上好", "晚上好", "嗨", "在吗"),
    ),
    ("there", "bot", "everyone", "everybody", "all", "zusammen", "alle", "moin"),
)
THANKS = _whole(
    (
        *(
            "(?:okay|ok)[ ,]+(?:thanks|thank you|danke)",
            "thanks?",
            "thank you",
            "thx",
            "ty",
            "cheers",
        ),
        *("dankeschön", "danke", "vielen dank", "merci", "谢谢", "多谢", "谢了", "感谢"),
    ),
    (
        *("a lot", "so much", "very much", "you", "bot", "sehr", "schön", "dir", "euch"),
        *("你", "您", "啦", "了"),
    ),
)
DELIVERY = _any(
    *("shipping", "ship", "ships", "shipped", "deliver", "delivery", "delivers", "delivered"),
    *("arrive", "arrives", "postage", "express", "pick ?up"),
    *("versand", "versandkosten", "versendet", "versenden", "verschickt", "lieferung", "liefert"),
    *("liefern", "lieferzeit", "lieferkosten", "geliefert", "ankommen", "abholen", "abholung"),
    *("运费", "邮费", "包邮", "发货", "送货", "快递", "配送", "几天到", "多久到", "什么时候到"),
    *("多久能到", "自提"),
)
RETURNS = _any(
    *("return", "returns", "returned", "send (?:it|them) back", "give (?:it|them) back"),
    *("exchange", "refund", "refunds", "money back", "warranty", "guarantee"),
    *("rückgabe", "zurückgeben", "zurückschicken", "zurücksenden", "umtausch", "umtauschen"),
    *("retoure", "widerruf", "garantie", "gewährleistung", "geld zurück"),
    *("退货", "退款", "退换", "换货", "保修", "质保"),
)
PRICE = _any(
    *("price", "prices", "how much", "cost", "costs"),
    *("preis", "preise", "kostet", "kosten", "wie teuer", "wieviel", "wie viel"),
    *("多少钱", "价格", "价钱", "几块", "怎么卖", "多贵"),
)
STOCK = _any(
    *("in stock", "available", "availability", "still have", "sold out", "any left", "left"),
    *("vorrätig", "lieferbar", "verfügbar", "noch da", "ausverkauft", "auf lager", "noch welche"),
    *("有货", "现货", "还有吗", "还有没有", "缺货", "卖完", "库存"),
)
ALL_COLOURS = _any(
    *("(?:which|what|other|more) colou?rs?", "welche(?:n|r)? farben?", "andere farben?"),
    *("(?:什么|哪些|哪几种|几种|别的)颜色", "颜色有"),
)
ALL_SIZES = _any(
    *("(?:which|what|other|more) sizes?", "welche(?:n|r)? größen?", "andere größen?"),
    *("(?:什么|哪些|哪几种|几种|别的)(?:尺码|尺寸|码)", "(?:尺码|尺寸)有"),
)
_ASKS_LATIN = (
    *("is", "are", "does", "do", "did", "can", "could", "will", "would", "has", "have", "what"),
    *("which", "who", "whose", "where", "when", "why", "how", "any", "ist", "sind", "hat", "haben"),
    *("habt", "kann", "kannst", "können", "könnte", "wird", "gibt", "gibts", "passt", "passen"),
    *("geht", "läuft", "was", "welche[rsn]?", "wer", "wo", "woher", "wann", "warum", "wieso"),
    *("wie", "woraus", "aus was", "hält", "taugt"),
)
_ASKS_CHINESE = (
    *("有没有", "是不是", "能不能", "可不可以", "会不会", "什么", "怎么", "哪"),
    *("多[重长大高宽深久厚]", "(?:吗|呢|么|没有|多少|几)[。！!~ ]*$"),
)
QUESTION = re.compile(
    rf"[?？](?:\s|$)|{'|'.join(_ASKS_CHINESE)}"
    rf"|^(?:(?:and|also|but|so|und|auch|aber) )?(?:{'|'.join(_ASKS_LATIN)})\b",
    re.IGNORECASE,
)
# With these, a text under a card is a wish for other products rather than a question about it.
SEARCHING = _start(
    *("show (?:me|us)", "find (?:me|us)", "(?:(?:i am|i'm|we are) )?looking for"),
    r"(?:do you have|have you got|are there)(?: any(?:thing)?)? (?:other|similar|else|more)\b",
    *(
        "zeig(?:t|e)? (?:mir|uns)",
        "(?:ich )?suche",
        "(?:habt ihr|gibt es|hast du)(?: auch)? andere",
    ),
    *("给我看看", "给我找", "我想[买找要]", "找", "有没有别的", "还有别的"),
)
OWN_ORDER = _any(
    "(?:my|the) (?:order|parcel|package|shipment|delivery|refund|invoice)",
    *("tracking(?: number)?", "track my", "sendungsnummer"),
    "(?:meine?|die|das) (?:bestellung|paket|lieferung|sendung|erstattung|rechnung)",
    *("我的?(?:包裹|订单|快递|退款|货)", "物流", "查订单"),
)
_IT_IS = "(?:(?:that is|that's|it's|it is|they are|what an?|how|so|very|really) )*"
_ES_IST = "(?:(?:das ist|ist das|wie|sehr|so|echt|voll|total) )*"
# What people say about a product among themselves.
REMARK = _start(
    f"{_IT_IS}(?:nice|cool|cute|lovely|pretty|great|beautiful|gorgeous|awesome|amazing|funny)",
    f"{_IT_IS}(?:ugly|expensive|cheap|perfect|good|bad|wow|lo+l|omg|oh|aww*|ha(?:ha)*|yay)\\b",
    r"(?:yes|no|nope|yeah|ok|okay|thanks|love|ja|nein|nee|danke)\b",
    "i (?:(?:really|also|already|just) )?(?:love|like|want|have|bought|ordered|hate)",
    f"{_ES_IST}(?:schön|toll|super|klasse|cool|hübsch|geil|süß|mega|gut|teuer|zu teuer|lecker)",
    *("ich (?:liebe|mag|will|habe?)", "gefällt", "[好真太很挺超哇哈嗯谢]"),
    *("喜欢", "不错", "漂亮", "我[也要买]", "我喜欢"),
)
_YOU = "(?:you|u|anyone|anybody|somebody|we)(?: guys)?"
# How a wish is dressed. What is left is what is wanted.
DRESSING = (
    _start("(?:hi|hey|hello|hallo|moin|你好|您好)[ ,.!，！]+"),
    _any(
        *("please", "pls", "plz", "bitte", "thanks?", "thank you", "danke"),
        "(?:can|could|would) (?:you|u|i|we)(?: please)?(?: (?:show|find|get|recommend|suggest))?",
        *("(?:show|find|get|give|bring) (?:me|us)", "(?:looking|searching|search) for"),
        *(
            "(?:i am|i'm|im|we are|we're)(?= (?:looking|searching))",
            f"(?:do|does) {_YOU} (?:have|sell|know)",
        ),
        "(?:i|we)(?: would|'d)? (?:like|need|want|love)(?: to (?:buy|get|see|have))?",
        *(
            "have you got",
            "is there",
            "are there",
            "(?:what|how) about",
            "where can i (?:buy|get|find)",
        ),
        *("any", "anything", "anybody", "anyone", "something", "some", "recommend(?:ations?)?"),
        *("for sale", "to buy", "in stock", "right now", "cheap", "other", "another", "similar"),
        *("else", "different"),
    ),
    _any(
        "(?:ich|wir) (?:suche?n?|brauche?n?|möchten?|will|wollen|hätten? gerne?)",
        "(?:kannst du|könnt ihr|können sie)(?: mir| uns)?",
        "(?:kann )?man",
        *("zeig(?:e|t|en)? (?:mir|uns)", "(?:habt|hast|haben|hat) (?:ihr|du|sie|wer|jemand)"),
        *("gibt(?:'s| es)", "gibts", "wo (?:gibt es|bekomme ich|kann ich)", "suche", "brauche"),
        *("etwas", "irgendwas", "irgendwelche", "was", "empfehlen", "empfehlung(?:en)?", "zeigen"),
        *("kaufen", "auch", "noch", "gerade", "denn", "mal", "eigentlich", "andere[nrs]?"),
        *("günstige[nrs]?", "günstig", "billige[nrs]?", "billig"),
    ),
    re.compile(
        "(?:我们?|你们?|您)?(?:想要|想买|想找|需要|要买|在找|想看看?)|请问|请|谢谢|给我(?:看看|找找?|推荐)?|"
        "(?:你们?|这里|店里)?有没有|(?:你们?|这里|店里)有|推荐(?:一下)?|有什么|哪里有|便宜(?:一点|点)?的?|"
        r"一[双件条个把只顶]|[吗呢吧啊呀么](?=[\s?？!！。,，]|$)|^有(?=[^\s])|卖"
    ),
)
