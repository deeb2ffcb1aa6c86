"""bargains and sale days: more time, reminders, calling off, settling, a log of who counts

Revision: 0011
Follows: 0010
"""

import hashlib
import secrets
from datetime import UTC
from itertools import groupby

import sqlalchemy as sa
from alembic import op


revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), 'sqlite')
MOMENTS = ('extended_at', 'reminded_at', 'called_off_at', 'settled_at')
JOINS = sa.table(
    'sale_day_joins',
    sa.column('sale_id', NUMBER),
    sa.column('person_id', NUMBER),
    sa.column('at', sa.DateTime(timezone=True)),
    sa.column('nth', NUMBER),
    sa.column('code', sa.String()),
    sa.column('digest', sa.String()),
)


def upgrade() -> None:
    for table in ('bargain_offers', 'sale_days'):
        for moment in MOMENTS:
            op.add_column(table, sa.Column(moment, sa.DateTime(timezone=True), nullable=True))
    op.add_column('sale_days', sa.Column('most', NUMBER, nullable=True))
    op.add_column('sale_days', sa.Column('frozen_early', sa.Boolean(), server_default=sa.false(), nullable=False))
    op.add_column('bargains', sa.Column('reminded_at', sa.DateTime(timezone=True), nullable=True))
    # Cards that stand in groups already say whose bargain it is.
    op.add_column('bargains', sa.Column('is_named', sa.Boolean(), server_default=sa.true(), nullable=False))
    # Both defaults stay: a process of the old version still writes such rows while it is deployed.

    # What was over before anybody kept an account of it is settled without a word.
    op.execute("UPDATE bargain_offers SET settled_at = closes_at WHERE status = 'closed'")
    op.execute("UPDATE sale_days SET settled_at = until WHERE status = 'over'")
    # A question half answered carries what its handler no longer reads.
    op.execute("DELETE FROM pending_inputs WHERE kind = 'sale-day'")

    op.create_table('sale_day_orders',
    sa.Column('sale_id', NUMBER, autoincrement=False, nullable=False),
    sa.Column('order_id', NUMBER, autoincrement=False, nullable=False),
    sa.Column('pieces', NUMBER, nullable=False),
    sa.ForeignKeyConstraint(['order_id'], ['orders.id'], name=op.f('fk_sale_day_orders_order_id')),
    sa.ForeignKeyConstraint(['sale_id'], ['sale_days.id'], name=op.f('fk_sale_day_orders_sale_id')),
    sa.PrimaryKeyConstraint('sale_id', 'order_id', name=op.f('pk_sale_day_orders'))
    )
    op.execute(
        "INSERT INTO sale_day_orders (sale_id, order_id, pieces) "
        "SELECT awaits_id, id, 1 FROM orders WHERE awaits_kind = 'sale-day'"
    )
    _write_the_log()


def downgrade() -> None:
    with op.batch_alter_table('sale_day_joins', schema=None) as batch_op:
        batch_op.drop_constraint(op.f('uq_sale_day_joins_sale_id_nth'), type_='unique')
        batch_op.drop_column('digest')
        batch_op.drop_column('code')
        batch_op.drop_column('nth')
    op.drop_table('sale_day_orders')
    with op.batch_alter_table('bargains', schema=None) as batch_op:
        batch_op.drop_column('is_named')
        batch_op.drop_column('reminded_at')
    with op.batch_alter_table('sale_days', schema=None) as batch_op:
        batch_op.drop_column('frozen_early')
        batch_op.drop_column('most')
        for moment in MOMENTS:
            batch_op.drop_column(moment)
    with op.batch_alter_table('bargain_offers', schema=None) as batch_op:
        for moment in MOMENTS:
            batch_op.drop_column(moment)


def _write_the_log() -> None:
    """Number those who count already, and chain their lines as bot/deals/sale_days/proof.py does."""
    op.add_column('sale_day_joins', sa.Column('nth', NUMBER, nullable=True))
    op.add_column('sale_day_joins', sa.Column('code', sa.String(), nullable=True))
    op.add_column('sale_day_joins', sa.Column('digest', sa.String(), nullable=True))
    connection = op.get_bind()
    found = connection.execute(
        sa.select(JOINS.c.sale_id, JOINS.c.person_id, JOINS.c.at)
        .order_by(JOINS.c.sale_id, JOINS.c.at, JOINS.c.person_id)
    ).all()
    for sale_id, joins in groupby(found, key=lambda join: join.sale_id):
        digest = '0' * 64
        for nth, join in enumerate(joins, start=1):
            code = secrets.token_hex(4)
            at = join.at.replace(tzinfo=UTC) if join.at.tzinfo is None else join.at.astimezone(UTC)
            line = '|'.join((digest, f's{sale_id}', str(nth), code, at.isoformat(timespec='seconds')))
            digest = hashlib.sha256(line.encode()).hexdigest()
            connection.execute(
                sa.update(JOINS)
                .where(JOINS.c.sale_id == sale_id, JOINS.c.person_id == join.person_id)
                .values(nth=nth, code=code, digest=digest)
            )
    with op.batch_alter_table('sale_day_joins', schema=None) as batch_op:
        for name, kind in (('nth', NUMBER), ('code', sa.String()), ('digest', sa.String())):
            batch_op.alter_column(name, existing_type=kind, nullable=False)
        batch_op.create_unique_constraint(
            batch_op.f('uq_sale_day_joins_sale_id_nth'), ['sale_id', 'nth']
        )
