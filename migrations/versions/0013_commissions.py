"""commissions: what groups get of the sales that begin in them

Revision: 0013
Follows: 0012
"""

import sqlalchemy as sa
from alembic import op


revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('commission_agreements',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('merchant_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('group_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('basis', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('agreed_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('offers', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('offered_basis', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('offered_by', sa.Enum('m', 'g', name='side', native_enum=False, length=32), nullable=True),
    sa.Column('payouts', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.CheckConstraint('basis BETWEEN 0 AND 5000', name=op.f('ck_commission_agreements_a_part')),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_commission_agreements_group_id')),
    sa.ForeignKeyConstraint(['merchant_id'], ['merchants.id'], name=op.f('fk_commission_agreements_merchant_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_commission_agreements')),
    sa.UniqueConstraint('merchant_id', 'group_id', name=op.f('uq_commission_agreements_merchant_id_group_id'))
    )
    op.create_index(op.f('ix_commission_agreements_group_id'), 'commission_agreements', ['group_id'], unique=False)
    op.create_table('commission_entries',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('agreement_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('side', sa.Enum('m', 'g', name='side', native_enum=False, length=32), nullable=False),
    sa.Column('deed', sa.Enum('offered', 'agreed', 'declined', 'ended', 'paid-out', 'received', name='deed', native_enum=False, length=32), nullable=False),
    sa.Column('basis', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.ForeignKeyConstraint(['agreement_id'], ['commission_agreements.id'], name=op.f('fk_commission_entries_agreement_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_commission_entries'))
    )
    op.create_index(op.f('ix_commission_entries_agreement_id'), 'commission_entries', ['agreement_id'], unique=False)
    op.create_index(op.f('ix_commission_entries_by_id'), 'commission_entries', ['by_id'], unique=False)
    op.create_table('commission_payouts',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('agreement_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('nth', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('money_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('currency', sa.Enum('AED', 'AUD', 'BRL', 'CAD', 'CHF', 'CNY', 'CZK', 'DKK', 'EUR', 'GBP', 'HKD', 'HUF', 'IDR', 'ILS', 'INR', 'JPY', 'KRW', 'MXN', 'MYR', 'NOK', 'NZD', 'PHP', 'PLN', 'RON', 'SEK', 'SGD', 'THB', 'TRY', 'TWD', 'UAH', 'USD', 'VND', 'XTR', 'ZAR', name='currency', native_enum=False, length=32), nullable=False),
    sa.Column('reference', sa.String(), nullable=False),
    sa.Column('by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('paid_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('received_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('received_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['agreement_id'], ['commission_agreements.id'], name=op.f('fk_commission_payouts_agreement_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_commission_payouts')),
    sa.UniqueConstraint('agreement_id', 'nth', name=op.f('uq_commission_payouts_agreement_id_nth'))
    )
    op.create_index(op.f('ix_commission_payouts_by_id'), 'commission_payouts', ['by_id'], unique=False)
    op.create_index(op.f('ix_commission_payouts_received_by'), 'commission_payouts', ['received_by'], unique=False)
    op.create_table('commissions',
    sa.Column('order_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('agreement_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('basis', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('back_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('currency', sa.Enum('AED', 'AUD', 'BRL', 'CAD', 'CHF', 'CNY', 'CZK', 'DKK', 'EUR', 'GBP', 'HKD', 'HUF', 'IDR', 'ILS', 'INR', 'JPY', 'KRW', 'MXN', 'MYR', 'NOK', 'NZD', 'PHP', 'PLN', 'RON', 'SEK', 'SGD', 'THB', 'TRY', 'TWD', 'UAH', 'USD', 'VND', 'XTR', 'ZAR', name='currency', native_enum=False, length=32), nullable=False),
    sa.Column('sold_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['agreement_id'], ['commission_agreements.id'], name=op.f('fk_commissions_agreement_id')),
    sa.ForeignKeyConstraint(['order_id'], ['orders.id'], name=op.f('fk_commissions_order_id')),
    sa.PrimaryKeyConstraint('order_id', name=op.f('pk_commissions'))
    )
    op.create_index(op.f('ix_commissions_agreement_id'), 'commissions', ['agreement_id'], unique=False)


def downgrade() -> None:
    op.drop_index(op.f('ix_commissions_agreement_id'), table_name='commissions')
    op.drop_table('commissions')
    op.drop_index(op.f('ix_commission_payouts_received_by'), table_name='commission_payouts')
    op.drop_index(op.f('ix_commission_payouts_by_id'), table_name='commission_payouts')
    op.drop_table('commission_payouts')
    op.drop_index(op.f('ix_commission_entries_by_id'), table_name='commission_entries')
    op.drop_index(op.f('ix_commission_entries_agreement_id'), table_name='commission_entries')
    op.drop_table('commission_entries')
    op.drop_index(op.f('ix_commission_agreements_group_id'), table_name='commission_agreements')
    op.drop_table('commission_agreements')
