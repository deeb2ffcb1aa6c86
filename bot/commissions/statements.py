"""What a group has earned by agreement, month by month, from whom, and what was paid out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.catalog.models import Merchant
from bot.catalog.repository import MerchantRepository
from bot.commissions.access import Sides
from bot.commissions.models import Agreement
from bot.commissions.repository import CommissionRepository
from bot.groups.models import Group, GroupId
from bot.groups.service import GroupService
from bot.kit.money import Currency, Money
from bot.payments.models import AccountKind
from bot.payments.statements import StatementLine, Statements
from bot.people.models import PersonId


@dataclass(frozen=True, slots=True)
class Part:
    """One merchant and one currency."""

    merchant: Merchant
    agreement: Agreement
    sales: int
    earned: Money
    refunds: int
    back: Money
    paid_out: Money
    owed: Money  # at the end of the month


@dataclass(frozen=True, slots=True)
class GroupStatement:
    group: Group
    since: datetime
    until: datetime
    parts: Sequence[Part]
    lines: Sequence[StatementLine]
    merchants: Mapping[int, Merchant]  # by the owner of a line
    has_agreements: bool


class CommissionStatements:
    def __init__(
        self,
        *,
        commissions: CommissionRepository,
        merchants: MerchantRepository,
        groups: GroupService,
        sides: Sides,
        statements: Statements,
    ) -> None:
        self._commissions = commissions
        self._merchants = merchants
        self._groups = groups
        self._sides = sides
        self._statements = statements

    async def of(
        self, group_id: GroupId, since: datetime, until: datetime, *, by: PersonId
    ) -> GroupStatement:
        """Admins of the group alone: raises NotAGroupAdmin for everybody else."""
        group = await self._groups.get(group_id)
        await self._sides.admit_admin(group.id, by=by)
        agreements = {int(one.id): one for one in await self._commissions.of_group(group.id)}
        kind = AccountKind.COMMISSIONS_PAYABLE
        lines = await self._statements.lines(kind, agreements, since, until)
        before = await self._statements.before(kind, agreements, since)
        merchants = {
            number: await self._merchants.get(one.merchant_id) for number, one in agreements.items()
        }
        accounts = sorted({(line.owner_id, line.money.currency) for line in lines} | set(before))
        parts = [
            _part(merchants[owner], agreements[owner], currency, lines, before)
            for owner, currency in accounts
        ]
        return GroupStatement(
            group, since, until, parts, lines, merchants, has_agreements=bool(agreements)
        )


def _part(
    merchant: Merchant,
    agreement: Agreement,
    currency: Currency,
    lines: Sequence[StatementLine],
    before: Mapping[tuple[int, Currency], Money],
) -> Part:
    own = [
        line for line in lines if line.owner_id == agreement.id and line.money.currency is currency
    ]

    def of(kind: str) -> tuple[int, Money]:
        found = [line.money.minor for line in own if line.kind == kind]
        return len(found), Money(sum(found), currency)

    sales, earned = of("commission")
    refunds, back = of("commission-back")
    _, paid_out = of("payout")
    start = before.get((int(agreement.id), currency), Money.zero(currency))
    return Part(
        merchant,
        agreement,
        sales,
        earned,
        refunds,
        -back,
        -paid_out,
        owed=start + earned + back + paid_out,
    )
