"""/statement in a group, and a group's in private: what it earned, for its admins alone."""

import csv
from datetime import datetime
from io import StringIO

from aiogram import Bot, Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.imports.values import escape_formula
from bot.commissions.statements import CommissionStatements, GroupStatement
from bot.groups.errors import BotNotThere
from bot.groups.models import GroupId
from bot.handlers.commissions import statement_views
from bot.handlers.commissions.beforehand import ASKS_ITS_ADMINS
from bot.kit.clock import Clock
from bot.payments.statements import number_of
from bot.telegram.actor import Actor
from bot.telegram.admins import ASKS_ADMINS
from bot.telegram.filters import InGroup, Linked
from bot.telegram.months import FURTHEST_BACK, month
from bot.telegram.replies import Document, Redraw, Reply, Show, Whisper
from bot.telegram.statement_button import ShowGroupStatement
from bot.telegram.topics import ANY_TOPIC

router = Router(name=__name__)
LINK = "groupbooks"


@router.message(Command("statement"), InGroup(), flags=ANY_TOPIC | ASKS_ADMINS)
async def this_month_here(
    _: Message,
    *,
    bot: Bot,
    actor: FromDishka[Actor],
    statements: FromDishka[CommissionStatements],
    clock: FromDishka[Clock],
) -> Reply:
    if actor.group is None:
        raise BotNotThere
    here = ShowGroupStatement(group=actor.group.id)
    found = await _read(statements, here, actor, clock.now())
    # A file would be seen by all: it is handed over in private.
    private = f"https://t.me/{(await bot.me()).username}?start={LINK}_{actor.group.id}"
    return Whisper(statement_views.statement(actor.words, found, here, private=private))


@router.message(Linked(LINK), flags=ASKS_ITS_ADMINS)
async def this_month(
    _: Message,
    number: int,
    actor: FromDishka[Actor],
    statements: FromDishka[CommissionStatements],
    clock: FromDishka[Clock],
) -> Reply:
    here = ShowGroupStatement(group=number)
    found = await _read(statements, here, actor, clock.now())
    return Show(statement_views.statement(actor.words, found, here), quote=False)


@router.callback_query(ShowGroupStatement.filter(), flags=ASKS_ITS_ADMINS)
async def turn(
    _: CallbackQuery,
    *,
    callback_data: ShowGroupStatement,
    bot: Bot,
    actor: FromDishka[Actor],
    statements: FromDishka[CommissionStatements],
    clock: FromDishka[Clock],
) -> Reply:
    found = await _read(statements, callback_data, actor, clock.now())
    if actor.place.is_private and callback_data.as_file:
        caption = statement_views.caption(actor.words, found)
        name = f"group-{found.group.id}-{found.since:%Y-%m}.csv"
        return Document(name=name, content=as_csv(found), caption=caption)
    link = f"https://t.me/{(await bot.me()).username}?start={LINK}_{found.group.id}"
    private = "" if actor.place.is_private else link
    here = callback_data.model_copy(update={"as_file": False})
    return Redraw(statement_views.statement(actor.words, found, here, private=private))


async def _read(
    statements: CommissionStatements, here: ShowGroupStatement, actor: Actor, now: datetime
) -> GroupStatement:
    since, until = month(now, min(max(0, here.months_ago), FURTHEST_BACK))
    return await statements.of(GroupId(here.group), since, until, by=actor.id)


def as_csv(found: GroupStatement) -> bytes:
    """A row a movement, and nobody who bought is named."""
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(("time", "movement", "merchant", "number", "amount", "currency"))
    for line in found.lines:
        merchant = found.merchants[line.owner_id].name
        words = (line.at.isoformat(timespec="seconds"), line.kind, merchant)
        amount, currency = str(line.money.amount), line.money.currency.value
        row = (*(escape_formula(word) for word in words), str(number_of(line) or ""))
        writer.writerow((*row, amount, currency))
    return written.getvalue().encode("utf-8-sig")
