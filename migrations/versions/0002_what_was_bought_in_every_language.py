"""what was bought, in every language

Orders from before keep the one language they were written in.

Revision: 0002
Follows: 0001
"""

import sqlalchemy as sa
from alembic import op


revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


# One column after the other, without making the tables anew: rows of other tables point to them.
def upgrade() -> None:
    op.add_column('order_lines', sa.Column('titles', sa.JSON(), server_default='{}', nullable=False))
    op.add_column('order_lines', sa.Column('option_values', sa.JSON(), server_default='{}', nullable=False))
    op.add_column('order_lines', sa.Column('sku', sa.String(), nullable=True))
    op.add_column('orders', sa.Column('shipping_titles', sa.JSON(), server_default='{}', nullable=False))
    op.add_column('refund_plans', sa.Column('shipping_by_hand', sa.Boolean(), server_default=sa.false(), nullable=False))


def downgrade() -> None:
    op.drop_column('refund_plans', 'shipping_by_hand')
    op.drop_column('orders', 'shipping_titles')
    op.drop_column('order_lines', 'sku')
    op.drop_column('order_lines', 'option_values')
    op.drop_column('order_lines', 'titles')
