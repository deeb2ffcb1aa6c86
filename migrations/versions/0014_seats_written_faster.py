"""seats written faster: no index and no foreign key that a join pays for and nobody needs

Revision: 0014
Follows: 0013
"""

from alembic import op


revision = '0014'
down_revision = '0013'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index('ix_deal_seat_movements_deal_id', table_name='deal_seat_movements')
    op.drop_index('ix_deal_seats_of_deal', table_name='deal_seats')
    op.create_index('ix_deal_seats_of_deal', 'deal_seats', ['deal_id', 'status', 'number'])
    # SQLite drops a foreign key by writing the whole table anew; there it costs next to nothing.
    if op.get_bind().dialect.name == 'postgresql':
        op.drop_constraint('fk_deal_seat_movements_deal_id', 'deal_seat_movements', type_='foreignkey')


def downgrade() -> None:
    if op.get_bind().dialect.name == 'postgresql':
        op.create_foreign_key(
            'fk_deal_seat_movements_deal_id', 'deal_seat_movements', 'deals', ['deal_id'], ['id']
        )
    op.drop_index('ix_deal_seats_of_deal', table_name='deal_seats')
    op.create_index('ix_deal_seats_of_deal', 'deal_seats', ['deal_id', 'status', 'id'])
    op.create_index('ix_deal_seat_movements_deal_id', 'deal_seat_movements', ['deal_id'])
