import numpy as np


def kl(mu, log_sigma):
    """From N(mu, sigma squared) to N(0, 1), summed over the last axis."""
    return (mu**2 + np.exp(2 * log_sigma) - 2 * log_sigma - 1).sum(axis=-1) / 2


def step(x, w, v, log_sigma, noise, rng, rate=0.02):
    """One step of a linear VAE: encoder N(x w, sigma squared), decoder N(z v, noise). Returns parameters and -ELBO."""
    mu, eps = x @ w, rng.normal(size=(len(x), w.shape[1]))
    sigma = np.exp(log_sigma)
    z = mu + sigma * eps  # the reparameterisation
    error = z @ v - x
    loss = (error**2 / noise + np.log(2 * np.pi * noise)).sum(axis=1).mean() / 2 + kl(mu, log_sigma + 0 * mu).mean()
    dz = error @ v.T / noise
    dw, dv = x.T @ (dz + mu) / len(x), z.T @ error / noise / len(x)
    ds = (dz * eps * sigma + sigma**2 - 1).mean(axis=0)
    return w - rate * dw, v - rate * dv, log_sigma - rate * ds, loss


rng = np.random.default_rng(0)
x = rng.normal(size=(1000, 1)) @ np.array([[2.0, 1.0, 0.0]]) + 0.5 * rng.normal(size=(1000, 3))
w, v, log_sigma = 0.1 * rng.normal(size=(3, 1)), 0.1 * rng.normal(size=(1, 3)), np.zeros(1)
for _ in range(1200):
    w, v, log_sigma, loss = step(x, w, v, log_sigma, 0.25, rng)
assert np.isclose(v[0, 0] / v[0, 1], 2, atol=0.1) and abs(v[0, 2]) < 0.1  # the direction that the data lie along
assert np.isclose(np.exp(log_sigma[0]), (1 + 5 / 0.25) ** -0.5, atol=0.03)  # the width of the true posterior
