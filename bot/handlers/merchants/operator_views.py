"""What the operator sees of those who sell here."""

from bot.catalog.models import Merchant, StaffRole
from bot.handlers.merchants.callbacks import (
    AskFee,
    CloseMerchant,
    InviteOwner,
    NewMerchant,
    OpenMerchants,
    ShowMerchant,
)
from bot.handlers.merchants.parts import country, fact, one_button, row, turning
from bot.kit.texts import Words
from bot.merchants.opening import MerchantPage, MerchantSheet
from bot.merchants.repository import Member
from bot.telegram.replies import Screen


def merchant_list(words: Words, page: MerchantPage) -> Screen:
    lines = [_line(words, merchant) for merchant in page.merchants]
    head = words("merchants-list", count=page.total)
    return Screen(
        text="\n".join([head, "", *(lines or [words("merchants-list-empty")])]),
        rows=(
            *(one_button(one.name, ShowMerchant(merchant=one.id)) for one in page.merchants),
            *turning(page.number, page.pages, OpenMerchants),
            row(words, ("new", NewMerchant())),
        ),
    )


def merchant_sheet(words: Words, sheet: MerchantSheet, *, note: str = "") -> Screen:
    merchant = sheet.merchant
    owners = [name_of(words, one) for one in sheet.team if one.role is StaffRole.OWNER]
    lines = [
        *([note, ""] if note else []),
        words("merchants-sheet", name=merchant.name, status=_status(merchant)),
        "",
        fact(words, "country", country(words, merchant.country)),
        fact(words, "currencies", ", ".join(merchant.currencies)),
        fact(words, "owners", ", ".join(owners)),
        words("merchants-fact-team", count=len(sheet.team)),
        words("merchants-fact-products", count=sheet.products),
    ]
    if sheet.invitation:
        lines.append(words("merchants-invitation-waits", until=sheet.invitation.expires_at))
    close = CloseMerchant(merchant=merchant.id, closed=merchant.is_open)
    return Screen(
        text="\n".join(lines),
        rows=(
            row(words, ("invite-owner", InviteOwner(merchant=merchant.id))),
            row(words, ("fee", AskFee(merchant=merchant.id))),
            row(words, ("close" if merchant.is_open else "reopen", close)),
            row(words, ("all", OpenMerchants())),
        ),
    )


def name_of(words: Words, member: Member) -> str:
    name = member.person.name if member.person else ""
    return name or words.plain("merchants-nameless", number=str(member.person_id))


def _line(words: Words, merchant: Merchant) -> str:
    return words(
        "merchants-line",
        name=merchant.name,
        country=country(words, merchant.country),
        currencies=", ".join(merchant.currencies),
        status=_status(merchant),
    )


def _status(merchant: Merchant) -> str:
    return "open" if merchant.is_open else "closed"
