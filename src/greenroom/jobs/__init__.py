"""Work that outlives a request: a ledger with leases, a doorbell, and live events."""
