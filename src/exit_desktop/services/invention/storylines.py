"""Who the invented citizens are: what a course is about, where it starts, and how far it comes."""

from __future__ import annotations

from dataclasses import dataclass

from exit_desktop.domain.plans import FocusArea


@dataclass(frozen=True, slots=True)
class Thread:
    """One theme of a course: its focus area, the area of the life situation it moves, and who takes part in it."""

    area: FocusArea
    star: str
    actors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Storyline:
    """A course in outline: threads by weight, the coded facts of the registration, how much may change."""

    threads: tuple[str, ...]
    gain: float
    paid: float
    goal: str = "better_conditions"
    arena: tuple[str, ...] = ("discreet",)
    payment: tuple[str, ...] = ("money",)
    motivation: tuple[str, ...] = ("living_costs",)
    gender: str = "woman"


_MONEY = ("gældsrådgivningen", "banken", "borgerservice")
_HOME = ("boligkontoret", "boligrådgiveren", "bostøtten")
_MIND = ("psykologen", "egen læge", "distriktspsykiatrien")

THREADS = {
    "debt": Thread(FocusArea.FINANCES, "money", _MONEY),
    "budget": Thread(FocusArea.FINANCES, "money", ("ydelseskontoret", "borgerservice", "jobcentret")),
    "roof": Thread(FocusArea.HOUSING, "housing", _HOME),
    "lease": Thread(FocusArea.HOUSING, "housing", ("boligforeningen", "lejernes rådgivning", "bostøtten")),
    "family": Thread(FocusArea.NETWORK, "network", ("familieafdelingen", "samværskonsulenten")),
    "circle": Thread(FocusArea.NETWORK, "network", ("værestedet", "kulturhuset", "frivilligcentret")),
    "anxiety": Thread(FocusArea.MENTAL_HEALTH, "mental_health", _MIND),
    "sleep": Thread(FocusArea.MENTAL_HEALTH, "mental_health", _MIND),
    "body": Thread(FocusArea.PHYSICAL_HEALTH, "physical_health", ("egen læge", "tandklinikken", "fysioterapeuten")),
    "smoke": Thread(FocusArea.SUBSTANCE_MISUSE, "substance", ("rusmiddelcentret",)),
    "drink": Thread(FocusArea.SUBSTANCE_MISUSE, "substance", ("alkoholrådgivningen", "egen læge")),
    "school": Thread(FocusArea.EDUCATION_WORK, "time_use", ("voksenskolen", "vejlederen", "lektiecaféen")),
    "job": Thread(FocusArea.EDUCATION_WORK, "time_use", ("jobcentret", "jobkonsulenten", "mentoren")),
    "days": Thread(FocusArea.DAILY_ACTIVITIES, "time_use", ("det kreative værksted", "frivilligcentret")),
}

STORYLINES = (
    Storyline(
        ("smoke", "school", "anxiety", "debt"), 3.6, 0.9, arena=("own_home", "online"), motivation=("substances",)
    ),
    Storyline(("drink", "family", "body", "budget"), 3.2, 0.7, arena=("own_home",), payment=("money", "alcohol")),
    Storyline(("debt", "sleep", "job", "circle"), 3.4, 0.8, "exit", ("hotel", "escort"), motivation=("debt",)),
    Storyline(
        ("roof", "budget", "body", "days"), 3.8, 0.9, "exit", ("street",), ("money", "lodging"), ("no_alternative",)
    ),
    Storyline(("lease", "debt", "circle", "anxiety"), 2.8, 0.5, "exit", ("clinic",)),
    Storyline(("family", "school", "sleep"), 3.0, 0.4, "exit", ("discreet", "online"), motivation=("goods",)),
    Storyline(("job", "budget", "anxiety", "circle"), 3.2, 0.6, "exit", ("clinic", "hotel")),
    Storyline(
        ("roof", "smoke", "family", "job"), 3.0, 0.9, arena=("customer_home",), payment=("money", "lodging", "food")
    ),
    Storyline(("sleep", "body", "days"), 2.2, 0.5, arena=("clinic",), motivation=("goods", "likes_it")),
    Storyline(
        ("days", "circle", "debt", "body"),
        2.6,
        0.6,
        "exit",
        ("hotel", "bar"),
        motivation=("social_environment", "debt"),
    ),
    Storyline(("job", "lease", "sleep", "smoke"), 3.0, 0.7, arena=("hotel", "online"), gender="man"),
    Storyline(("anxiety", "lease", "budget", "school"), 2.9, 0.6, "exit", ("escort",), gender="trans"),
)
