"""deals that are over and not settled, found without looking at all that ever were

Revision: 0015
Follows: 0014
"""

import sqlalchemy as sa
from alembic import op


revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None

_UNSETTLED = sa.text('closed_at IS NOT NULL AND settled_at IS NULL')


def upgrade() -> None:
    op.create_index(
        'ix_deals_unsettled',
        'deals',
        ['closed_at', 'id'],
        sqlite_where=_UNSETTLED,
        postgresql_where=_UNSETTLED,
    )


def downgrade() -> None:
    op.drop_index('ix_deals_unsettled', table_name='deals')
