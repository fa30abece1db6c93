"""Eight workplaces, each before and after: plain shapes, no people who could be known.

Every function draws on a wall that ends at 640 and a floor that ends at 820; ``after`` says which of the two it is.
"""

import math

from outcomes.charts.look import LIGHT
from outcomes.demo.record.pen import DANGER, DARK, GOOD, MARK, STEEL, WOOD, Pen


def belt(pen: Pen, after: bool) -> None:
    """A belt drive: open, then behind a mesh with a hatch."""
    pen.box(330, 600, 900, 660, STEEL)
    for x, y, radius in ((450, 500, 70), (770, 420, 130)):
        pen.disc(x, y, radius, LIGHT.ink3, DARK)
        pen.disc(x, y, 18, LIGHT.page, DARK)
    pen.line([(444, 430), (752, 292)], DARK, 16)
    pen.line([(456, 570), (782, 549)], DARK, 16)
    if not after:
        pen.person(210, 780, (440, 420), 40)
        pen.danger(1010, 330)
        return
    for step in range(350, 931, 29):
        pen.line([(step, 260), (step, 610)], GOOD, 3)
    for step in range(260, 611, 29):
        pen.line([(350, step), (930, step)], GOOD, 3)
    pen.line([(350, 260), (930, 260), (930, 610), (350, 610), (350, 260)], GOOD, 12)
    pen.box(400, 330, 520, 410, LIGHT.page, GOOD, 8)
    pen.person(180, 780, (252, 640))
    pen.tick(1030, 330)


def aisle(pen: Pen, after: bool) -> None:
    """The way between the looms: full of things, then marked and free."""
    pen.shape([(430, 640), (770, 640), (980, 820), (220, 820)], LIGHT.grid)
    for x0, x1 in ((60, 380), (820, 1140)):
        pen.box(x0, 330, x1, 700, STEEL, DARK, 10)
        pen.box(x0 + 30, 370, x1 - 30, 520, LIGHT.page)
        for thread in range(x0 + 50, x1 - 40, 24):
            pen.line([(thread, 375), (thread, 515)], LIGHT.ink3, 3)
    if not after:
        for x, y, size in ((470, 560, 120), (600, 600, 150), (540, 700, 90), (690, 520, 80)):
            pen.box(x, y, x + size, y + size, WOOD, DARK)
        for x in (410, 740, 790):
            pen.shape([(x, 780), (x + 30, 690), (x + 60, 780)], LIGHT.page)
        pen.danger(600, 250)
        return
    pen.line([(424, 640), (214, 818)], MARK, 22)
    pen.line([(776, 640), (986, 818)], MARK, 22)
    pen.box(530, 600, 690, 700, LIGHT.page, GOOD, 8)
    for x in (550, 610, 660):
        pen.shape([(x - 18, 600), (x, 530), (x + 18, 600)], LIGHT.improvement_tint)
    for x in (555, 665):
        pen.disc(x, 716, 18, DARK)
    pen.tick(600, 250)


def cables(pen: Pen, after: bool) -> None:
    """Cables to the benches: over the floor, then along a tray under the roof."""
    for x in (90, 480, 870):
        pen.box(x, 500, x + 250, 530, WOOD, DARK)
        for leg in (x + 14, x + 216):
            pen.box(leg, 530, leg + 20, 690, DARK)
        pen.box(x + 90, 420, x + 170, 500, STEEL, DARK, 8)
    if not after:
        for at, start in enumerate((215, 605, 995, 260, 700)):
            wave = [
                (start + 46 * math.sin(y / (17 + 4 * at) + at) - 60 * at * (y - 520) / 300, y)
                for y in range(520, 812, 6)
            ]
            pen.line(wave, DARK if at % 2 else DANGER, 9)
        pen.danger(600, 250)
        return
    pen.box(40, 190, 1160, 226, GOOD)
    for step in range(60, 1150, 40):
        pen.line([(step, 196), (step, 220)], LIGHT.page, 4)
    for x in (220, 610, 1000):
        pen.line([(x, 226), (x, 420)], DARK, 9)
        pen.box(x - 22, 330, x + 22, 370, LIGHT.page, GOOD, 6)
    pen.tick(1090, 330)


def drums(pen: Pen, after: bool) -> None:
    """Paint and thinner: stacked without a label and leaking, then on shelves with labels and a tray."""
    if not after:
        pen.shape([(640, 780), (760, 748), (980, 760), (1010, 796), (820, 812)], DANGER)
        for x, y in ((180, 620), (330, 620), (480, 620), (255, 450), (405, 450), (330, 280)):
            _drum(pen, x, y, STEEL, None)
        pen.box(640, 660, 820, 780, STEEL, DARK, 30)
        pen.line([(700, 664), (700, 776)], DARK, 5)
        pen.danger(1000, 330)
        return
    for y in (410, 640):
        pen.box(180, y, 900, y + 20, DARK)
    for x in (180, 880):
        pen.box(x, 220, x + 20, 780, DARK)
    for x in (250, 430, 610, 760):
        _drum(pen, x, 258, STEEL, GOOD)
        _drum(pen, x, 488, STEEL, DANGER if x > 600 else GOOD)
    pen.box(160, 760, 920, 800, LIGHT.ink2, DARK, 8)
    pen.tick(1040, 330)


