"""the words of the catalogue backwards, so that an index finds how they end

Revision: 0007
Follows: 0006
"""

import sqlalchemy as sa
from alembic import op


revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

_BY_SIGN = sa.String().with_variant(sa.String(collation='C'), 'postgresql')
_BATCH = 1000


def upgrade() -> None:
    op.add_column('search_words', sa.Column('backwards', _BY_SIGN, server_default='', nullable=False))
    connection = op.get_bind()
    if connection.dialect.name == 'postgresql':
        connection.execute(sa.text('UPDATE search_words SET backwards = reverse(word)'))
    else:
        _turn_by_hand(connection)
    with op.batch_alter_table('search_words', schema=None) as batch_op:
        batch_op.create_index('ix_search_words_backwards', ['backwards'], unique=False)


def downgrade() -> None:
    with op.batch_alter_table('search_words', schema=None) as batch_op:
        batch_op.drop_index('ix_search_words_backwards')
        batch_op.drop_column('backwards')


def _turn_by_hand(connection: sa.Connection) -> None:
    """SQLite cannot turn a word round."""
    words = connection.scalars(sa.text('SELECT DISTINCT word FROM search_words')).all()
    turn = sa.text('UPDATE search_words SET backwards = :turned WHERE word = :word')
    for start in range(0, len(words), _BATCH):
        rows = [{'word': word, 'turned': word[::-1]} for word in words[start : start + _BATCH]]
        connection.execute(turn, rows)
