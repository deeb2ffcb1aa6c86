from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class OpenShelf(CallbackData, prefix="ca-shelf"):
    merchant: int
    page: int = 0
    archived: bool = False


class OpenProduct(CallbackData, prefix="ca-item"):
    product: int


class Field(StrEnum):
    TITLE = "t"
    DESCRIPTION = "d"
    PRICE = "p"
    STOCK = "s"
    PICTURE = "i"
    DOWNLOAD = "f"


class Ask(CallbackData, prefix="ca-ask"):
    product: int
    field: Field
    variant: int = 0  # 0: all of them, or not chosen yet
    page: int = 0
    chosen: bool = False


class Archive(CallbackData, prefix="ca-arch"):
    product: int
    archived: bool


class Begin(StrEnum):
    NEW = "n"
    IMPORT = "i"
    EXPORT = "e"


class BeginFor(CallbackData, prefix="ca-for"):
    merchant: int
    what: Begin
    asked: bool = False  # by a question that is answered now


class BeginNew(CallbackData, prefix="ca-new"):
    merchant: int
    digital: bool


class FetchPictures(CallbackData, prefix="ca-pics"):
    """Try the addresses of a shop's pictures once more."""

    merchant: int


class DecideImport(CallbackData, prefix="ca-imp"):
    run: int
    go: bool
