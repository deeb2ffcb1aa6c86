"""bargains: offers, everybody's own price, and the cuts

Revision: 0006
Follows: 0005
"""

import sqlalchemy as sa
from alembic import op


revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('bargain_offers',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('merchant_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('product_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('made_by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('status', sa.Enum('draft', 'open', 'closed', name='bargainofferstatus', native_enum=False, length=32), nullable=False),
    sa.Column('floor_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('currency', sa.Enum('AED', 'AUD', 'BRL', 'CAD', 'CHF', 'CNY', 'CZK', 'DKK', 'EUR', 'GBP', 'HKD', 'HUF', 'IDR', 'ILS', 'INR', 'JPY', 'KRW', 'MXN', 'MYR', 'NOK', 'NZD', 'PHP', 'PLN', 'RON', 'SEK', 'SGD', 'THB', 'TRY', 'TWD', 'UAH', 'USD', 'VND', 'XTR', 'ZAR', name='currency', native_enum=False, length=32), nullable=False),
    sa.Column('helpers', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('helps_each', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('closes_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('helpers > 1 AND helps_each > 0', name=op.f('ck_bargain_offers_possible')),
    sa.ForeignKeyConstraint(['made_by_id'], ['people.id'], name=op.f('fk_bargain_offers_made_by_id')),
    sa.ForeignKeyConstraint(['merchant_id'], ['merchants.id'], name=op.f('fk_bargain_offers_merchant_id')),
    sa.ForeignKeyConstraint(['product_id'], ['products.id'], name=op.f('fk_bargain_offers_product_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bargain_offers'))
    )
    op.create_index('ix_bargain_offers_due', 'bargain_offers', ['status', 'closes_at'], unique=False)
    op.create_index(op.f('ix_bargain_offers_merchant_id'), 'bargain_offers', ['merchant_id'], unique=False)
    op.create_table('bargain_places',
    sa.Column('offer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('group_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('thread_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_bargain_places_group_id')),
    sa.ForeignKeyConstraint(['offer_id'], ['bargain_offers.id'], name=op.f('fk_bargain_places_offer_id')),
    sa.PrimaryKeyConstraint('offer_id', 'group_id', name=op.f('pk_bargain_places'))
    )
    op.create_table('bargains',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('offer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('owner_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('group_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('thread_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('status', sa.Enum('running', 'complete', 'bought', 'over', name='bargainstatus', native_enum=False, length=32), nullable=False),
    sa.Column('start_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('floor_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('currency', sa.Enum('AED', 'AUD', 'BRL', 'CAD', 'CHF', 'CNY', 'CZK', 'DKK', 'EUR', 'GBP', 'HKD', 'HUF', 'IDR', 'ILS', 'INR', 'JPY', 'KRW', 'MXN', 'MYR', 'NOK', 'NZD', 'PHP', 'PLN', 'RON', 'SEK', 'SGD', 'THB', 'TRY', 'TWD', 'UAH', 'USD', 'VND', 'XTR', 'ZAR', name='currency', native_enum=False, length=32), nullable=False),
    sa.Column('helpers', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('seed', sa.String(), nullable=False),
    sa.Column('cuts', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('cut_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('variant_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('completed_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint('cut_minor >= cuts AND cut_minor <= start_minor - floor_minor', name=op.f('ck_bargains_cut')),
    sa.CheckConstraint('cuts >= 0 AND cuts <= helpers', name=op.f('ck_bargains_helped')),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_bargains_group_id')),
    sa.ForeignKeyConstraint(['offer_id'], ['bargain_offers.id'], name=op.f('fk_bargains_offer_id')),
    sa.ForeignKeyConstraint(['order_id'], ['orders.id'], name=op.f('fk_bargains_order_id')),
    sa.ForeignKeyConstraint(['owner_id'], ['people.id'], name=op.f('fk_bargains_owner_id')),
    sa.ForeignKeyConstraint(['variant_id'], ['variants.id'], name=op.f('fk_bargains_variant_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_bargains'))
    )
    op.create_index('ix_bargains_due', 'bargains', ['status', 'ends_at'], unique=False)
    op.create_index(op.f('ix_bargains_owner_id'), 'bargains', ['owner_id'], unique=False)
    op.create_index('uq_bargains_one_each', 'bargains', ['offer_id', 'owner_id'], unique=True, sqlite_where=sa.text("status != 'over'"), postgresql_where=sa.text("status != 'over'"))
    op.create_table('bargain_cuts',
    sa.Column('bargain_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('nth', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('offer_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('helper_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('nth_help', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('code', sa.String(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('minor > 0', name=op.f('ck_bargain_cuts_something')),
    sa.ForeignKeyConstraint(['bargain_id'], ['bargains.id'], name=op.f('fk_bargain_cuts_bargain_id')),
    sa.ForeignKeyConstraint(['helper_id'], ['people.id'], name=op.f('fk_bargain_cuts_helper_id')),
    sa.ForeignKeyConstraint(['offer_id'], ['bargain_offers.id'], name=op.f('fk_bargain_cuts_offer_id')),
    sa.PrimaryKeyConstraint('bargain_id', 'nth', name=op.f('pk_bargain_cuts')),
    sa.UniqueConstraint('bargain_id', 'helper_id', name=op.f('uq_bargain_cuts_bargain_id_helper_id')),
    sa.UniqueConstraint('offer_id', 'helper_id', 'nth_help', name=op.f('uq_bargain_cuts_offer_id_helper_id_nth_help'))
    )
    op.create_index(op.f('ix_bargain_cuts_helper_id'), 'bargain_cuts', ['helper_id'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_bargain_cuts_helper_id'), table_name='bargain_cuts')
    op.drop_table('bargain_cuts')
    op.drop_index('uq_bargains_one_each', table_name='bargains', sqlite_where=sa.text("status != 'over'"), postgresql_where=sa.text("status != 'over'"))
    op.drop_index(op.f('ix_bargains_owner_id'), table_name='bargains')
    op.drop_index('ix_bargains_due', table_name='bargains')
    op.drop_table('bargains')
    op.drop_table('bargain_places')
    op.drop_index(op.f('ix_bargain_offers_merchant_id'), table_name='bargain_offers')
    op.drop_index('ix_bargain_offers_due', table_name='bargain_offers')
    op.drop_table('bargain_offers')
