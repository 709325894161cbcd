"""Memory to a deadline, ability, readiness and the plan. Pure functions over arrays; no framework, no clock of its own."""
