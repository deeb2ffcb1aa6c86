from aiogram.filters.callback_data import CallbackData


class RetryRefund(CallbackData, prefix="pay-retry"):
    refund_id: int
