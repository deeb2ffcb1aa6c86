from collections.abc import Mapping
from html import escape
from typing import Any

from bot.catalog.imports.models import ImportRun, ImportStatus
from bot.handlers.catalog.callbacks import DecideImport
from bot.kit.texts import Words
from bot.telegram.product_card import cut
from bot.telegram.replies import Button, Screen

SHOWN = 12
TEXT_LIMIT = 3_800
_NAME_LIMIT = 60
_BAR = 10


def import_screen(words: Words, run: ImportRun) -> Screen:
    """Draw an import as it stands: on its way, previewed, going on, or over."""
    match run.status:
        case ImportStatus.PREVIEWED:
            return _preview(words, run)
        case ImportStatus.RUNNING:
            return Screen(text=_progress(words, run), rows=(_stop(words, run),))
        case ImportStatus.DONE:
            return Screen(
                text=_fitted([_head(words, "done", run), *_counts(words, run)], words, run)
            )
        case ImportStatus.FAILED:
            why = words("catalog-error-file", **(run.why or {"why": "broken"}))
            return Screen(text=f"{_head(words, 'failed', run)}\n{why}")
        case ImportStatus.CANCELLED:
            return Screen(text=_cancelled(words, run))
        case ImportStatus.FETCHING | ImportStatus.CHECKING:
            read = words("catalog-import-read", count=run.done) if run.done else ""
            text = "\n".join(filter(None, [_head(words, "reading", run), read]))
            return Screen(text=text, rows=(_stop(words, run),))


def remark_line(words: Words, remark: Mapping[str, Any]) -> str:
    """Say what is wrong and where, such as ``Line 7, Variant Price: -5 is below zero``."""
    said = words(remark["text"], **remark["facts"])
    where = []
    if remark["line"] is not None:
        where.append(words("catalog-import-line", line=str(remark["line"])))
    if remark["column"]:
        where.append(escape(str(remark["column"])))
    sign = "✗" if remark["is_bad"] else "ℹ"
    return f"{sign} {', '.join(where)}: {said}" if where else f"{sign} {said}"


def _preview(words: Words, run: ImportRun) -> Screen:
    lines = [_head(words, "preview", run), *_counts(words, run)]
    if not run.will_change:
        return Screen(text=_fitted([*lines, words("catalog-import-nothing")], words, run))
    go = Button(
        words.plain("catalog-import-button", count=run.will_change),
        DecideImport(run=run.id, go=True),
    )
    return Screen(text=_fitted(lines, words, run), rows=((go,), _stop(words, run)))


def _stop(words: Words, run: ImportRun) -> tuple[Button, ...]:
    return (
        Button(words.plain("catalog-import-cancel-button"), DecideImport(run=run.id, go=False)),
    )


def _cancelled(words: Words, run: ImportRun) -> str:
    if not run.why:  # nothing had begun
        return _head(words, "cancelled", run)
    return "\n".join([_head(words, "stopped", run), *_counts(words, run)])


def _progress(words: Words, run: ImportRun) -> str:
    total = run.total or 1
    filled = min(_BAR, _BAR * run.done // total)
    share = min(100, 100 * run.done // total)
    bar = "▓" * filled + "░" * (_BAR - filled)
    return f"{_head(words, 'running', run)}\n{bar} {share} %"


def _head(words: Words, stage: str, run: ImportRun) -> str:
    return words(f"catalog-import-{stage}", name=cut(run.name, _NAME_LIMIT))


def _counts(words: Words, run: ImportRun) -> list[str]:
    count = run.counts.get
    told = [
        words(
            f"catalog-import-count-{kind}",
            products=count(kind, 0),
            variants=count(f"variants-{kind}", 0),
        )
        for kind in ("new", "changed", "unchanged")
        if count(kind, 0) or count(f"variants-{kind}", 0)
    ]
    bad = [words("catalog-import-count-bad", count=count("bad", 0))] if count("bad", 0) else []
    fetched = count("pictures", 0)
    pictures = [words("catalog-import-count-pictures", count=fetched)] if fetched else []
    return [*told, *pictures, *bad]


def _fitted(lines: list[str], words: Words, run: ImportRun) -> str:
    """Add what was found wrong, as much as a message can hold; bad rows come first."""
    ordered = sorted(run.remarks, key=lambda one: (not one["is_bad"], one["line"] or 0))
    shown = [remark_line(words, remark) for remark in ordered[:SHOWN]]
    all_of_them = run.counts.get("bad", 0) + run.counts.get("notes", 0)
    while shown:
        rest = all_of_them - len(shown)
        more = [words("catalog-import-more", count=rest)] if rest > 0 else []
        text = "\n".join([*lines, "", *shown, *more])
        if len(text) <= TEXT_LIMIT:
            return text
        shown.pop()
    return "\n".join(lines)
