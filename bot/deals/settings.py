from dataclasses import dataclass
from datetime import timedelta


@dataclass(frozen=True, slots=True)
class DealSettings:
    hold: timedelta = timedelta(minutes=15)  # how long a seat waits for its payment
    slack: timedelta = timedelta(minutes=15)  # more, once her bank is at it
    offer: timedelta = timedelta(minutes=30)  # how long it waits for somebody from the queue
    shortest: timedelta = timedelta(minutes=10)
    longest: timedelta = timedelta(days=60)
    longest_extension: timedelta = timedelta(days=7)
    reminder: timedelta = timedelta(hours=3)  # before the end; of short deals a quarter of them
    proposal: timedelta = timedelta(hours=72)  # how long a merchant may think about one
    most_proposals: int = 5  # of one person that wait for one merchant
    repair: timedelta = timedelta(hours=48)  # for whoever's saved card was refused at success
    first_reminder: timedelta = timedelta(hours=24)  # before the end of that time
    last_reminder: timedelta = timedelta(hours=4)
    team: timedelta = timedelta(hours=24)  # a team's time, from its leader's payment
