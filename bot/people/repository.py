from collections.abc import Callable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession

from bot.people.models import Person, PersonId, Role

_INSERT: Mapping[str, Callable[[type[Person]], sqlite.Insert | postgresql.Insert]] = {
    "sqlite": sqlite.insert,
    "postgresql": postgresql.insert,
}


class PersonRepository:
    def __init__(self, session: AsyncSession) -> None:
        self._session = session

    async def get(self, person_id: PersonId) -> Person:
        return await self._session.get_one(Person, person_id)

    async def find(self, person_id: PersonId) -> Person | None:
        return await self._session.get(Person, person_id)

    async def operators(self) -> Sequence[Person]:
        found = await self._session.scalars(
            select(Person).where(Person.role == Role.OPERATOR).order_by(Person.id)
        )
        return found.all()

    async def add_once(
        self,
        person_id: PersonId,
        *,
        name: str,
        username: str | None,
        language: str,
        role: Role,
        at: datetime,
    ) -> Person:
        """Add a person; where another update did so at the same moment, take what it wrote."""
        insert = _INSERT[self._session.get_bind().dialect.name]
        await self._session.execute(
            insert(Person)
            .values(
                id=person_id,
                name=name,
                username=username,
                language=language,
                role=role,
                seen_at=at,
            )
            .on_conflict_do_nothing(index_elements=[Person.id])
        )
        return await self.get(person_id)
