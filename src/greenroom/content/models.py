"""What a pack item is: one pydantic model a kind. Prose lives in Markdown beside it (see `sections`)."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

Role = Literal["research-scientist", "applied-scientist", "research-engineer", "ml-engineer"]
Profile = Literal["py", "np", "sci", "torch"]
Level = Literal["intern", "junior", "mid", "senior", "staff"]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
TopicId = Annotated[str, Field(pattern=r"^[a-z0-9-]+(/[a-z0-9-]+)?$")]
ItemId = Annotated[str, Field(pattern=r"^[a-z]+/[a-z0-9]+(-[a-z0-9]+)*$")]
Proof = Annotated[str, Field(pattern=r"^(verify:[a-z_][a-z0-9_]*|ref:[a-z0-9-]+)$")]


class Model(BaseModel):
    """Frozen, and closed: an unknown key is a typing mistake."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Text(Model):
    """One short sentence in both languages. `zh` may be empty until the item is translated."""

    en: str = Field(min_length=1)
    zh: str = ""


class Texts(Model):
    """Several short sentences a language."""

    en: list[str] = []
    zh: list[str] = []


class Item(Model):
    """What every kind shares. `id` is `<kind>/<slug>`, is never reused and names the folder."""

    id: ItemId
    title: Text
    topic: TopicId
    difficulty: int = Field(ge=1, le=5)
    minutes: int = Field(ge=1, le=600)
    level: Level = "mid"
    roles: list[Role] = ["research-scientist", "applied-scientist", "research-engineer", "ml-engineer"]
    asked: int = Field(ge=0, le=5, description="how many question banks ask it, 0-5")
    tags: list[Slug] = []
    prerequisites: list[str] = Field(default=[], description="item or topic ids")
    refs: list[Slug] = Field(default=[], description="keys of the pack's refs.toml")
    requirements: list[str] = Field(default=[], description="requirement ids such as B4 that this item embodies")
    aliases: list[ItemId] = Field(default=[], description="earlier ids; a learner's history follows them")
    provenance: Literal["original"] = "original"

    @property
    def kind(self) -> str:
        return self.id.partition("/")[0]

    @property
    def slug(self) -> str:
        return self.id.partition("/")[2]


# ---- coding ------------------------------------------------------------------------------------------------------


class Limits(Model):
    """A submission's limits: CPU and wall seconds for all tests together, memory above the profile's baseline."""

    seconds: float = Field(default=4.0, gt=0, le=60)
    memory_mb: int = Field(default=256, ge=16, le=4096)
    output_kb: int = Field(default=64, ge=1, le=1024)


class Compare(Model):
    """How an output is compared with the reference's. `property` and `distribution` call the item's check.py."""

    kind: Literal["exact", "any-order", "float", "sign", "permutation", "property", "distribution", "metric"] = "exact"
    rtol: float = Field(default=1e-7, ge=0)
    atol: float = Field(default=1e-9, ge=0)
    ulp: int = Field(default=0, ge=0)
    dtype: Literal["any", "kind", "strict"] = "any"
    container: Literal["any", "strict"] = Field(default="any", description="any: list, tuple and array are alike")
    axis: int = Field(default=-1, description="sign, permutation: the axis whose slices may flip or move")
    threshold: float | None = Field(default=None, description="metric: the least score that passes")
    mutates: bool = Field(default=False, description="the arguments after the call are part of the answer")
    stdout: bool = Field(default=False, description="what is printed is part of the answer")


class Solution(Model):
    """A right solution. `role` names its place in the editorial."""

    file: str
    role: Literal["optimal", "brute", "alternative"]
    says: Text


class Mutant(Model):
    """A named wrong solution and the misconception behind it, in the words a failing candidate reads."""

    file: str
    expect: Literal["WA", "RE", "TLE", "MLE"] = "WA"
    says: Text


class Equivalent(Model):
    """An automatic AST mutant that a reviewer has shown to be equivalent."""

    diff: str = Field(description="as the linter prints it: 'solutions/optimal.py:12 Lt->LtE'")
    why: str


class Complexity(Model):
    """Declared growth of the optimal solution, for people; what is measured rests on gen.py's `sized(n, seed)`."""

    time: str
    space: str
    brute_time: str = ""


