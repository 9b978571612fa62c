"""Names of memories as they may be shown: the password of an address never is."""

from toolkit.text.pattern import Pattern

# To the last "@" before the path, since a password may hold one that nobody wrote as %40.
_PASSWORD = Pattern(r"(?i)(\w+:/{0,2}[^/@\s:]*):[^\s/]*@")
_OPTION = Pattern(r"(?i)(\bpassword=)('[^']*'|[^&\s]+)")
_ADDRESS = Pattern(r"(?i)postgres(?:ql)?:/")


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
