"""A deal as its group sees it."""

from html import escape

from bot.catalog.media import MediaStore
from bot.deals import rules
from bot.deals.looking import DealSheet, Team
from bot.deals.models import Deal, DealGroup, DealKind, DealStatus, Handing, Unit
from bot.handlers.deals.callbacks import Explain, HandOut, JoinDeal, ShowProof, StartTeam
from bot.handlers.deals.rail_words import by_end, by_rail
from bot.kit.money import Money
from bot.kit.texts import Html, Words
from bot.telegram.product_card import product_picture
from bot.telegram.replies import Button, Disabled, Link, Rows, Screen

BAR = 10


def deal_card(
    words: Words,
    sheet: DealSheet,
    *,
    media: MediaStore,
    here: DealGroup | None = None,
    share: str = "",
    is_preview: bool = False,
) -> Screen:
    """The living card. ``here`` is the group that reads it; ``share`` an address to pass on."""
    deal = sheet.deal
    offer = [
        f"<b>{escape(sheet.product.title(words.language))}</b>",
        price_line(words, sheet),
        explanation(words, deal),
    ]
    standing = [
        *_standing(words, sheet, here),
        _ending(words, sheet),
        _pickup(words, deal, here),
        words("catalog-card-seller", name=sheet.merchant.name),
    ]
    return Screen(
        text="\n\n".join("\n".join(filter(None, part)) for part in (offer, standing)),
        rows=() if is_preview else _buttons(words, sheet, share, here),
        picture=product_picture(sheet.product, media),
    )


def price_line(words: Words, sheet: DealSheet) -> str:
    deal = sheet.deal
    shelf = sheet.shelf_price
    price = rules.current_price(deal)
    before = f" <s>{escape(words.money(shelf))}</s>" if shelf and price < shelf else ""
    return words("deals-card-price", price=price, before=Html(before))


def explanation(words: Words, deal: Deal) -> str:
    """One line that says how this kind works, with its own numbers."""
    match deal.kind:
        case DealKind.GOAL:
            return words(by_rail("deals-explain-goal", deal), goal=deal.goal, unit=deal.unit.value)
        case DealKind.LADDER:
            return words(by_rail("deals-explain-ladder", deal), steps=Html(steps_line(words, deal)))
        case DealKind.CASE:
            return words(by_rail("deals-explain-case", deal), size=deal.goal)
        case DealKind.TEAM:
            return words(
                by_rail("deals-explain-team", deal),
                size=deal.goal,
                discount=Money(deal.leader_discount_minor, deal.currency),
                has_discount=bool(deal.leader_discount_minor),
            )


def steps_line(words: Words, deal: Deal) -> str:
    rungs = [(deal.goal, deal.price)]
    rungs += [(step["count"], rules.price_after(deal, step["count"])) for step in deal.steps]
    told = [
        words("deals-step", count=count, price=price, unit=deal.unit.value)
        for count, price in rungs
    ]
    return words.plain("catalog-card-comma").join(told)


def bar(joined: int, goal: int) -> str:
    filled = BAR * min(joined, goal) // goal
    return "▓" * filled + "░" * (BAR - filled)


def team_name(words: Words, team: Team) -> str:
    if team.leader:
        return words.plain("deals-team-of", name=team.leader)
    return words.plain("deals-team-number", number=str(team.deal.id))


def explained(words: Words, sheet: DealSheet) -> str:
    """What the question mark says: how it ends, and how the money goes (200 characters)."""
    deal = sheet.deal
    return words.plain(
        by_rail("deals-how", deal), goal=deal.goal, unit=deal.unit.value, kind=deal.kind.value
    )


def _standing(words: Words, sheet: DealSheet, here: DealGroup | None) -> list[str]:
    deal = sheet.deal
    if deal.lets_teams_form:
        return [words("deals-card-teams", count=len(sheet.teams))]
    facts = {"joined": deal.joined, "goal": _target(deal), "unit": deal.unit.value}
    lines = [f"{bar(deal.joined, _target(deal))} {words('deals-card-joined', **facts)}"]
    lines.append(_distance(words, deal))
    if here is not None and len(sheet.groups) > 1:
        count = here.paid_people if deal.unit is Unit.PEOPLE else here.paid_pieces
        lines.append(words("deals-card-here", count=count, groups=len(sheet.groups)))
    if deal.sponsored:
        lines.append(words("deals-card-sponsored", count=deal.sponsored, unit=deal.unit.value))
    if sheet.names:
        others = max(0, deal.paid_people - len(sheet.names))
        comma = words.plain("catalog-card-comma")
        lines.append(words("deals-card-names", names=comma.join(sheet.names), others=others))
    if deal.cap is not None and sheet.is_open:
        lines.append(words("deals-card-sold", sold=deal.paid_pieces, cap=deal.cap))
    return lines


