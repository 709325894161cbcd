"""A pack that wants to run its own script in the reader's browser."""

from __future__ import annotations

from pathlib import Path

SCRIPT = "<img src=x onerror=window.hacked=1><script>window.hacked=1</script>"
SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" onload="window.hacked=1" width="9" height="9">'
    f"<script>window.hacked=1</script>{SCRIPT}</svg>"
)
ITEM = f"""
id = "coding/hostile"
title = {{ en = "Evil {SCRIPT}", zh = "" }}
topic = "coding/python-language"
difficulty = 1
minutes = 5
asked = 0
profile = "py"
entry = "twice"
signature = "twice(x: int) -> int"
complexity = {{ time = "O(1)", space = "O(1)" }}
tiers = {{ sample = 1, small = 2 }}
solutions.optimal = {{ file = "solutions/optimal.py", role = "optimal", says = {{ en = "{SCRIPT}" }} }}
solutions.brute = {{ file = "solutions/brute.py", role = "brute", says = {{ en = "Add." }} }}
"""
MUTANT = 'mutants.{name} = {{ file = "mutants/{name}.py", says = {{ en = "{says}" }} }}\n'
TEXT = f"""## Statement

{SCRIPT} [link](javascript:window.hacked=1) ![evil](evil.svg) $\\href{{javascript:window.hacked=1}}{{x}}$

```python{SCRIPT}
</code></pre>{SCRIPT}
```

## Hints

1. {SCRIPT}
2. two
3. three

## Editorial

### Clarify

{SCRIPT}
"""
GEN = "def case(tier, seed):\n    return (seed % 9 + 1,)\n\ndef valid(x):\n    return True\n"


def write_pack(root: Path) -> Path:
    """The pack's folder, `hostile`, under root."""
    folder = root / "hostile"
    item = folder / "coding/hostile"
    mutants = "".join(MUTANT.format(name=f"m{n}", says=SCRIPT) for n in range(5))
    files = {
        folder / "pack.toml": f'id = "hostile"\nversion = "1.0.0"\ntitle = {{ en = "{SCRIPT}" }}\nlanguages = ["en"]\n'
        'licence = { prose = "x", code = "x" }\n',
        item / "item.toml": ITEM + mutants,
        item / "text.en.md": TEXT,
        item / "evil.svg": SVG,
        item / "gen.py": GEN,
        item / "starter.py": f"def twice(x):\n    '''{SCRIPT}'''\n    raise NotImplementedError\n",
        item / "solutions/optimal.py": "def twice(x):\n    return 2 * x\n",
        item / "solutions/brute.py": "def twice(x):\n    return x + x\n",
        **{item / f"mutants/m{n}.py": f"def twice(x):\n    return {n} * x + 1\n" for n in range(5)},
    }
    for path, content in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")
    return folder
