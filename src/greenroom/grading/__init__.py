"""Free answers graded by claims, offline and deterministically, in English and Chinese; typed numbers and formulas beside them."""