class Coding(Item):
    """A coding problem: gen.py makes cases, solutions agree, mutants die."""

    profile: Profile
    entry: Annotated[str, Field(pattern=r"^[A-Za-z_][A-Za-z0-9_]*$")]
    signature: str
    limits: Limits = Limits()
    compare: Compare = Compare()
    tiers: dict[Literal["sample", "small", "edge", "large"], int] = {"sample": 2, "small": 12, "edge": 6, "large": 2}
    solutions: dict[Slug, Solution] = Field(min_length=2)
    mutants: dict[Slug, Mutant] = Field(min_length=5)
    slow: dict[Slug, Mutant] = {}
    equivalent: list[Equivalent] = []
    complexity: Complexity
    hint_costs: list[int] = Field(default=[1, 2, 3], min_length=3, description="one a hint of the Hints section")

    @model_validator(mode="after")
    def _has_optimal(self) -> Self:
        if "optimal" not in {s.role for s in self.solutions.values()}:
            raise ValueError("one solution must have role 'optimal': it is the reference")
        return self


class Bug(Model):
    """One planted defect; `marker` occurs in buggy.py only, and check.py yields its id."""

    marker: str
    symptom: Text
    why: Text
    spotting: int = Field(ge=1, le=5, description="how hard it is to see, 1-5")


class Debug(Item):
    """A program with real bugs. check.py's checks(module) yields (bug id, holds)."""

    profile: Profile
    limits: Limits = Limits(seconds=10)
    bugs: dict[Slug, Bug] = Field(min_length=1)


# ---- theory ------------------------------------------------------------------------------------------------------


class Claim(Model):
    """One atomic statement that an answer should make. `match` is a list of groups of regular expressions; all the
    groups must be met within one clause (or two neighbouring ones) for the claim to be *mentioned*."""

    id: Slug
    need: Literal["must", "should", "bonus"]
    weight: int = Field(ge=1, le=5)
    says: Text
    paraphrases: Texts = Texts()
    match: dict[Literal["en", "zh"], list[list[str]]] = {}
    proof: Proof | None = None
    follow_up: Text | None = Field(default=None, description="asked when the claim is missing")


class Misconception(Model):
    """A statement that is false if said, the claim it denies, and what to answer."""

    id: Slug
    against: Slug
    says: Text
    paraphrases: Texts = Texts()
    match: dict[Literal["en", "zh"], list[list[str]]] = {}
    reply: Text


class Probe(Model):
    """A sample answer and the band its score must fall in."""

    lang: Literal["en", "zh"] = "en"
    kind: Literal["good", "partial", "wrong", "paraphrase", "negated", "soup", "copied", "inverted", "bluff"]
    text: str
    band: tuple[float, float]


class FollowUp(Model):
    """A second question of the dialogue, with the claims that a good reply would make."""

    id: Slug
    ask: Text
    claims: list[Slug] = Field(min_length=1)
    then: Text | None = Field(default=None, description="the question after that, two deep")


class Theory(Item):
    """A question answered in words and graded by claims."""

    claims: list[Claim] = Field(min_length=3)
    misconceptions: list[Misconception] = Field(min_length=2)
    follow_ups: list[FollowUp] = []
    probes: list[Probe] = []
    oral_seconds: int = Field(default=75, ge=30, le=180)

    @model_validator(mode="after")
    def _links(self) -> Self:
        known = {c.id for c in self.claims}
        linked = {m.against for m in self.misconceptions} | {c for f in self.follow_ups for c in f.claims}
        if len(known) != len(self.claims):
            raise ValueError("claim ids must be unique")
        if unknown := linked - known:
            raise ValueError(f"no claim is called {', '.join(sorted(unknown))}")
        return self


# ---- param -------------------------------------------------------------------------------------------------------


class Answer(Model):
    """What is typed as the answer and how near it must be."""

    type: Literal["number", "integer", "fraction", "vector", "matrix", "formula", "choice", "set"]
    unit: str = ""
    rtol: float = Field(default=0.01, ge=0)
    atol: float = Field(default=0.0, ge=0)
    least: float | None = None
    most: float | None = None
    domain: dict[str, tuple[float, float]] = Field(default={}, description="formula: each variable's range")


class Slip(Model):
    """A named wrong route (gen.py's SLIPS computes it) and the feedback for it."""

    says: Text


