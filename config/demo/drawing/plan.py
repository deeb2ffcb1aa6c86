"""Which things stand in which picture: one list of shots for each product's handle."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from . import (
    accessories,
    boots,
    camp,
    clothes,
    coats,
    cookware,
    dresses,
    gear,
    packs,
    pantry,
    shoes,
    tableware,
    woodware,
)
from .canvas import Art
from .colours import COLOURS, Colour
from .scenes import Draw, Place

Tinted: TypeAlias = Callable[[Art, Colour], None]


@dataclass(frozen=True, slots=True)
class Shot:
    places: tuple[Place, ...]
    lying: bool = False


def tint(draw: Tinted, name: str) -> Draw:
    return partial(_in_colour, draw, COLOURS[name])


def _in_colour(draw: Tinted, colour: Colour, art: Art) -> None:
    draw(art, colour)


def stands(draw: Draw, zoom: float = 1.05, right: float = 0, down: float = 0) -> Shot:
    return Shot((Place(draw, zoom, right, down),))


def lies(draw: Draw, zoom: float = 1.1, right: float = 0, down: float = 0, tilt: float = 0) -> Shot:
    return Shot((Place(draw, zoom, right, down, tilt),), lying=True)


def walks(draw: Draw, down: float = 0) -> Shot:
    """A pair of shoes, the far one a step ahead."""
    return Shot((Place(draw, 0.9, 36, down - 92), Place(draw, 1.04, -14, down + 44)))


def both(one: Draw, other: Draw, zoom: float = 0.74, apart: float = 150, drop: float = 50) -> Shot:
    return Shot((Place(one, zoom, -apart, -drop), Place(other, zoom, apart, drop)))


def both_lying(one: Draw, other: Draw, zoom: float = 0.8, apart: float = 130) -> Shot:
    places = (Place(one, zoom, -apart, -70, 5), Place(other, zoom, apart, 70, -6))
    return Shot(places, lying=True)


def row(*places: tuple[Draw, float, float, float]) -> Shot:
    return Shot(tuple(Place(draw, zoom, right, down) for draw, zoom, right, down in places))


def _leather_sneaker(art: Art, colour: Colour) -> None:
    shoes.sneaker(art, colour, leather=True)


def _colours(draw: Tinted, *names: str, zoom: float = 1.1, down: float = 0) -> list[Shot]:
    return [lies(tint(draw, name), zoom, 0, down) for name in names]


def _standing(draw: Tinted, *names: str, zoom: float = 1.05, down: float = 0) -> list[Shot]:
    return [stands(tint(draw, name), zoom, 0, down) for name in names]


RED_SNEAKER = tint(shoes.sneaker, "red")
RED_LEATHER = tint(_leather_sneaker, "red")
ESPADRILLE = tint(shoes.espadrille, "red")
PAN = tint(cookware.frying_pan, "iron")
SAUCEPAN = tint(cookware.saucepan, "copper")
CHEFS_KNIFE = partial(woodware.knife, bread=False)
BOTTLE = packs.bottle

FASHION: dict[str, list[Shot]] = {
    "red-canvas-sneaker": [
        walks(RED_SNEAKER),
        stands(RED_SNEAKER, 1.12, -10, -20),
        stands(RED_SNEAKER, 2, 60, 20),
    ],
    "low-canvas-sneaker": [walks(tint(shoes.sneaker, "navy")), walks(tint(shoes.sneaker, "white"))],
    "red-espadrille": [walks(ESPADRILLE, -30), stands(ESPADRILLE, 1.9, 180, -180)],
    "red-leather-sneaker": [walks(RED_LEATHER), stands(RED_LEATHER, 2, 60, 20)],
    "burgundy-ballet-flat": [walks(tint(shoes.ballet_flat, "burgundy"), -50)],
    "red-wool-socks": _colours(shoes.socks, "red", zoom=1.15),
    "chelsea-boot": [
        Shot(
            (
                Place(tint(boots.chelsea_boot, name), 0.92, 40, -40),
                Place(tint(boots.chelsea_boot, name), 1.02, -20, 70),
            )
        )
        for name in ("black", "brown")
    ],
    "linen-shirt": _colours(clothes.linen_shirt, "white", "sky", "sage", down=-20),
    "heavy-cotton-tee": [
        *_colours(clothes.tee, "red", "navy", down=-20),
        both_lying(tint(clothes.tee, "white"), tint(clothes.tee, "black")),
    ],
    "breton-shirt": _colours(clothes.breton, "cream", down=-20),
    "summer-dress": _colours(dresses.summer_dress, "mustard", "navy", zoom=1.06, down=-30),
    "wrap-dress": _colours(dresses.wrap_dress, "burgundy", "green", zoom=1.06, down=-40),
    "merino-sweater": _colours(clothes.sweater, "grey", "rust", "petrol", down=-20),
    "wool-scarf": _colours(accessories.wool_scarf, "red", "grey", zoom=1.05, down=-10),
    "silk-square": _colours(accessories.silk_square, "green", zoom=1.2),
    "ribbed-beanie": [
        *_standing(accessories.beanie, "mustard", down=20),
        both(tint(accessories.beanie, "navy"), tint(accessories.beanie, "red"), 0.7, 140, 70),
    ],
    "straw-hat": _standing(accessories.straw_hat, "straw", zoom=1.08),
    "canvas-tote": _standing(accessories.tote, "natural", "navy", zoom=1.02),
    "leather-laptop-bag": _standing(accessories.laptop_bag, "cognac", "black", down=20),
    "denim-jacket": _colours(coats.denim_jacket, "indigo", zoom=1.14),
    "chino-trousers": _colours(clothes.chinos, "sand", "olive", zoom=1.02, down=-16),
    "leather-belt": _colours(clothes.belt, "brown", zoom=1.08),
}

KITCHEN: dict[str, list[Shot]] = {
    "iron-frying-pan": [
        lies(PAN, 1, 20, 20),
        Shot(
            (Place(PAN, 0.62, -110, -110), Place(PAN, 0.52, 190, -60), Place(PAN, 0.43, -40, 220)),
            lying=True,
        ),
    ],
    "copper-saucepan": [
        stands(SAUCEPAN, 0.98, -40, 0),
        row((SAUCEPAN, 0.56, -90, -120), (SAUCEPAN, 0.5, 140, 0), (SAUCEPAN, 0.44, -110, 120)),
    ],
    "steel-stock-pot": _standing(cookware.stock_pot, "steel", down=20),
    "enamel-casserole": _standing(cookware.casserole, "red", "blue", "cream"),
    "chefs-knife": [lies(CHEFS_KNIFE, 1.05), lies(CHEFS_KNIFE, 1.9, 250, 30)],
    "bread-knife": [lies(partial(woodware.knife, bread=True), 1.05)],
    "stoneware-bowl": [
        *_standing(tableware.bowl, "sand", down=-60),
        row(
            (tint(tableware.bowl, "green"), 0.62, 130, -150),
            (tint(tableware.bowl, "sand"), 0.64, -150, -70),
            (tint(tableware.bowl, "blue"), 0.68, 110, 60),
        ),
    ],
    "olive-wood-salad-bowl": [stands(tableware.salad_bowl, 1.08, 0, -40)],
    "breakfast-mug": _standing(tableware.mug, "cream", "blue", "rust", down=-30),
    "espresso-cups": [
        both(tint(tableware.espresso_cup, name), tint(tableware.espresso_cup, name), 1, 140, 70)
        for name in ("white", "green")
    ],
    "gooseneck-kettle": _standing(cookware.kettle, "steel", "black"),
    "oak-cutting-board": [
        lies(woodware.board),
        Shot(
            (
                Place(woodware.board, 0.86, -20, -110),
                Place(woodware.board, 0.68, 40, 50),
                Place(woodware.board, 0.5, -40, 180),
            ),
            lying=True,
        ),
    ],
    "glass-teapot": [stands(pantry.teapot, 1.1, 10, -30)],
    "wooden-spoons": [lies(woodware.spoons, 1.08)],
    "rolling-pin": [lies(woodware.rolling_pin, 1.1)],
    "linen-tea-towel": _colours(accessories.tea_towel, "red", "blue", zoom=1.08),
    "pepper-mill": [stands(woodware.pepper_mill, 1.05, 0, -10)],
    "storage-jars": [stands(pantry.jars, 1.08, -20, -20)],
    "bread-recipes": [lies(pantry.recipe_booklet, 1.05)],
}

OUTDOORS: dict[str, list[Shot]] = {
    "fjord-tent": _standing(camp.tent, "green", "orange", down=-30),
    "trail-backpack-40": _standing(packs.backpack, "petrol", "rust", zoom=1.02),
    "city-daypack-22": _standing(packs.daypack, "black", "mustard", "navy", zoom=1.08, down=-20),
    "down-sleeping-bag": _colours(camp.sleeping_bag, "blue", zoom=1.06, down=-10),
    "foam-sleeping-mat": _standing(camp.mat, "foam", zoom=1.15, down=-60),
    "headlamp-400": _colours(gear.headlamp, "orange", "black", down=-10),
    "camp-lantern": _standing(gear.lantern, "green", "cream"),
    "steel-bottle": [
        *_standing(BOTTLE, "steel"),
        row((tint(BOTTLE, "green"), 0.92, -110, -10), (tint(BOTTLE, "red"), 0.92, 120, 30)),
        row(
            (tint(BOTTLE, "steel"), 0.98, -190, -10),
            (tint(BOTTLE, "green"), 0.84, 0, 44),
            (tint(BOTTLE, "red"), 0.7, 180, 92),
        ),
    ],
    "insulated-flask": _standing(packs.flask, "slate", "cream"),
    "rain-jacket": _colours(coats.rain_jacket, "yellow", "navy", "red", zoom=1.06, down=10),
    "padded-vest": _colours(coats.vest, "olive", "rust", down=-10),
    "hiking-boot": [
        Shot(
            (
                Place(tint(boots.hiking_boot, name), 0.9, 40, -50),
                Place(tint(boots.hiking_boot, name), 1.02, -20, 66),
            )
        )
        for name in ("brown", "slate")
    ],
    "trail-running-shoe": [walks(tint(shoes.trail_shoe, name)) for name in ("red", "slate")],
    "trekking-poles": [lies(gear.poles, 1.06, 0, -10)],
    "gas-stove": [stands(gear.gas_stove, 1.1, 0, -20)],
    "enamel-camp-mug": [
        *_standing(gear.camp_mug, "white", down=-40),
        both(tint(gear.camp_mug, "green"), tint(gear.camp_mug, "red"), 0.78, 150, 70),
    ],
    "dry-bag": [
        *_standing(packs.dry_bag, "yellow"),
        row(
            (tint(packs.dry_bag, "blue"), 0.86, -170, -10),
            (tint(packs.dry_bag, "yellow"), 0.7, 60, 60),
            (tint(packs.dry_bag, "blue"), 0.52, 230, 130),
        ),
    ],
    "travel-hammock": [stands(tint(camp.hammock, "petrol"), 1)],
    "fjord-route-gpx": [lies(gear.route_map, 1.08)],
    "trapper-tarp": _standing(camp.tarp, "olive", zoom=1, down=-10),
}

PLAN: dict[str, dict[str, list[Shot]]] = {
    "lindenfaden": FASHION,
    "kupfer-und-korn": KITCHEN,
    "nordlauf": OUTDOORS,
}
