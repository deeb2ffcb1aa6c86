"""The log of every Bot API call and its answer."""

from sandbox.world.store import Json, Store, pack, unpack

KEPT_CALLS = 20_000
TRIM_EVERY = 1_000


class CallLog:
    def __init__(self, store: Store) -> None:
        self._store = store

    def write(self, call: Json) -> None:
        """``call``: at, bot, method, parameters, ok, answer, seconds."""
        doc = pack({key: call[key] for key in ("parameters", "answer", "seconds")})
        number = self._store.write(
            "INSERT INTO calls VALUES (NULL, ?, ?, ?, ?, ?)",
            call["at"], call["bot"], call["method"], call["ok"], doc,
        )  # fmt: skip
        if number % TRIM_EVERY == 0:
            self._store.write("DELETE FROM calls WHERE n <= ?", number - KEPT_CALLS)

    def after(self, n: int, method: str | None, limit: int = 1_000) -> list[Json]:
        by_method = "" if method is None else "AND method = ?"
        values: list[object] = [n] if method is None else [n, method]
        rows = self._store.all(
            f"SELECT n, at, bot, method, ok, doc FROM calls WHERE n > ? {by_method} "  # noqa: S608
            "ORDER BY n LIMIT ?",
            *values, limit,
        )  # fmt: skip
        return [
            {"n": row[0], "at": row[1], "bot": row[2], "method": row[3], "ok": bool(row[4])}
            | unpack(row[5])
            for row in rows
        ]
