from aiogram.filters.callback_data import CallbackData


class ChooseLanguage(CallbackData, prefix="pe-lang"):
    language: str


class ChooseZone(CallbackData, prefix="pe-zone"):
    number: int  # in views.ZONES


class AcceptTerms(CallbackData, prefix="pe-terms"):
    pass


class ShowName(CallbackData, prefix="pe-name"):
    shown: bool


class EraseMe(CallbackData, prefix="pe-erase"):
    sure: bool
