from enum import StrEnum

from aiogram.filters.callback_data import CallbackData


class OpenMerchants(CallbackData, prefix="me-all"):
    page: int = 0


class ShowMerchant(CallbackData, prefix="me-one"):
    merchant: int


class NewMerchant(CallbackData, prefix="me-new"):
    pass


class InviteOwner(CallbackData, prefix="me-own"):
    merchant: int


class CloseMerchant(CallbackData, prefix="me-shut"):
    merchant: int
    closed: bool


class OpenShop(CallbackData, prefix="me-shop"):
    merchant: int


class ShopField(StrEnum):
    NAME = "n"
    ABOUT = "a"
    SUPPORT = "s"
    COUNTRIES = "c"
    CURRENCIES = "m"


class AskShop(CallbackData, prefix="me-ask"):
    merchant: int
    field: ShopField


class ShowShipping(CallbackData, prefix="me-ways"):
    merchant: int


class NewShipping(CallbackData, prefix="me-wnew"):
    merchant: int


class ShowOption(CallbackData, prefix="me-way"):
    merchant: int
    option: int


class OptionField(StrEnum):
    NAME = "n"
    PRICE = "p"
    DAYS = "d"
    COUNTRIES = "c"


class AskOption(CallbackData, prefix="me-wask"):
    merchant: int
    option: int
    field: OptionField


class RemoveOption(CallbackData, prefix="me-wout"):
    merchant: int
    option: int
    sure: bool


class ShowTeam(CallbackData, prefix="me-team"):
    merchant: int


class InviteStaff(CallbackData, prefix="me-join"):
    merchant: int


class RemoveStaff(CallbackData, prefix="me-out"):
    merchant: int
    person: int
    sure: bool


class ShowTill(CallbackData, prefix="me-till"):
    merchant: int


class Secret(StrEnum):
    TOKEN = "t"  # noqa: S105 -- which of the two is asked for, no secret itself
    KEY = "k"


class AskSecret(CallbackData, prefix="me-key"):
    merchant: int
    secret: Secret


class Disconnect(CallbackData, prefix="me-off"):
    merchant: int
    sure: bool


class ShowSharing(CallbackData, prefix="me-conn"):
    merchant: int


class BeginSharing(CallbackData, prefix="me-cgo"):
    merchant: int


class EndSharing(CallbackData, prefix="me-cend"):
    merchant: int
    sure: bool


class AskFee(CallbackData, prefix="me-fee"):
    merchant: int


class ShowStatement(CallbackData, prefix="me-books"):
    """A month of a shop's money; as a file it is a table of every movement."""

    merchant: int
    months_ago: int = 0
    as_file: bool = False
