"""Packs of interview items: read, rendered, searched, checked. Knows nothing of the rest of Greenroom."""
