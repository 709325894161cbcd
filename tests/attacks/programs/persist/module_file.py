"""A module written where the next submission would import it."""

import sys

import world


def attack():
    for folder in [*sys.path, world.site, "/greenroom/site", "/greenroom/app"]:
        try:
            with open(f"{folder}/sitecustomize.py", "w") as file:
                file.write("planted = True")
        except OSError:
            continue
        return f"BROKE: wrote in {folder}"
    return "held"
