"""Every page this process can see, searched for what only the supervisor knows; its own token shows that it can see."""
# stop: ok
# cpu: 10
# wall: 40

import ctypes
import hashlib
import os
import re
import secrets

import world

RUN = re.compile(rb"(?=([0-9a-f]{32}))")


def attack():
    ours, theirs = os.pipe()
    libc = ctypes.CDLL(None, use_errno=True)
    token = secrets.token_hex(16)
    own = hashlib.sha256(token.encode()).hexdigest()
    anchors = [
        id(token),
        id(libc),
        ctypes.addressof(ctypes.create_string_buffer(16)),
        id(attack.__code__),
        id(1),
        id(None),
    ]
    seen = set()
    for anchor in anchors:
        base = anchor & ~0xFFF
        for page in range(base - (4096 << 11), base + (4096 << 11), 4096):
            if libc.write(theirs, ctypes.c_void_p(page), ctypes.c_size_t(4096)) > 0:
                for run in RUN.findall(os.read(ours, 4096)):
                    seen.add(hashlib.sha256(run).hexdigest())
    if world.secret_sha256 in seen:
        return "BROKE: the secret is in this process"
    return "held" if own in seen else "BROKE: the scan is blind"
