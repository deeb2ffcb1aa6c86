"""The list of who picks up what, to tick off."""

from bot.deals.handing_out import Handful, PickupList
from bot.handlers.deals.callbacks import ShowPickup, StopHandingOut, TickOff
from bot.kit.texts import Words
from bot.telegram.product_card import cut
from bot.telegram.replies import Button, Disabled, Screen

PAGE = 10
LABEL = 40


def pickup_list(
    words: Words, found: PickupList, *, title: str, group: str, page: int = 0
) -> Screen:
    """Ten at a time, a button for each who has not come yet."""
    pages = max(1, -(-len(found.handfuls) // PAGE))
    page = max(0, min(page, pages - 1))
    shown = found.handfuls[page * PAGE : (page + 1) * PAGE]
    head = words("deals-pickup-title", title=title, group=group, waiting=found.waiting)
    lines = [_line(words, handful) for handful in shown] or [words("deals-pickup-nobody")]
    rows: list[tuple[Button, ...]] = [(_button(words, handful, page),) for handful in shown]
    here = ShowPickup(deal=found.deal.id, group=found.place.group_id)
    turn = []
    if page:
        turn.append(Button("‹", here.model_copy(update={"page": page - 1})))
    if page + 1 < pages:
        turn.append(Button("›", here.model_copy(update={"page": page + 1})))
    if turn:
        rows.append(tuple(turn))
    return Screen(text="\n\n".join((head, "\n".join(lines))), rows=tuple(rows))


def thanks(words: Words, deal_id: int, group_id: int) -> Screen:
    stop = StopHandingOut(deal=deal_id, group=group_id)
    label = words.plain("deals-hand-out-stop-button")
    return Screen(text=words("deals-hand-out-thanks"), rows=((Button(label, stop),),))


def picked_up(words: Words, title: str) -> Screen:
    return Screen(text=words("deals-picked-up", title=title))


def _line(words: Words, handful: Handful) -> str:
    (line,) = handful.order.lines
    told = words(
        "deals-pickup-line",
        number=str(handful.seat.number),
        name=_name(words, handful),
        pieces=line.quantity,
        what=line.title_in(words.language),
    )
    return f"<s>{told}</s>" if handful.seat.picked_up_at else told


def _button(words: Words, handful: Handful, page: int) -> Button:
    name = cut(_name(words, handful), LABEL)
    if handful.seat.picked_up_at:
        return Button(f"✓ {name}", Disabled())
    return Button(f"○ {name}", TickOff(seat=handful.seat.id, page=page))


def _name(words: Words, handful: Handful) -> str:
    """Who joined a pick-up is known by name to whoever hands it out, and to nobody else."""
    if handful.person is None or handful.person.is_erased:
        return words.plain("deals-pickup-somebody", number=str(handful.seat.number))
    return handful.person.name