def _distance(words: Words, deal: Deal) -> str:
    if deal.status not in {DealStatus.OPEN, DealStatus.DRAFT}:
        return ""
    if missing := rules.missing(deal):
        return words("deals-card-missing", missing=missing, unit=deal.unit.value)
    if step := rules.next_step(deal):
        more, price = step
        return words("deals-card-next-step", more=more, price=price, unit=deal.unit.value)
    return words("deals-card-reached")


def _target(deal: Deal) -> int:
    """What the bar fills up to: the goal, and then the next lower price."""
    counts = [deal.goal, *(step["count"] for step in deal.steps)]
    return next((count for count in counts if deal.joined < count), counts[-1])


def _ending(words: Words, sheet: DealSheet) -> str:
    deal = sheet.deal
    match deal.status:
        case DealStatus.OPEN | DealStatus.DRAFT:
            return words(
                "deals-card-ends",
                when=words.moment(deal.closes_at),
                extended=deal.extended_at is not None,
            )
        case DealStatus.COLLECTING:
            return words(
                "deals-card-collecting", collected=deal.collected_people, people=deal.paid_people
            )
        case DealStatus.SUCCEEDED:
            return words("deals-card-succeeded", price=rules.current_price(deal))
        case DealStatus.FAILED:
            return words(by_end("deals-card-failed", deal))
        case DealStatus.CANCELLED:
            return words(by_rail("deals-card-cancelled", deal))


def _pickup(words: Words, deal: Deal, here: DealGroup | None) -> str:
    if deal.handing is not Handing.PICKUP:
        return ""
    is_found = here is None or here.pickup_leader_id is not None
    return words("deals-card-pickup", found=is_found)


def _wants_a_hand(deal: Deal, here: DealGroup | None) -> bool:
    is_pickup = deal.handing is Handing.PICKUP
    return is_pickup and here is not None and here.pickup_leader_id is None


def _buttons(words: Words, sheet: DealSheet, share: str, here: DealGroup | None) -> Rows:
    rows = _acting(words, sheet, share)
    if sheet.deal.status is not DealStatus.OPEN or not _wants_a_hand(sheet.deal, here):
        return rows
    hand_out = Button(words.plain("deals-hand-out-button"), HandOut(deal=sheet.deal.id))
    return (*rows, (hand_out,))


def _acting(words: Words, sheet: DealSheet, share: str) -> Rows:
    deal = sheet.deal
    proof = Button(words.plain(_proof_label(deal)), ShowProof(deal=deal.id))
    if deal.status is not DealStatus.OPEN:
        over = Button(words.plain("deals-over-button"), Disabled())
        return ((over,),) if deal.lets_teams_form else ((over, proof),)
    how = Button(words.plain("deals-how-button"), Explain(deal=deal.id))
    pass_on = (Button(words.plain("deals-share-button"), Link(share)),) if share else ()
    if deal.lets_teams_form:
        start = Button(words.plain("deals-start-team-button"), StartTeam(deal=deal.id))
        return ((start,), *_team_buttons(words, sheet), (how, *pass_on))
    label = "deals-full-button" if deal.is_full else "deals-join-button"
    join = Button(words.plain(label, price=rules.current_price(deal)), JoinDeal(deal=deal.id))
    return ((join,), (how, proof, *pass_on))


def _proof_label(deal: Deal) -> str:
    return "deals-proof-button-later" if deal.saves_cards else "deals-proof-button"


def _team_buttons(words: Words, sheet: DealSheet) -> Rows:
    return tuple(
        (
            Button(
                words.plain(
                    "deals-join-team-button",
                    team=team_name(words, team),
                    joined=team.deal.joined,
                    size=team.deal.goal,
                ),
                JoinDeal(deal=team.deal.id),
            ),
        )
        for team in sheet.teams
    )
