from typing import Any

from bot.payments.repository import PaymentRepository
from bot.people.models import PersonId
from bot.people.personal_data import PersonalData


class PaymentsOfPerson(PersonalData):
    """What she paid. The law keeps accounts, and they hold nothing but numbers."""

    section = "payments"

    def __init__(self, payments: PaymentRepository) -> None:
        self._payments = payments

    async def export(self, person_id: PersonId) -> list[dict[str, Any]]:
        return [
            {
                "number": payment.id,
                "for": f"{payment.purpose.kind} {payment.purpose.id}",
                "price": f"{payment.price.amount} {payment.price.currency}",
                "status": payment.status.value,
                "asked_at": payment.created_at.isoformat(),
                "paid_at": payment.succeeded_at and payment.succeeded_at.isoformat(),
            }
            for payment in await self._payments.of_payer(person_id)
        ]

    async def erase(self, person_id: PersonId) -> None:
        """Nothing here names her but her number, without which money could not go back."""
