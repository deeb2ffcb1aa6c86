"""What an owner sees of her own shop."""

from collections.abc import Sequence

from bot.catalog.models import Merchant, MerchantId, ShippingOption, StaffRole
from bot.handlers.merchants.callbacks import (
    AskOption,
    AskSecret,
    AskShop,
    Disconnect,
    InviteStaff,
    NewShipping,
    OpenShop,
    OptionField,
    RemoveOption,
    RemoveStaff,
    Secret,
    ShopField,
    ShowOption,
    ShowSharing,
    ShowShipping,
    ShowTeam,
    ShowTill,
)
from bot.handlers.merchants.operator_views import name_of
from bot.handlers.merchants.parts import countries, country, fact, one_button, row, sure
from bot.kit.money import Currency
from bot.kit.texts import Words
from bot.merchants.repository import Member
from bot.merchants.sharing import Sharing
from bot.merchants.till import Connection
from bot.telegram.replies import Button, Copy, Screen


def shop(
    words: Words,
    merchant: Merchant,
    connection: Connection,
    *,
    others: Sequence[Merchant] = (),
    note: str = "",
) -> Screen:
    status = "open" if merchant.is_open else "closed"
    lines = [
        *([note, ""] if note else []),
        words("merchants-sheet", name=merchant.name, status=status),
        "",
        fact(words, "about", merchant.about(words.language)),
        fact(words, "support", merchant.support),
        fact(words, "country", country(words, merchant.country)),
        fact(words, "ships-to", countries(words, merchant.ships_to, "merchants-everywhere")),
        fact(words, "currencies", ", ".join(merchant.currencies)),
        words("merchants-fact-shipping", count=len(merchant.shipping)),
        connection_line(words, connection),
    ]

    def ask(field: ShopField) -> tuple[str, AskShop]:
        return f"ask-{field.name.lower()}", AskShop(merchant=merchant.id, field=field)

    return Screen(
        text="\n".join(lines),
        rows=(
            row(words, ask(ShopField.NAME), ask(ShopField.ABOUT)),
            row(words, ask(ShopField.SUPPORT), ask(ShopField.CURRENCIES)),
            row(words, ask(ShopField.COUNTRIES), ("shipping", ShowShipping(merchant=merchant.id))),
            row(
                words,
                ("team", ShowTeam(merchant=merchant.id)),
                ("till", ShowTill(merchant=merchant.id)),
            ),
            *(
                one_button(f"→ {other.name}", OpenShop(merchant=other.id))
                for other in others
                if other.id != merchant.id
            ),
        ),
    )


def connection_line(words: Words, connection: Connection) -> str:
    if not connection.is_own:
        key = "merchants-till-house" if connection.by_house else "merchants-till-none"
        return words(key)
    return words("merchants-till-own", ending=connection.token_ending, test=connection.is_test)


def shipping(words: Words, merchant: Merchant, *, note: str = "") -> Screen:
    lines = [_option_line(words, option) for option in merchant.shipping]
    text = [
        *([note, ""] if note else []),
        words("merchants-shipping", name=merchant.name),
        "",
        *(lines or [words("merchants-shipping-none")]),
    ]
    return Screen(
        text="\n".join(text),
        rows=(
            *(
                one_button(
                    option.name(words.language),
                    ShowOption(merchant=merchant.id, option=option.id),
                )
                for option in merchant.shipping
            ),
            row(words, ("shipping-new", NewShipping(merchant=merchant.id))),
            row(words, ("back", OpenShop(merchant=merchant.id))),
        ),
    )


def option_page(words: Words, option: ShippingOption, *, note: str = "") -> Screen:
    lines = [
        *([note, ""] if note else []),
        words("merchants-option", name=option.name(words.language), code=option.code),
        "",
        fact(words, "prices", _prices(words, option)),
        fact(words, "days", _days(words, option)),
        fact(words, "to", countries(words, option.countries, "merchants-all-countries")),
    ]

    def ask(field: OptionField) -> tuple[str, AskOption]:
        asked = AskOption(merchant=option.merchant_id, option=option.id, field=field)
        return f"option-{field.name.lower()}", asked

    remove = RemoveOption(merchant=option.merchant_id, option=option.id, sure=False)
    return Screen(
        text="\n".join(lines),
        rows=(
            row(words, ask(OptionField.NAME), ask(OptionField.PRICE)),
            row(words, ask(OptionField.DAYS), ask(OptionField.COUNTRIES)),
            row(words, ("remove", remove)),
            row(words, ("back", ShowShipping(merchant=option.merchant_id))),
        ),
    )


