"""deals: seats, their ledger and the public log; orders that wait for one

Revision: 0004
Follows: 0003
"""

import sqlalchemy as sa
from alembic import op


revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('deals',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('merchant_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('product_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('made_by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('kind', sa.Enum('goal', 'ladder', 'case', 'team', name='dealkind', native_enum=False, length=32), nullable=False),
    sa.Column('status', sa.Enum('draft', 'open', 'succeeded', 'failed', 'cancelled', name='dealstatus', native_enum=False, length=32), nullable=False),
    sa.Column('unit', sa.Enum('people', 'pieces', name='unit', native_enum=False, length=32), nullable=False),
    sa.Column('goal', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('price_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('currency', sa.Enum('AED', 'AUD', 'BRL', 'CAD', 'CHF', 'CNY', 'CZK', 'DKK', 'EUR', 'GBP', 'HKD', 'HUF', 'IDR', 'ILS', 'INR', 'JPY', 'KRW', 'MXN', 'MYR', 'NOK', 'NZD', 'PHP', 'PLN', 'RON', 'SEK', 'SGD', 'THB', 'TRY', 'TWD', 'UAH', 'USD', 'VND', 'XTR', 'ZAR', name='currency', native_enum=False, length=32), nullable=False),
    sa.Column('steps', sa.JSON(), nullable=False),
    sa.Column('per_person', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('cap', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('handing', sa.Enum('delivery', 'pickup', name='handing', native_enum=False, length=32), nullable=False),
    sa.Column('parent_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('leader_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('leader_discount_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('taken', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('paid_people', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('paid_pieces', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('sponsored', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('seat_moves', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('seats_numbered', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closes_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('reached_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('reminded_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('extended_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('settled_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('goal > 0 AND per_person > 0', name=op.f('ck_deals_possible')),
    sa.CheckConstraint('paid_people >= 0 AND paid_pieces >= 0', name=op.f('ck_deals_counted')),
    sa.CheckConstraint('taken >= 0 AND (cap IS NULL OR taken <= cap)', name=op.f('ck_deals_capped')),
    sa.ForeignKeyConstraint(['leader_id'], ['people.id'], name=op.f('fk_deals_leader_id')),
    sa.ForeignKeyConstraint(['made_by_id'], ['people.id'], name=op.f('fk_deals_made_by_id')),
    sa.ForeignKeyConstraint(['merchant_id'], ['merchants.id'], name=op.f('fk_deals_merchant_id')),
    sa.ForeignKeyConstraint(['parent_id'], ['deals.id'], name=op.f('fk_deals_parent_id')),
    sa.ForeignKeyConstraint(['product_id'], ['products.id'], name=op.f('fk_deals_product_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_deals'))
    )
    op.create_index('ix_deals_due', 'deals', ['status', 'closes_at'], unique=False)
    op.create_index(op.f('ix_deals_merchant_id'), 'deals', ['merchant_id'], unique=False)
    op.create_index(op.f('ix_deals_parent_id'), 'deals', ['parent_id'], unique=False)

    op.create_table('deal_groups',
    sa.Column('deal_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('group_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('thread_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('paid_people', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('paid_pieces', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pickup_leader_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['deal_id'], ['deals.id'], name=op.f('fk_deal_groups_deal_id')),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_deal_groups_group_id')),
    sa.ForeignKeyConstraint(['pickup_leader_id'], ['people.id'], name=op.f('fk_deal_groups_pickup_leader_id')),
    sa.PrimaryKeyConstraint('deal_id', 'group_id', name=op.f('pk_deal_groups'))
    )
    op.create_table('deal_proof',
    sa.Column('deal_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('nth', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('kind', sa.Enum('paid', 'left', 'sponsored', name='proofkind', native_enum=False, length=32), nullable=False),
    sa.Column('seat_number', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pieces', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('code', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('digest', sa.String(), nullable=False),
    sa.ForeignKeyConstraint(['deal_id'], ['deals.id'], name=op.f('fk_deal_proof_deal_id')),
    sa.PrimaryKeyConstraint('deal_id', 'nth', name=op.f('pk_deal_proof'))
    )
    op.create_table('deal_seat_movements',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('deal_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('pieces', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['deal_id'], ['deals.id'], name=op.f('fk_deal_seat_movements_deal_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_deal_seat_movements')),
    sa.UniqueConstraint('key', name=op.f('uq_deal_seat_movements_key'))
    )
    op.create_index(op.f('ix_deal_seat_movements_deal_id'), 'deal_seat_movements', ['deal_id'], unique=False)

    op.create_table('deal_seats',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('deal_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('group_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('thread_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('variant_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('quantity', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('wanted', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('honoured', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('status', sa.Enum('held', 'waiting', 'paid', 'honoured', 'released', name='seatstatus', native_enum=False, length=32), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('queued_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('number', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('code', sa.String(), nullable=True),
    sa.Column('taken_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('paid_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('picked_up_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('quantity > 0 AND wanted > 0', name=op.f('ck_deal_seats_something')),
    sa.ForeignKeyConstraint(['deal_id'], ['deals.id'], name=op.f('fk_deal_seats_deal_id')),
    sa.ForeignKeyConstraint(['order_id'], ['orders.id'], name=op.f('fk_deal_seats_order_id')),
    sa.ForeignKeyConstraint(['variant_id'], ['variants.id'], name=op.f('fk_deal_seats_variant_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_deal_seats')),
    sa.UniqueConstraint('person_id', 'deal_id', name=op.f('uq_deal_seats_person_id_deal_id'))
    )
    op.create_index('ix_deal_seats_due', 'deal_seats', ['status', 'until'], unique=False)
    op.create_index('ix_deal_seats_of_deal', 'deal_seats', ['deal_id', 'status', 'id'], unique=False)
    op.create_index('ix_deal_seats_order_id', 'deal_seats', ['order_id'], unique=False, sqlite_where=sa.text('order_id IS NOT NULL'), postgresql_where=sa.text('order_id IS NOT NULL'))
    op.create_index('uq_deal_seats_number', 'deal_seats', ['deal_id', 'number'], unique=True, sqlite_where=sa.text('number IS NOT NULL'), postgresql_where=sa.text('number IS NOT NULL'))

    op.add_column('orders', sa.Column('awaits_kind', sa.String(), nullable=True))
    op.add_column('orders', sa.Column('awaits_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))



def downgrade() -> None:
    op.drop_column('orders', 'awaits_id')
    op.drop_column('orders', 'awaits_kind')

    op.drop_index('uq_deal_seats_number', table_name='deal_seats')
    op.drop_index('ix_deal_seats_order_id', table_name='deal_seats')
    op.drop_index('ix_deal_seats_of_deal', table_name='deal_seats')
    op.drop_index('ix_deal_seats_due', table_name='deal_seats')

    op.drop_table('deal_seats')
    op.drop_index(op.f('ix_deal_seat_movements_deal_id'), table_name='deal_seat_movements')

    op.drop_table('deal_seat_movements')
    op.drop_table('deal_proof')
    op.drop_table('deal_groups')
    op.drop_index(op.f('ix_deals_parent_id'), table_name='deals')
    op.drop_index(op.f('ix_deals_merchant_id'), table_name='deals')
    op.drop_index('ix_deals_due', table_name='deals')

    op.drop_table('deals')
