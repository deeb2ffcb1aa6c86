"""Who hears of a proposal, and of its answer."""

from bot.deals.looking import DealLookup
from bot.deals.proposal_events import DealProposed, ProposalAnswered
from bot.deals.proposal_models import ProposalStatus
from bot.deals.proposal_repository import ProposalRepository
from bot.handlers.deals.newsroom import Told, hers
from bot.handlers.deals.proposals import views
from bot.handlers.deals.proposals.desk import ProposalDesk
from bot.people.repository import PersonRepository
from bot.telegram.replies import Amend, Post


async def ask_merchant(
    event: DealProposed, lookup: DealLookup, proposals: ProposalRepository, desk: ProposalDesk
) -> Told:
    """All of the merchant's people, each in the private chat; whoever is first answers."""
    proposal = await proposals.get(event.deal_id)
    if not proposal.is_waiting:
        return ()
    sheet = await lookup.sheet(event.deal_id)
    return tuple(
        [
            Post(
                chat_id=person.id,
                screen=await desk.asked(hers(person), sheet, proposal),
                subject=views.subject(event.deal_id),
            )
            for person in await lookup.staff(sheet.deal)
        ]
    )


async def tell_of_answer(
    event: ProposalAnswered,
    lookup: DealLookup,
    proposals: ProposalRepository,
    people: PersonRepository,
    desk: ProposalDesk,
) -> Told:
    """The admin hears it; whoever else of the merchant's people was asked sees it is settled."""
    proposal = await proposals.get(event.deal_id)
    sheet = await lookup.sheet(event.deal_id)
    told: list[Post | Amend] = [
        Amend(
            subject=views.subject(event.deal_id),
            screen=await desk.settled(hers(person), proposal),
            chat_id=person.id,
        )
        for person in await lookup.staff(sheet.deal)
    ]
    admin = await people.find(proposal.by_id)
    if admin is not None and proposal.status is not ProposalStatus.WITHDRAWN:
        screen = await desk.word_back(hers(admin), proposal, event.why)
        told.append(Post(chat_id=admin.id, screen=screen))
    return tuple(told)
