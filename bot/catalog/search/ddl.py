"""What full-text search needs beyond plain tables. The tests and the migration both call it."""

from sqlalchemy import Connection

FIELDS = ("title", "tags", "options", "attributes", "body")

_COLUMNS = ", ".join(FIELDS)
_NEW = ", ".join(f"new.{field}" for field in FIELDS)
_OLD = ", ".join(f"old.{field}" for field in FIELDS)
_FORGET = (
    f"INSERT INTO search_fts(search_fts, rowid, {_COLUMNS}) "  # noqa: S608 -- constants only
    f"VALUES ('delete', old.product_id, {_OLD});"
)
_REMEMBER = f"INSERT INTO search_fts(rowid, {_COLUMNS}) VALUES (new.product_id, {_NEW});"  # noqa: S608

# The stems are cut in Python, alike for both databases: "ascii" keeps every other sign as it is.
_SQLITE = (
    f"""CREATE VIRTUAL TABLE search_fts USING fts5(
        {_COLUMNS}, content='search_documents', content_rowid='product_id', tokenize='ascii'
    )""",
    f"""CREATE TRIGGER search_documents_added AFTER INSERT ON search_documents
        BEGIN {_REMEMBER} END""",
    f"""CREATE TRIGGER search_documents_removed AFTER DELETE ON search_documents
        BEGIN {_FORGET} END""",
    f"""CREATE TRIGGER search_documents_changed AFTER UPDATE ON search_documents
        BEGIN {_FORGET} {_REMEMBER} END""",
)
_POSTGRESQL = (
    """ALTER TABLE search_documents ADD COLUMN search_vector tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple', title), 'A')
        || setweight(to_tsvector('simple', tags || ' ' || options), 'B')
        || setweight(to_tsvector('simple', attributes), 'C')
        || setweight(to_tsvector('simple', body), 'D')
    ) STORED""",
    "CREATE INDEX ix_search_documents_vector ON search_documents USING gin (search_vector)",
)
_STATEMENTS = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}


def create_search(connection: Connection) -> None:
    """Make the full-text index over ``search_documents``, right after that table."""
    for statement in _STATEMENTS[connection.dialect.name]:
        connection.exec_driver_sql(statement)


def drop_search(connection: Connection) -> None:
    """Take it away again, before the table goes."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("DROP TABLE IF EXISTS search_fts")


def is_made_here(name: str | None) -> bool:
    """True for what SQLAlchemy's metadata does not know: a comparison has to pass it over."""
    return (name or "").startswith(("search_fts", "search_vector", "ix_search_documents_vector"))
