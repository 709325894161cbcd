"""Checks of the claims about retrieval-augmented generation."""

import numpy as np


def nearest_chunk_is_found():
    """A noisy view of a chunk's vector is nearest to that chunk among many."""
    rng = np.random.default_rng(0)
    chunks = rng.normal(size=(500, 64))
    chunks /= np.linalg.norm(chunks, axis=1, keepdims=True)
    queries = chunks[:50] + 0.05 * rng.normal(size=(50, 64))
    top = np.argsort(-queries @ chunks.T, axis=1)[:, :3]
    assert all(i in row for i, row in enumerate(top))


def fusion_finds_what_one_list_misses():
    """Reciprocal rank fusion keeps in its top four the best hit of each list, though neither list has both."""
    dense, lexical = ["a", "b", "c", "d"], ["x", "b", "y", "z"]
    names = set(dense) | set(lexical)
    score = {n: sum(1 / (60 + r.index(n)) for r in (dense, lexical) if n in r) for n in names}
    best = sorted(names, key=lambda n: -score[n])
    assert best[0] == "b" and {"a", "x"} <= set(best[:4])
    assert "x" not in dense and "a" not in lexical


def retrieval_recall_caps_grounded_accuracy():
    """Grounded and right needs the passage: accuracy = recall times accuracy given the passage, at most recall."""
    rng = np.random.default_rng(1)
    found = rng.random(20000) < 0.7
    right = found & (rng.random(20000) < 0.9)
    assert right.mean() <= found.mean()
    assert abs(right.mean() - 0.7 * 0.9) < 0.02
