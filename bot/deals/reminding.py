"""When to say that something ends soon: a while before, or in a short one's last quarter."""

from datetime import datetime, timedelta
from typing import Any, TypeAlias

import sqlalchemy as sa

Moment: TypeAlias = sa.ColumnElement[datetime] | sa.orm.InstrumentedAttribute[datetime]


def ends_soon(
    began: Moment, ends: Moment, now: datetime, before: timedelta
) -> sa.ColumnElement[bool]:
    """Asked in SQL, so that short ones, not due yet, hide none of those that are."""
    four_times_now = sa.literal(4 * int(now.timestamp()), sa.BigInteger())
    three_quarters_over = 3 * _seconds(ends) + _seconds(began) <= four_times_now
    return sa.and_(ends <= now + before, three_quarters_over)


def _seconds(moment: Moment) -> sa.ColumnElement[Any]:
    return sa.extract("epoch", moment)
