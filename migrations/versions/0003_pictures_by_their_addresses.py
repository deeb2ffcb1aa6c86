"""pictures are fetched from their addresses

Pictures that stand there by an address alone are fetched from now on. Files that had come in but
were not looked at yet are fetched once more: they are looked at on the way now.

Revision: 0003
Follows: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('product_pictures', sa.Column('fetch_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('product_pictures', sa.Column('fetch_tries', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), server_default='0', nullable=False))
    op.add_column('product_pictures', sa.Column('trouble', sa.Enum('address', 'gone', 'kind', 'large', 'silent', name='picturetrouble', native_enum=False, length=32), nullable=True))
    op.create_index(op.f('ix_product_pictures_fetch_at'), 'product_pictures', ['fetch_at'])
    op.add_column('arrivals', sa.Column('kept', sa.JSON(), nullable=True))
    op.add_column('arrivals', sa.Column('refused', sa.String(), nullable=True))
    op.add_column('import_runs', sa.Column('told_at', sa.DateTime(timezone=True), nullable=True))
    op.execute(
        "UPDATE product_pictures SET fetch_at = '2026-01-01 00:00:00' "
        "WHERE sha256 IS NULL AND url IS NOT NULL"
    )
    op.execute(
        "UPDATE arrivals SET status = 'waiting', path = NULL "
        "WHERE status = 'here' AND purpose IN ('picture', 'download')"
    )


def downgrade() -> None:
    op.drop_column('import_runs', 'told_at')
    op.drop_column('arrivals', 'refused')
    op.drop_column('arrivals', 'kept')
    op.drop_index(op.f('ix_product_pictures_fetch_at'), table_name='product_pictures')
    op.drop_column('product_pictures', 'trouble')
    op.drop_column('product_pictures', 'fetch_tries')
    op.drop_column('product_pictures', 'fetch_at')
