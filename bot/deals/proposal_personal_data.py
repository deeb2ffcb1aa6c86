from bot.deals.proposal_repository import ProposalRepository
from bot.deals.proposing import ProposingService
from bot.people.models import PersonId
from bot.people.personal_data import PersonalData


class ProposalsOfPerson(PersonalData):
    """Which group-buys she has proposed to shops. They hold her number alone, no words of hers."""

    section = "proposals"

    def __init__(self, proposals: ProposalRepository, proposing: ProposingService) -> None:
        self._proposals = proposals
        self._proposing = proposing

    async def export(self, person_id: PersonId) -> list[dict[str, object]]:
        return [
            {
                "deal": proposal.deal_id,
                "status": proposal.status.value,
                "made_at": proposal.made_at.isoformat(),
            }
            for proposal in await self._proposals.all_by(person_id)
        ]

    async def erase(self, person_id: PersonId) -> None:
        """What she has not finished, and what still waits, is taken back."""
        for proposal in await self._proposals.all_by(person_id):
            await self._proposing.withdraw(proposal.deal_id, by=person_id)
