"""cards that are saved and charged later: their numbers, and what is collected

Revision: 0012
Follows: 0011
"""

import sqlalchemy as sa
from alembic import op


revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None

_NUMBER = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')


def upgrade() -> None:
    op.add_column('holds', sa.Column('customer', sa.String(), nullable=True))
    op.add_column('holds', sa.Column('method', sa.String(), nullable=True))
    op.add_column('deals', sa.Column('final_minor', _NUMBER, nullable=True))
    op.add_column('deals', sa.Column('collected_people', _NUMBER, server_default='0', nullable=False))
    op.add_column('deals', sa.Column('collected_pieces', _NUMBER, server_default='0', nullable=False))
    op.add_column('deal_seats', sa.Column('reminders', _NUMBER, nullable=True))


def downgrade() -> None:
    op.drop_column('deal_seats', 'reminders')
    op.drop_column('deals', 'collected_pieces')
    op.drop_column('deals', 'collected_people')
    op.drop_column('deals', 'final_minor')
    op.drop_column('holds', 'method')
    op.drop_column('holds', 'customer')
