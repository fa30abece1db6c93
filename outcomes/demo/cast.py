"""The invented enterprises of the two rounds; every one of them is a character in a story, not a firm."""

import numpy as np

from outcomes.demo.story import NANXUN, SICHUAN, Enterprise

_ENERGY = ("energy_kwh",)
_FIRST_PASS = ("units_started", "units_right_first_time")

SICHUAN_PILOTS = (
    Enterprise("SC-01", "pilot", "510112", "C36", 268, 61, 9_200),
    Enterprise("SC-02", "pilot", "510112", "C36", 412, 96, 18_600, consent="named"),
    Enterprise("SC-03", "pilot", "510114", "C34", 126, 22, 3_400),
    Enterprise("SC-04", "pilot", "510113", "C33", 88, 19, 1_950, untracked=_ENERGY),
    # 340 people on a small turnover: stepped down to "small", since a class needs both floors
    Enterprise("SC-05", "pilot", "510107", "C18", 340, 262, 1_880),
    Enterprise("SC-06", "pilot", "510108", "C34", 175, 33, 5_100, untracked=_FIRST_PASS),
    Enterprise("SC-07", "pilot", "510115", "C33", 67, 15, 1_240, response=0.5),
    Enterprise("SC-08", "pilot", "510122", "C36", 152, 38, 4_700),
    Enterprise("SC-09", "pilot", "510124", "C18", 204, 158, 2_300, untracked=("near_misses",)),
    Enterprise("SC-10", "pilot", "510182", "C34", 58, 9, 860, consent="internal", untracked=_ENERGY),
)

NANXUN_PILOTS = (
    Enterprise("NX-01", "pilot", "330503", "C38", 318, 141, 12_400, consent="named"),
    Enterprise("NX-02", "pilot", "330503", "C17", 86, 52, 2_150, untracked=_ENERGY),
    # job orders, each one different: there is no unit to count, so no output and no energy per unit
    Enterprise("NX-03", "pilot", "330503", "C35", 64, 11, 1_480, untracked=("good_units", *_FIRST_PASS)),
    Enterprise("NX-04", "pilot", "330503", "C17", 186, 118, 5_300),
    Enterprise("NX-05", "pilot", "330503", "C20", 78, 25, 1_760, response=0.15),
    Enterprise("NX-06", "pilot", "330503", "C38", 112, 49, 3_950, untracked=_FIRST_PASS),
    Enterprise("NX-07", "pilot", "330503", "C34", 95, 17, 2_600),
    Enterprise("NX-08", "pilot", "330503", "C17", 52, 31, 940, response=-0.15, untracked=("near_misses",)),
    Enterprise("NX-09", "pilot", "330503", "C20", 47, 14, 1_020, untracked=_ENERGY),
    Enterprise("NX-10", "pilot", "330503", "C34", 70, 12, 1_350, consent="internal"),
)

HUZHOU_COMPARISON = (
    Enterprise("HZ-01", "comparison", "330502", "C17", 148, 92, 4_100),
    Enterprise("HZ-02", "comparison", "330502", "C34", 73, 13, 1_900, untracked=_ENERGY),
    Enterprise("HZ-03", "comparison", "330521", "C38", 305, 128, 8_800),
    Enterprise("HZ-04", "comparison", "330521", "C20", 91, 30, 2_050),
    Enterprise("HZ-05", "comparison", "330522", "C35", 118, 21, 3_600, untracked=_FIRST_PASS),
    Enterprise("HZ-06", "comparison", "330522", "C38", 64, 28, 1_500, untracked=("near_misses",)),
    Enterprise("HZ-07", "comparison", "330523", "C20", 132, 45, 2_900),
    Enterprise("HZ-08", "comparison", "330523", "C34", 55, 10, 1_150, consent="internal"),
)


def second_round(pilots: int, seed: int) -> list[Enterprise]:
    """The Nanxun pilots and the comparison enterprises; beyond ten pilots, more of the same kinds are invented."""
    rng = np.random.Generator(np.random.PCG64([seed, 10]))
    grown = list(NANXUN_PILOTS[:pilots])
    for number in range(len(grown) + 1, pilots + 1):
        model = NANXUN_PILOTS[(number - 1) % len(NANXUN_PILOTS)]
        employees = int(np.clip(np.exp(rng.normal(4.5, 0.5)), 45, 420))
        women = round(employees * model.women / model.employees)
        revenue = round(employees * model.revenue_wan / model.employees, -1)
        response = float(np.clip(rng.normal(0.9, 0.3), -0.2, 1.3))
        code = f"NX-{number:02d}"
        grown.append(
            Enterprise(code, "pilot", model.region, model.sector, employees, women, revenue, response=response)
        )
    return grown + list(HUZHOU_COMPARISON)


def legal_name(enterprise: Enterprise) -> str:
    """A name that nobody can take for a real firm's."""
    places = {"SC": SICHUAN.place_zh, "NX": NANXUN.place_zh, "HZ": "湖州"}
    letters, number = enterprise.code.split("-")
    return f"{places[letters]}演示企业{int(number)}号（虚构）"