def _drum(pen: Pen, x: int, y: int, colour: str, label: str | None) -> None:
    pen.box(x, y, x + 110, y + 150, colour, DARK, 14)
    for ring in (y + 48, y + 102):
        pen.line([(x + 3, ring), (x + 107, ring)], DARK, 4)
    if label:
        pen.box(x + 22, y + 54, x + 88, y + 98, LIGHT.page)
        pen.shape([(x + 55, y + 58), (x + 74, y + 76), (x + 55, y + 94), (x + 36, y + 76)], label)


def lifting(pen: Pen, after: bool) -> None:
    """A bale: lifted from the floor, then taken from a table that rises as it empties."""
    pen.box(820, 380, 1120, 700, STEEL, DARK, 10)
    pen.box(780, 500, 840, 560, DARK)
    if not after:
        pen.box(420, 690, 660, 790, LIGHT.page, DARK, 16)
        pen.line([(500, 692), (500, 788)], LIGHT.ink3, 6)
        pen.line([(580, 692), (580, 788)], LIGHT.ink3, 6)
        pen.person(330, 790, (440, 700), 130)
        pen.danger(560, 320)
        return
    pen.line([(430, 610), (650, 780)], GOOD, 16)
    pen.line([(650, 610), (430, 780)], GOOD, 16)
    pen.box(400, 590, 680, 614, GOOD)
    pen.box(390, 780, 690, 800, DARK)
    pen.box(420, 490, 660, 590, LIGHT.page, DARK, 16)
    pen.line([(500, 492), (500, 588)], LIGHT.ink3, 6)
    pen.line([(580, 492), (580, 588)], LIGHT.ink3, 6)
    pen.person(330, 790, (430, 540))
    pen.tick(560, 320)


def tools(pen: Pen, after: bool) -> None:
    """Tools of a bench: in a heap, then each in front of its outline."""
    pen.box(160, 600, 1040, 636, WOOD, DARK)
    for x in (190, 980):
        pen.box(x, 636, x + 30, 790, DARK)
    if not after:
        for at in range(14):
            angle, x = at * 0.83, 360 + (at * 97) % 470
            reach = (70 * math.cos(angle), 26 * math.sin(angle))
            y = 566 - (at * 31) % 60
            pen.line([(x - reach[0], y - reach[1]), (x + reach[0], y + reach[1])], LIGHT.ink3 if at % 3 else DARK, 18)
            pen.disc(x + reach[0], y + reach[1], 18, STEEL, DARK)
        pen.danger(600, 320)
        return
    pen.box(220, 200, 980, 560, LIGHT.page, GOOD, 12)
    for at, x in enumerate(range(278, 950, 92)):
        length = 150 + 22 * (at % 4)
        pen.line([(x, 270), (x, 270 + length)], LIGHT.improvement_tint, 44)
        pen.disc(x, 270, 36, LIGHT.improvement_tint)
        if at != 4:  # one is in use: the outline asks for it
            pen.line([(x, 270), (x, 270 + length)], LIGHT.ink3, 20)
            pen.disc(x, 270, 24, STEEL, DARK)
    pen.tick(1080, 300)


def dust(pen: Pen, after: bool) -> None:
    """A grinding wheel: dust in the room, then a hood and a duct."""
    pen.box(500, 560, 700, 790, STEEL, DARK, 8)
    pen.disc(600, 500, 110, LIGHT.ink3, DARK)
    pen.disc(600, 500, 22, LIGHT.page, DARK)
    pen.person(300, 790, (486, 520), 20)
    if not after:
        for at in range(170):
            angle, far = at * 2.4, 30 + 22 * math.sqrt(at)
            pen.disc(600 + 1.25 * far * math.cos(angle), 420 + 0.72 * far * math.sin(angle), 4 + at % 5, WOOD)
        pen.danger(1010, 330)
        return
    pen.shape([(560, 360), (760, 360), (740, 560), (690, 590), (700, 470), (640, 390)], GOOD)
    pen.box(640, 150, 720, 362, GOOD)
    pen.box(640, 150, 1130, 220, GOOD)
    pen.line([(860, 185), (1040, 185)], LIGHT.page, 8)
    pen.shape([(1030, 162), (1074, 185), (1030, 208)], LIGHT.page)
    pen.tick(1010, 400)


def saw(pen: Pen, after: bool) -> None:
    """A table saw: the blade open, then under a guard, with a riving knife and a push stick."""
    pen.box(260, 560, 1000, 600, STEEL, DARK)
    for x in (300, 920):
        pen.box(x, 600, x + 40, 790, DARK)
    teeth = [
        (
            640 + (96 if step % 2 else 114) * math.cos(step * math.pi / 18),
            560 - (96 if step % 2 else 114) * abs(math.sin(step * math.pi / 18)),
        )
        for step in range(19)
    ]
    pen.shape(teeth, LIGHT.ink3)
    pen.box(330, 524, 590, 560, WOOD, DARK)
    if not after:
        pen.person(200, 790, (560, 510), 60)
        pen.danger(1000, 330)
        return
    pen.shape([(742, 560), (780, 560), (764, 420), (738, 440)], DARK)
    pen.box(500, 410, 770, 470, GOOD, DARK, 26)
    pen.box(530, 440, 748, 536, LIGHT.improvement_tint, GOOD, 18)
    pen.line([(380, 500), (520, 536)], GOOD, 16)
    pen.person(200, 790, (384, 500), 30)
    pen.tick(1000, 330)
