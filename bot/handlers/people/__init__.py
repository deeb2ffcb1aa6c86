"""Who somebody is, which language she reads, and what she wants known of her."""

from bot.handlers.people.commands import COMMANDS
from bot.handlers.people.router import router
from bot.people.personal_data import PersonalDataService, Profile
from bot.people.repository import PersonRepository
from bot.people.service import PeopleService
from bot.telegram.feature import Feature

people = Feature(
    name="people",
    services=(PersonRepository, PeopleService, PersonalDataService, Profile),
    router=router,
    commands=COMMANDS,
    personal_data=(Profile,),
)
