"""orders whose time to pay is over, found without looking at all that ever were

Revision: 0016
Follows: 0015
"""

import sqlalchemy as sa
from alembic import op


revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None

_RESERVED = sa.text("status = 'reserved'")


def upgrade() -> None:
    op.create_index(
        'ix_orders_reserved',
        'orders',
        ['reserved_until'],
        sqlite_where=_RESERVED,
        postgresql_where=_RESERVED,
    )


def downgrade() -> None:
    op.drop_index('ix_orders_reserved', table_name='orders')
