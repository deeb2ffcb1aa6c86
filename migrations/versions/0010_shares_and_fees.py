"""who gets which part of a sale, and what charges cost

Revision: 0010
Follows: 0009
"""

import sqlalchemy as sa
from alembic import op


revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('connected_accounts',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('payee_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('status', sa.Enum('opening', 'onboarding', 'ready', 'left', name='connectedstatus', native_enum=False, length=32), nullable=False),
    sa.Column('number', sa.String(), nullable=True),
    sa.Column('country', sa.String(), nullable=False),
    sa.Column('asked_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('back', sa.String(), nullable=False),
    sa.Column('wants_link', sa.Boolean(), nullable=False),
    sa.Column('attempts', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('next_look_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('trouble', sa.String(), nullable=True),
    sa.Column('since', sa.DateTime(timezone=True), nullable=False),
    sa.Column('until', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_connected_accounts'))
    )
    op.create_index('ix_connected_accounts_due', 'connected_accounts', ['status', 'next_look_at'], unique=False)
    op.create_index(op.f('ix_connected_accounts_number'), 'connected_accounts', ['number'], unique=False)
    op.create_index(op.f('ix_connected_accounts_payee_id'), 'connected_accounts', ['payee_id'], unique=False)
    op.create_index('uq_connected_accounts_current', 'connected_accounts', ['payee_id'], unique=True, sqlite_where=sa.text('until IS NULL'), postgresql_where=sa.text('until IS NULL'))
    op.create_table('platform_fees',
    sa.Column('payee_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('basis', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_by', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.PrimaryKeyConstraint('payee_id', name=op.f('pk_platform_fees'))
    )
    op.create_table('charge_costs',
    sa.Column('charge_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('gateway_fee_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('fee_currency', sa.Enum('AED', 'AUD', 'BRL', 'CAD', 'CHF', 'CNY', 'CZK', 'DKK', 'EUR', 'GBP', 'HKD', 'HUF', 'IDR', 'ILS', 'INR', 'JPY', 'KRW', 'MXN', 'MYR', 'NOK', 'NZD', 'PHP', 'PLN', 'RON', 'SEK', 'SGD', 'THB', 'TRY', 'TWD', 'UAH', 'USD', 'VND', 'XTR', 'ZAR', name='currency', native_enum=False, length=32), nullable=True),
    sa.Column('platform_fee_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('transferred_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('withdrawn_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('lost_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('postings', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('attempts', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('next_look_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('trouble', sa.String(), nullable=True),
    sa.ForeignKeyConstraint(['charge_id'], ['charges.id'], name=op.f('fk_charge_costs_charge_id')),
    sa.PrimaryKeyConstraint('charge_id', name=op.f('pk_charge_costs'))
    )
    op.create_index(op.f('ix_charge_costs_next_look_at'), 'charge_costs', ['next_look_at'], unique=False)
    op.add_column('payments', sa.Column('destination', sa.String(), nullable=True))
    op.add_column('payments', sa.Column('fee_basis', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True))


def downgrade() -> None:
    op.drop_column('payments', 'fee_basis')
    op.drop_column('payments', 'destination')
    op.drop_index(op.f('ix_charge_costs_next_look_at'), table_name='charge_costs')
    op.drop_table('charge_costs')
    op.drop_table('platform_fees')
    op.drop_index('uq_connected_accounts_current', table_name='connected_accounts', sqlite_where=sa.text('until IS NULL'), postgresql_where=sa.text('until IS NULL'))
    op.drop_index(op.f('ix_connected_accounts_payee_id'), table_name='connected_accounts')
    op.drop_index(op.f('ix_connected_accounts_number'), table_name='connected_accounts')
    op.drop_index('ix_connected_accounts_due', table_name='connected_accounts')
    op.drop_table('connected_accounts')
