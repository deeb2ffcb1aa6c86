"""/statement: what a shop earned and gave back, in a month's words and as a table."""

import csv
from io import StringIO

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message
from dishka.integrations.aiogram import FromDishka

from bot.catalog.imports.values import escape_formula
from bot.catalog.models import Merchant, MerchantId
from bot.groups.repository import GroupRepository
from bot.handlers.merchants import statement_views
from bot.handlers.merchants.callbacks import ShowStatement
from bot.kit.clock import Clock
from bot.merchants.shopfront import ShopfrontService
from bot.payments.models import PayeeId
from bot.payments.statements import Statement, StatementLine, Statements, number_of
from bot.telegram.actor import Actor
from bot.telegram.filters import Private
from bot.telegram.months import FURTHEST_BACK, month
from bot.telegram.replies import Document, Redraw, Reply, Show

router = Router(name=__name__)


@router.message(Command("statement"), Private())
async def this_month(
    _: Message,
    *,
    actor: FromDishka[Actor],
    shopfront: FromDishka[ShopfrontService],
    statements: FromDishka[Statements],
    groups: FromDishka[GroupRepository],
    clock: FromDishka[Clock],
) -> Reply:
    """For owners of shops, and for those who brought me into groups; OwnersOnly for others."""
    brought = [group for group in await groups.added_by(actor.id) if group.is_here]
    if brought and not await shopfront.owns_any(actor.id):
        return Show(statement_views.groups_only(actor.words, brought), quote=False)
    owned = await shopfront.owned(actor.id)
    here = ShowStatement(merchant=owned[0].id)
    statement = await _read(statements, owned[0], here, clock)
    return Show(
        statement_views.statement(
            actor.words, owned[0], statement, here, others=owned, groups=brought
        ),
        quote=False,
    )


@router.callback_query(ShowStatement.filter())
async def turn(
    _: CallbackQuery,
    *,
    callback_data: ShowStatement,
    actor: FromDishka[Actor],
    shopfront: FromDishka[ShopfrontService],
    statements: FromDishka[Statements],
    clock: FromDishka[Clock],
) -> Reply:
    merchant = await shopfront.get(MerchantId(callback_data.merchant), by=actor.id)
    statement = await _read(statements, merchant, callback_data, clock)
    if callback_data.as_file:
        name = f"{merchant.handle}-{statement.since:%Y-%m}.csv"
        caption = statement_views.caption(actor.words, merchant, statement)
        return Document(name=name, content=as_csv(statement), caption=caption)
    others = await shopfront.owned(actor.id)
    return Redraw(
        statement_views.statement(actor.words, merchant, statement, callback_data, others=others)
    )


async def _read(
    statements: Statements, merchant: Merchant, here: ShowStatement, clock: Clock
) -> Statement:
    since, until = month(clock.now(), min(max(0, here.months_ago), FURTHEST_BACK))
    return await statements.of(PayeeId(merchant.id), since, until)


def as_csv(statement: Statement) -> bytes:
    """A row a movement. The mark in front lets spreadsheets see that it is UTF-8."""
    written = StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(("time", "movement", "reference", "order", "amount", "currency", "account"))
    for line in sorted((*statement.lines, *statement.fees), key=lambda line: line.at):
        number = str(_order_of(line) or "")
        words = (line.at.isoformat(timespec="seconds"), line.kind, line.key, number)
        # An amount may begin with a minus and is no formula: only digits follow.
        amount = str(line.money.amount)
        currency = line.money.currency.value
        row = (*(escape_formula(word) for word in words), amount, currency)
        writer.writerow((*row, line.account.value))
    return written.getvalue().encode("utf-8-sig")


def _order_of(line: StatementLine) -> int | None:
    if line.kind.startswith("commission"):
        return number_of(line)
    return line.purpose.id if line.purpose else None
