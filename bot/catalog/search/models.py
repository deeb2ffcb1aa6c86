"""What the index keeps. The rows of ``search_documents`` follow the products; nobody edits them."""

from sqlalchemy import ForeignKey, Index, String, Text, event
from sqlalchemy.orm import Mapped, mapped_column

from bot.catalog.models import MerchantId, ProductId
from bot.catalog.search.ddl import create_search
from bot.kit.db import ID, Model

# In the order of its signs, whatever the language of the database: an index finds how a word ends.
_BY_SIGN = String().with_variant(String(collation="C"), "postgresql")


class SearchDocument(Model):
    """One product as stems, in the order of weight: title, tags, options, attributes, body."""

    __tablename__ = "search_documents"

    product_id: Mapped[ProductId] = mapped_column(
        ID, ForeignKey("products.id", ondelete="CASCADE"), primary_key=True, autoincrement=False
    )
    merchant_id: Mapped[MerchantId] = mapped_column(index=True)
    title: Mapped[str] = mapped_column(Text)
    tags: Mapped[str] = mapped_column(Text)
    options: Mapped[str] = mapped_column(Text)
    attributes: Mapped[str] = mapped_column(Text)
    body: Mapped[str] = mapped_column(Text)
    vocabulary: Mapped[str] = mapped_column(Text)  # "shoes/shoe ...": what it adds to the words


class SearchWord(Model):
    """A word of the catalogue, how it is indexed, and in how many products it stands."""

    __tablename__ = "search_words"
    __table_args__ = (
        Index("ix_search_words_head", "head"),
        Index("ix_search_words_tail", "tail"),
        Index("ix_search_words_backwards", "backwards"),
    )

    word: Mapped[str] = mapped_column(primary_key=True)
    stem: Mapped[str] = mapped_column(primary_key=True, index=True)
    head: Mapped[str]  # the first two and the last two letters: a misspelt word keeps
    tail: Mapped[str]  # one of them, so the speller looks at few words
    backwards: Mapped[str] = mapped_column(_BY_SIGN, server_default="")  # to look for its end
    documents: Mapped[int]


event.listen(
    SearchDocument.__table__,
    "after_create",
    lambda _table, connection, **_facts: create_search(connection),
)
