"""Names of memories as they may be shown: the password of an address never is."""

import re

# To the last "@" before the path, since a password may hold one that nobody wrote as %40.
_PASSWORD = re.compile(r"(?i)(\w+:/{0,2}[^/@\s:]*):[^\s/]*@")
_OPTION = re.compile(r"(?i)(\bpassword=)('[^']*'|[^&\s]+)")
_ADDRESS = re.compile(r"(?i)postgres(?:ql)?:/")


def shown(name: str) -> str:
    """Return the name of a memory as it may be shown: of an address, no password, no options.

    The name of a file or folder comes back as it is.
    """
    if _ADDRESS.match(name) or "://" in name:
        return without_passwords(name).split("?")[0]
    return name


def without_passwords(text: str) -> str:
    """Return any text, such as what a server said, without the passwords of addresses in it."""
    return _OPTION.sub(r"\1…", _PASSWORD.sub(r"\1@", text))
