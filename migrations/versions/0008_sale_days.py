"""sale days: people counted through links of their own, and the price they reach

Revision: 0008
Follows: 0007
"""

import sqlalchemy as sa
from alembic import op


revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('sale_days',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('merchant_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('product_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('made_by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('status', sa.Enum('draft', 'counting', 'selling', 'over', name='saledaystatus', native_enum=False, length=32), nullable=False),
    sa.Column('start_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('floor_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('currency', sa.Enum('AED', 'AUD', 'BRL', 'CAD', 'CHF', 'CNY', 'CZK', 'DKK', 'EUR', 'GBP', 'HKD', 'HUF', 'IDR', 'ILS', 'INR', 'JPY', 'KRW', 'MXN', 'MYR', 'NOK', 'NZD', 'PHP', 'PLN', 'RON', 'SEK', 'SGD', 'THB', 'TRY', 'TWD', 'UAH', 'USD', 'VND', 'XTR', 'ZAR', name='currency', native_enum=False, length=32), nullable=False),
    sa.Column('percent', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('cap_per_group', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('per_person', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('joins', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('price_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('sold', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('opened_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('until', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('percent > 0 AND per_person > 0 AND cap_per_group > 0', name=op.f('ck_sale_days_possible')),
    sa.ForeignKeyConstraint(['made_by_id'], ['people.id'], name=op.f('fk_sale_days_made_by_id')),
    sa.ForeignKeyConstraint(['merchant_id'], ['merchants.id'], name=op.f('fk_sale_days_merchant_id')),
    sa.ForeignKeyConstraint(['product_id'], ['products.id'], name=op.f('fk_sale_days_product_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sale_days'))
    )
    op.create_index('ix_sale_days_due', 'sale_days', ['status', 'until'], unique=False)
    op.create_index(op.f('ix_sale_days_merchant_id'), 'sale_days', ['merchant_id'], unique=False)
    op.create_table('sale_day_groups',
    sa.Column('sale_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('group_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('thread_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('joins', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_sale_day_groups_group_id')),
    sa.ForeignKeyConstraint(['sale_id'], ['sale_days.id'], name=op.f('fk_sale_day_groups_sale_id')),
    sa.PrimaryKeyConstraint('sale_id', 'group_id', name=op.f('pk_sale_day_groups'))
    )
    op.create_table('sale_day_links',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('sale_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('group_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('code', sa.BigInteger(), nullable=False),
    sa.Column('joins', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_sale_day_links_group_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_sale_day_links_person_id')),
    sa.ForeignKeyConstraint(['sale_id'], ['sale_days.id'], name=op.f('fk_sale_day_links_sale_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sale_day_links')),
    sa.UniqueConstraint('code', name=op.f('uq_sale_day_links_code')),
    sa.UniqueConstraint('sale_id', 'person_id', name=op.f('uq_sale_day_links_sale_id_person_id'))
    )
    op.create_index(op.f('ix_sale_day_links_person_id'), 'sale_day_links', ['person_id'], unique=False)
    op.create_table('sale_day_joins',
    sa.Column('sale_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('person_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('link_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('group_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_sale_day_joins_group_id')),
    sa.ForeignKeyConstraint(['link_id'], ['sale_day_links.id'], name=op.f('fk_sale_day_joins_link_id')),
    sa.ForeignKeyConstraint(['person_id'], ['people.id'], name=op.f('fk_sale_day_joins_person_id')),
    sa.ForeignKeyConstraint(['sale_id'], ['sale_days.id'], name=op.f('fk_sale_day_joins_sale_id')),
    sa.PrimaryKeyConstraint('sale_id', 'person_id', name=op.f('pk_sale_day_joins'))
    )
    op.create_index(op.f('ix_sale_day_joins_link_id'), 'sale_day_joins', ['link_id'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_sale_day_joins_link_id'), table_name='sale_day_joins')
    op.drop_table('sale_day_joins')
    op.drop_index(op.f('ix_sale_day_links_person_id'), table_name='sale_day_links')
    op.drop_table('sale_day_links')
    op.drop_table('sale_day_groups')
    op.drop_index(op.f('ix_sale_days_merchant_id'), table_name='sale_days')
    op.drop_index('ix_sale_days_due', table_name='sale_days')
    op.drop_table('sale_days')
