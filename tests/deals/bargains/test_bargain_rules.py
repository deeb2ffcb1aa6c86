import hashlib
import random

import pytest

from bot.deals.bargains import rules as bargain_rules
from bot.deals.bargains.errors import BadFloor, BadHelpers
from bot.kit.money import Currency, Money

SHELF = Money(4500, Currency.EUR)
FLOOR = Money(3000, Currency.EUR)


class TestCuts:
    def test_end_exactly_at_the_floor_with_a_unit_from_everybody(self):
        chance = random.Random(21)  # noqa: S311
        for _ in range(2000):
            helpers = chance.randint(2, 20)
            span = chance.choice([helpers, helpers + 1, chance.randint(helpers, 200_000)])

            cuts = bargain_rules.all_cuts(bargain_rules.new_seed(), span, helpers)

            assert len(cuts) == helpers
            assert sum(cuts) == span
            assert min(cuts) >= 1

    def test_are_at_most_twice_an_equal_share_until_the_last(self):
        for number in range(200):
            cuts = bargain_rules.all_cuts(f"seed {number}", 1500, 5)
            rest = 1500
            for nth, taken in enumerate(cuts[:-1]):
                assert taken <= 2 * rest // (5 - nth)
                rest -= taken

    def test_are_told_by_the_seed_alone(self):
        seed = "00112233445566778899aabbccddeeff"
        first = int(hashlib.sha256(f"{seed}:1".encode()).hexdigest()[:16], 16)

        cuts = bargain_rules.all_cuts(seed, 1500, 5)

        assert cuts[0] == 1 + first % 600
        assert cuts == bargain_rules.all_cuts(seed, 1500, 5)
        assert cuts != bargain_rules.all_cuts(seed[::-1], 1500, 5)

    def test_that_were_tampered_with_do_not_follow(self):
        seed = bargain_rules.new_seed()
        cuts = bargain_rules.all_cuts(seed, 1500, 5)

        assert bargain_rules.follows_from(seed, 1500, 5, cuts[:3])
        assert not bargain_rules.follows_from(seed, 1500, 5, [cuts[0] + 1, *cuts[1:]])


class TestTerms:
    @pytest.mark.parametrize("helpers", [1, 21])
    def test_with_too_few_or_too_many_helpers_are_refused(self, helpers):
        with pytest.raises(BadHelpers):
            bargain_rules.check_terms(SHELF, FLOOR, helpers, 3)

    @pytest.mark.parametrize("minor", [0, 4496, 4500, 9000])
    def test_leave_every_helper_something_to_cut(self, minor):
        with pytest.raises(BadFloor):
            bargain_rules.check_terms(SHELF, Money(minor, Currency.EUR), 5, 3)

    def test_that_fit_pass(self):
        bargain_rules.check_terms(SHELF, Money(4495, Currency.EUR), 5, 3)
