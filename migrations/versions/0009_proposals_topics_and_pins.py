"""proposals: deals that a group's admin writes for a merchant; topics by name; pinned cards

Revision: 0009
Follows: 0008
"""

import sqlalchemy as sa
from alembic import op


revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('deal_proposals',
    sa.Column('deal_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), autoincrement=False, nullable=False),
    sa.Column('group_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('status', sa.Enum('written', 'waiting', 'approved', 'declined', 'withdrawn', 'expired', name='proposalstatus', native_enum=False, length=32), nullable=False),
    sa.Column('changes', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_by_id', sa.BigInteger().with_variant(sa.Integer(), 'sqlite'), nullable=True),
    sa.ForeignKeyConstraint(['answered_by_id'], ['people.id'], name=op.f('fk_deal_proposals_answered_by_id')),
    sa.ForeignKeyConstraint(['by_id'], ['people.id'], name=op.f('fk_deal_proposals_by_id')),
    sa.ForeignKeyConstraint(['deal_id'], ['deals.id'], name=op.f('fk_deal_proposals_deal_id')),
    sa.ForeignKeyConstraint(['group_id'], ['groups.id'], name=op.f('fk_deal_proposals_group_id')),
    sa.PrimaryKeyConstraint('deal_id', name=op.f('pk_deal_proposals'))
    )
    op.create_index(op.f('ix_deal_proposals_by_id'), 'deal_proposals', ['by_id'], unique=False)
    op.create_index('ix_deal_proposals_waiting', 'deal_proposals', ['status', 'asked_at'], unique=False)
    op.add_column('groups', sa.Column('known_topics', sa.JSON(), nullable=True))
    op.add_column('shown_messages', sa.Column('pinned_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('deal_groups', sa.Column('refused_at', sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    op.drop_column('deal_groups', 'refused_at')
    op.drop_column('shown_messages', 'pinned_at')
    op.drop_column('groups', 'known_topics')
    op.drop_index('ix_deal_proposals_waiting', table_name='deal_proposals')
    op.drop_index(op.f('ix_deal_proposals_by_id'), table_name='deal_proposals')
    op.drop_table('deal_proposals')