def remove_option(words: Words, option: ShippingOption) -> Screen:
    yes = RemoveOption(merchant=option.merchant_id, option=option.id, sure=True)
    no = ShowOption(merchant=option.merchant_id, option=option.id)
    return sure(words, "merchants-option-sure", yes, no, name=option.name(words.language))


def team(words: Words, merchant: Merchant, members: Sequence[Member], *, note: str = "") -> Screen:
    lines = [
        words("merchants-member", name=name_of(words, one), role=one.role.value) for one in members
    ]
    staff = [one for one in members if one.role is StaffRole.STAFF]
    return Screen(
        text="\n".join(
            [
                *([note, ""] if note else []),
                words("merchants-team", name=merchant.name),
                "",
                *lines,
                "",
                words("merchants-team-may"),
            ]
        ),
        rows=(
            *(
                one_button(
                    words.plain("merchants-remove-member-button", name=name_of(words, one)),
                    RemoveStaff(merchant=merchant.id, person=one.person_id, sure=False),
                )
                for one in staff
            ),
            row(words, ("invite-staff", InviteStaff(merchant=merchant.id))),
            row(words, ("back", OpenShop(merchant=merchant.id))),
        ),
    )


def remove_member(words: Words, merchant_id: MerchantId, member: Member) -> Screen:
    yes = RemoveStaff(merchant=merchant_id, person=member.person_id, sure=True)
    no = ShowTeam(merchant=merchant_id)
    return sure(words, "merchants-member-sure", yes, no, name=name_of(words, member))


def till(
    words: Words,
    merchant: Merchant,
    connection: Connection,
    sharing: Sharing | None = None,
    *,
    note: str = "",
) -> Screen:
    lines = [
        *([note, ""] if note else []),
        words("merchants-till", name=merchant.name),
        "",
        connection_line(words, connection),
    ]
    if connection.is_own:
        lines.append(
            words("merchants-till-key", ending=connection.key_ending, test=connection.is_test)
            if connection.key_ending
            else words("merchants-till-no-key")
        )
    lines += ["", words("merchants-till-how")]
    merchant_id = merchant.id
    key = (
        (("key", AskSecret(merchant=merchant_id, secret=Secret.KEY)),) if connection.is_own else ()
    )
    off = (("off", Disconnect(merchant=merchant_id, sure=False)),) if connection.is_own else ()
    is_shared = sharing is not None and (sharing.is_offered or sharing.status is not None)
    shared = (("sharing", ShowSharing(merchant=merchant_id)),) if is_shared else ()
    rows = (
        row(words, ("token", AskSecret(merchant=merchant_id, secret=Secret.TOKEN)), *key),
        row(words, *shared),
        row(words, *off),
        row(words, ("back", OpenShop(merchant=merchant_id))),
    )
    return Screen(text="\n".join(lines), rows=tuple(one for one in rows if one))


def invitation(words: Words, key: str, link: str, **facts: object) -> Screen:
    copy = Button(words.plain("merchants-copy-button"), Copy(link))
    return Screen(text=words(key, link=link, **facts), rows=((copy,),))


def _option_line(words: Words, option: ShippingOption) -> str:
    return words(
        "merchants-option-line",
        name=option.name(words.language),
        prices=_prices(words, option) or "–",
        days=_days(words, option) or "–",
    )


def _prices(words: Words, option: ShippingOption) -> str:
    found = [option.price(Currency(code)) for code in option.prices]
    return ", ".join(words.money(price) for price in found if price is not None)


def _days(words: Words, option: ShippingOption) -> str:
    if option.days_min is None or option.days_max is None:
        return ""
    least, most = option.days_min, option.days_max
    span = str(least) if least == most else f"{least}\u2013{most}"
    return words.plain("merchants-days", span=span, count=most)
