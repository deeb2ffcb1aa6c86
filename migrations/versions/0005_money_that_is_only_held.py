"""money that is only held: pages, holds, and the rail of a deal

Revision: 0005
Follows: 0004
"""

import sqlalchemy as sa
from alembic import op


revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('holds',
    sa.Column('id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('payment_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('status', sa.Enum('opening', 'open', 'held', 'capturing', 'captured', 'cancelling', 'cancelled', name='holdstatus', native_enum=False, length=32), nullable=False),
    sa.Column('page', sa.JSON(), nullable=False),
    sa.Column('back', sa.String(), nullable=True),
    sa.Column('session', sa.String(), nullable=True),
    sa.Column('intent', sa.String(), nullable=True),
    sa.Column('url', sa.String(), nullable=True),
    sa.Column('held_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('capture_minor', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.Column('currency', sa.Enum('AED', 'AUD', 'BRL', 'CAD', 'CHF', 'CNY', 'CZK', 'DKK', 'EUR', 'GBP', 'HKD', 'HUF', 'IDR', 'ILS', 'INR', 'JPY', 'KRW', 'MXN', 'MYR', 'NOK', 'NZD', 'PHP', 'PLN', 'RON', 'SEK', 'SGD', 'THB', 'TRY', 'TWD', 'UAH', 'USD', 'VND', 'XTR', 'ZAR', name='currency', native_enum=False, length=32), nullable=False),
    sa.Column('held_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('attempts', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('next_attempt_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('trouble', sa.String(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('held_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ended_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['payment_id'], ['payments.id'], name=op.f('fk_holds_payment_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_holds')),
    sa.UniqueConstraint('intent', name=op.f('uq_holds_intent')),
    sa.UniqueConstraint('session', name=op.f('uq_holds_session'))
    )
    op.create_index('ix_holds_due', 'holds', ['status', 'next_attempt_at'], unique=False)
    op.create_index(op.f('ix_holds_payment_id'), 'holds', ['payment_id'], unique=False)
    op.add_column('deals', sa.Column('rail', sa.Enum('telegram', 'stars', 'stripe', 'stripe-hold', 'pretend', name='rail', native_enum=False, length=32), server_default='telegram', nullable=False))
    op.execute("UPDATE deals SET rail = 'stars' WHERE currency = 'XTR'")


def downgrade() -> None:
    op.drop_column('deals', 'rail')
    op.drop_index(op.f('ix_holds_payment_id'), table_name='holds')
    op.drop_index('ix_holds_due', table_name='holds')
    op.drop_table('holds')
