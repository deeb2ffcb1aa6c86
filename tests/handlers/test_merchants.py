"""What operators and owners see, in three languages."""

from datetime import timedelta

import pytest

from bot.catalog.models import Merchant, ShippingOption, StaffRole
from bot.handlers.merchants import operator_views, shop_views
from bot.kit.texts import Words
from bot.merchants.models import Invitation
from bot.merchants.opening import MerchantPage, MerchantSheet
from bot.merchants.repository import Member
from bot.merchants.till import Connection
from bot.people.models import PersonId
from bot.telegram.replies import Screen
from tests.fakes import NOON


def merchant(**facts: object) -> Merchant:
    fields: dict[str, object] = {
        "id": 3,
        "name": "Faden & Co",
        "country": "DE",
        "currencies": ["EUR", "USD"],
        "ships_to": [],
        "about_texts": {},
        "support": None,
        "shipping": [],
        "closed_at": None,
    }
    return Merchant(**(fields | facts))


def option() -> ShippingOption:
    return ShippingOption(
        id=5,
        merchant_id=3,
        code="parcel",
        names={"en": "Parcel", "de": "Paket", "zh": "包裹"},
        prices={"EUR": 490},
        countries=["DE"],
        days_min=2,
        days_max=4,
    )


def labels(screen: Screen) -> list[list[str]]:
    return [[button.label for button in row] for row in screen.rows]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            (
                "<b>Faden &amp; Co</b>\n\nAbout: <i>nothing yet</i>\nSupport: <i>nothing yet</i>\n"
                "Country: Germany\nShips to: everywhere\nCurrencies: EUR, USD\n"
                "Delivery: included in the price\nPayments: not connected. Nobody can buy yet."
            ),
        ),
        (
            "de",
            (
                "<b>Faden &amp; Co</b>\n\n"
                "Über uns: <i>noch nichts</i>\nKontakt: <i>noch nichts</i>\n"
                "Land: Deutschland\nLiefert nach: überallhin\nWährungen: EUR, USD\n"
                "Versand: im Preis enthalten\n"
                "Zahlungen: nicht verbunden. Noch kann niemand kaufen."
            ),
        ),
        (
            "zh",
            (
                "<b>Faden &amp; Co</b>\n\n简介：<i>暂无</i>\n客服：<i>暂无</i>\n"
                "国家：德国\n配送至：全球\n货币：EUR, USD\n"
                "配送：已含在价格内\n收款：未连接，暂时无人能购买。"
            ),
        ),
    ],
)
async def test_a_new_shop(language: str, text: str):
    assert shop_views.shop(Words(language), merchant(), Connection()).text == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "<b>Parcel</b> (<code>parcel</code>)\n\nPrice: €4.90\nTime: 2–4 days\nTo: Germany"),
        (
            "de",
            (
                "<b>Paket</b> (<code>parcel</code>)\n\n"
                "Preis: 4,90\xa0€\nDauer: 2–4 Tage\nNach: Deutschland"
            ),
        ),
        ("zh", "<b>包裹</b>（<code>parcel</code>）\n\n价格：€4.90\n时间：2–4 天\n配送至：德国"),
    ],
)
async def test_a_way_of_delivery(language: str, text: str):
    assert shop_views.option_page(Words(language), option()).text == text


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "<b>Shops</b>: one\n\n• <b>Faden &amp; Co</b> – Germany, EUR, USD, closed"),
        (
            "de",
            "<b>Läden</b>: einer\n\n• <b>Faden &amp; Co</b> – Deutschland, EUR, USD, geschlossen",
        ),
        ("zh", "<b>店铺</b>：1 家\n\n• <b>Faden &amp; Co</b> – 德国，EUR, USD，已关闭"),
    ],
)
async def test_the_list_of_shops(language: str, text: str):
    page = MerchantPage([merchant(closed_at=NOON)], 0, 1, 1)

    assert operator_views.merchant_list(Words(language), page).text == text


async def test_an_operator_sees_who_owns_a_shop_and_what_waits():
    owner = Member(PersonId(7), StaffRole.OWNER, None)
    waiting = Invitation(expires_at=NOON + timedelta(days=7))
    screen = operator_views.merchant_sheet(
        Words("en"), MerchantSheet(merchant(), [owner], 1, waiting)
    )

    assert "Owner: Person 7\nTeam: one person\nOn the shelf: one product" in screen.text
    assert "An invitation waits for its owner until" in screen.text
    assert labels(screen) == [
        ["Invite an owner"],
        ["Our fee"],
        ["Close this shop"],
        ["« All shops"],
    ]


async def test_keys_are_shown_by_their_ends_and_tests_are_labelled():
    connection = Connection(token_ending="abcd", key_ending="9876", is_test=True)
    screen = shop_views.till(Words("en"), merchant(), connection)

    assert "token ending in <code>abcd</code> (TEST, no real money)" in screen.text
    assert "Refunds: Stripe key ending in <code>9876</code> (TEST)" in screen.text
    assert labels(screen) == [["Provider token", "Stripe key"], ["Disconnect"], ["« Back"]]