class Param(Item):
    """A numeric question with a seeded generator and two independent routes to its answer."""

    answer: Answer
    slips: dict[Slug, Slip] = Field(min_length=2)
    min_distinct: int = Field(default=50, ge=10)


# ---- method ------------------------------------------------------------------------------------------------------


class Figure(Model):
    """figure.py's svg() draws it; `alt` says what it shows."""

    alt: Text


class Equation(Model):
    """A key equation in LaTeX with the check that proves it."""

    latex: str
    says: Text
    proof: Proof


class Dated(Model):
    """A claim about the state of the art, which ages."""

    says: Text
    as_of: str = Field(pattern=r"^\d{4}-\d{2}$")
    expires: str = Field(pattern=r"^\d{4}-\d{2}$")
    ref: Slug


class Method(Item):
    """A page of the methods atlas. `year` is when it was published; lineage is by method ids."""

    year: int = Field(ge=1700, le=2100)
    figure: Figure
    equations: list[Equation] = Field(min_length=1)
    before: list[ItemId] = []
    after: list[ItemId] = []
    questions: list[ItemId] = Field(default=[], description="theory, param and coding items that ask about it")
    dated: list[Dated] = []


# ---- kinds whose rooms come later: the format is fixed now so that packs may carry them ------------------------------


class Takehome(Item):
    """A sealed task with a hidden hold-out. grade.py scores, baseline.py passes, naive.py fails by a margin."""

    hours: int = Field(ge=1, le=168)
    metric: str
    pass_mark: float
    deliverables: list[Text] = Field(min_length=1)
    rubric: list[Claim] = Field(min_length=1)


class Stage(Model):
    id: Slug
    minutes: int = Field(ge=1)
    weight: int = Field(ge=1, le=5)
    expects: list[Text] = Field(min_length=1)


class HiddenFact(Model):
    """Told only when asked."""

    id: Slug
    says: Text
    asked_by: Texts


class Design(Item):
    """A system-design case whose stages fill the time; numbers.py recomputes the estimates."""

    stages: list[Stage] = Field(min_length=2)
    hidden_facts: list[HiddenFact] = []
    twists: list[Text] = []

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if sum(s.minutes for s in self.stages) != self.minutes:
            raise ValueError("the stages' minutes must add up to the item's")
        return self


class Behavioural(Item):
    competencies: list[Slug] = Field(min_length=1)
    claims: list[Claim] = Field(min_length=1)
    red_flags: list[Misconception] = []
    probes: list[Probe] = Field(min_length=2)


class Slot(Model):
    says: Text
    minutes: int = Field(ge=1)


class Talk(Item):
    audience: Text
    slots: list[Slot] = Field(min_length=2)
    claims: list[Claim] = []
    questions: list[Text] = Field(min_length=1)

    @model_validator(mode="after")
    def _adds_up(self) -> Self:
        if sum(s.minutes for s in self.slots) != self.minutes:
            raise ValueError("the slots' minutes must add up to the item's")
        return self


class Drill(Item):
    trains: Literal["clarify", "outline", "freeze", "ask-back", "estimate"]
    seconds: int = Field(ge=5)
    prompts: list[Text] = Field(min_length=1)


KINDS: dict[str, type[Item]] = {
    "coding": Coding,
    "debug": Debug,
    "theory": Theory,
    "param": Param,
    "method": Method,
    "takehome": Takehome,
    "design": Design,
    "behavioural": Behavioural,
    "talk": Talk,
    "drill": Drill,
}

SECTIONS: dict[str, list[str]] = {
    "coding": ["Statement", "Hints", "Editorial"],
    "debug": ["Statement", "Hints", "Editorial"],
    "theory": ["Question", "Model answer"],
    "param": ["Prompt", "Solution"],
    "method": ["Summary", "Pitfalls", "When not to use it"],
    "takehome": ["Brief", "Interviewer notes"],
    "design": ["Brief", "Reference design"],
    "behavioural": ["Question", "What it probes"],
    "talk": ["Brief"],
    "drill": ["Brief"],
}
"""The `## ` sections of text.<lang>.md, in order. Both languages use the English headings; pages translate them."""

EDITORIAL: list[str] = ["Clarify", "Brute force", "Improve", "Complexity", "Variants", "Pitfalls"]
"""The `### ` parts of a coding item's editorial, in order."""
