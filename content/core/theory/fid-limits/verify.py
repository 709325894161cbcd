"""Checks of the claims about the Fréchet distance, on feature vectors drawn directly."""

import numpy as np


def _root(m):
    values, vectors = np.linalg.eigh(m)
    return (vectors * np.sqrt(np.clip(values, 0, None))) @ vectors.T


def _fid(a, b):
    ca, cb = np.cov(a.T), np.cov(b.T)
    half = _root(ca)
    return float(((a.mean(0) - b.mean(0)) ** 2).sum() + np.trace(ca + cb - 2 * _root(half @ cb @ half)))


def distance_between_gaussians():
    rng = np.random.default_rng(0)
    a = rng.normal(size=(20000, 3))
    b = 2 * rng.normal(size=(20000, 3)) + 1
    assert abs(_fid(a, b) - (3 + 3)) < 0.3 and _fid(a, a) < 1e-6


def equal_moments_fool_it():
    rng = np.random.default_rng(1)
    a = rng.normal(size=(40000, 2))
    b = rng.choice([-1.0, 1.0], size=(40000, 2))
    assert _fid(a, b) < 0.01 and np.abs(a).std() > 0.5 > np.abs(b).std()


def small_samples_raise_it():
    rng = np.random.default_rng(3)
    real = rng.normal(size=(20000, 16))
    scores = [np.mean([_fid(real, rng.normal(size=(n, 16))) for _ in range(20)]) for n in (50, 200, 2000)]
    assert scores[0] > scores[1] > scores[2]


def fidelity_and_diversity_mix():
    rng = np.random.default_rng(4)
    real = rng.normal(size=(20000, 2))
    narrow = 0.5 * rng.normal(size=(20000, 2))
    shifted = rng.normal(size=(20000, 2)) + np.array([0.5, 0.5])
    assert abs(_fid(real, narrow) - _fid(real, shifted)) < 0.1


def kernel_distance_is_unbiased():
    def kid(a, b):
        k = lambda u, v: (u @ v.T / u.shape[1] + 1) ** 3
        n, m = len(a), len(b)
        aa, bb = k(a, a), k(b, b)
        return (aa.sum() - np.trace(aa)) / (n * (n - 1)) + (bb.sum() - np.trace(bb)) / (m * (m - 1)) - 2 * k(a, b).mean()

    rng = np.random.default_rng(5)
    means = [np.mean([kid(rng.normal(size=(n, 8)), rng.normal(size=(n, 8))) for _ in range(300)]) for n in (20, 100)]
    assert all(abs(m) < 0.03 for m in means)
