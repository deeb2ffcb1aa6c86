"""What proposals add to the feature of buying together."""

from collections.abc import Mapping
from datetime import timedelta

from bot.deals import jobs
from bot.deals.draft_access import DraftAccess
from bot.deals.proposal_events import DealProposed, ProposalAnswered
from bot.deals.proposal_repository import ProposalRepository
from bot.deals.proposing import ProposingService
from bot.handlers.deals.draft_desk import DraftDesk
from bot.handlers.deals.proposals import notices
from bot.handlers.deals.proposals.desk import ProposalDesk
from bot.kit.events import Event
from bot.telegram.feature import Job, Notice

SERVICES = (DraftAccess, DraftDesk, ProposalDesk, ProposalRepository, ProposingService)
NOTICES: Mapping[type[Event], Notice] = {
    DealProposed: notices.ask_merchant,
    ProposalAnswered: notices.tell_of_answer,
}
JOBS: Mapping[Job, timedelta] = {jobs.expire_proposals: timedelta(minutes=1)}
