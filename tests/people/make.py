from sqlalchemy.ext.asyncio import AsyncSession

from bot.kit.clock import Clock
from bot.people.models import Person, PersonId
from bot.people.repository import PersonRepository
from bot.people.service import PeopleService
from bot.people.settings import PeopleSettings

ANA = PersonId(7_000_000_001)
BEN = PersonId(7_000_000_002)
BOSS = PersonId(7_000_000_009)


def people_service(session: AsyncSession, clock: Clock) -> PeopleService:
    settings = PeopleSettings(operator_ids=frozenset({BOSS}))
    return PeopleService(PersonRepository(session), clock, settings)


async def person(
    session: AsyncSession, clock: Clock, person_id: PersonId = ANA, **facts: object
) -> Person:
    found = await people_service(session, clock).meet(person_id, name="Ana", username="ana")
    for name, fact in facts.items():
        setattr(found, name, fact)
    await session.flush()
    return found
