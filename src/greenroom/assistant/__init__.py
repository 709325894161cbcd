"""The optional LLM: one small interface, adapters behind it, evidence checks in front. It proposes; it never holds a score."""
