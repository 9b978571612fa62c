"""A headless Chromium that is typed into, over its DevTools protocol."""

import asyncio
import base64
import json
import subprocess
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Any

from tornado.httpclient import AsyncHTTPClient
from tornado.websocket import WebSocketClientConnection, websocket_connect

KEYS = {"Tab": 9, "Enter": 13}
_START = 30  # seconds that a loaded machine may take to start the browser


class Page:
    """One page; ``press`` types a key, ``tell`` evaluates an expression."""

    def __init__(self, connection: WebSocketClientConnection) -> None:
        self._connection = connection
        self._numbers = count(1)

    async def call(self, method: str, **values: object) -> dict[str, Any]:
        """Ask the browser for something and wait for the answer."""
        number = next(self._numbers)
        await self._connection.write_message(
            json.dumps({"id": number, "method": method, "params": values})
        )
        while True:
            said = await asyncio.wait_for(self._connection.read_message(), _START)
            assert said is not None, "the browser has gone"
            answer = json.loads(said)
            if answer.get("id") == number:
                assert "error" not in answer, answer
                return dict(answer["result"])

    async def press(self, key: str) -> None:
        """Press and release a key."""
        names = {"key": key, "code": key, "windowsVirtualKeyCode": KEYS[key]}
        text = {"text": "\r"} if key == "Enter" else {}
        await self.call("Input.dispatchKeyEvent", type="keyDown", **names, **text)
        await self.call("Input.dispatchKeyEvent", type="keyUp", **names)

    async def tell(self, expression: str) -> Any:
        """Return the value of an expression in the page."""
        answer = await self.call("Runtime.evaluate", expression=expression, returnByValue=True)
        return answer["result"].get("value")

    async def printed(self) -> bytes:
        """Return the page as a PDF file."""
        answer = await self.call("Page.printToPDF", printBackground=True)
        return base64.b64decode(answer["data"])


def driven(program: str, file: Path, profile: Path, use: Callable[[Page], Awaitable[None]]) -> None:
    """Open a file in a browser of its own and use it."""
    with _browser(program, profile) as port:
        asyncio.run(_used(port, file, use))


async def _used(port: int, file: Path, use: Callable[[Page], Awaitable[None]]) -> None:
    pages = await AsyncHTTPClient().fetch(f"http://127.0.0.1:{port}/json/list")
    address = next(one for one in json.loads(pages.body) if one["type"] == "page")
    connection = await websocket_connect(
        address["webSocketDebuggerUrl"], max_message_size=100_000_000
    )
    page = Page(connection)
    await page.call("Page.enable")
    await page.call("Page.navigate", url=file.resolve().as_uri())
    for _ in range(_START * 10):
        if (
            await page.tell("document.readyState") == "complete"
            and await page.tell("location.protocol") == "file:"
        ):
            break
        await asyncio.sleep(0.1)
    await use(page)
    connection.close()


@contextmanager
def _browser(program: str, profile: Path) -> Iterator[int]:
    """Start the browser and give the port it listens on."""
    words = [program, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run"]
    words += ["--remote-debugging-port=0", f"--user-data-dir={profile}", "about:blank"]
    with subprocess.Popen(words, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL) as running:
        try:
            yield asyncio.run(_port(profile / "DevToolsActivePort"))
        finally:
            running.terminate()
            running.wait(_START)


async def _port(told: Path) -> int:
    for _ in range(_START * 10):
        if told.is_file() and (lines := told.read_text(encoding="ascii").split()):
            return int(lines[0])
        await asyncio.sleep(0.1)
    raise AssertionError("the browser did not start")
