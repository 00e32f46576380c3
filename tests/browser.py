"""Chromium driven through its own pipe (DevTools protocol): no driver, no network, no port."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from io import RawIOBase
    from pathlib import Path

FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)
HEARD = ("Log.entryAdded", "Runtime.consoleAPICalled", "Runtime.exceptionThrown")
ASKED = "Network.requestWillBeSent"


class Browser:
    """One page of a browser; `events` keeps what the browser told since the page was opened."""

    def __init__(self, commands: int, answers: RawIOBase) -> None:
        self.commands, self.answers = commands, answers
        self.numbers, self.buffer, self.session = count(1), b"", ""
        self.events: list[dict[str, Any]] = []
        target = self.send("Target.createTarget", url="about:blank")["targetId"]
        attached = self.send("Target.attachToTarget", targetId=target, flatten=True)
        self.session = attached["sessionId"]
        for domain in ("Page", "Runtime", "Log", "Network"):
            self.send(f"{domain}.enable")

    def send(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Send a command and return its result; what is told meanwhile is kept in `events`."""
        number = next(self.numbers)
        message = {"id": number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        os.write(self.commands, json.dumps(message).encode() + b"\0")
        while True:
            answer = self._read()
            if answer.get("id") == number:
                assert "error" not in answer, f"{method}: {answer['error']}"
                result: dict[str, Any] = answer["result"]
                return result
            self.events.append(answer)

    def open(self, path: Path, *, width: int = 1100, dark: bool = False) -> None:
        """Open a file in a window of this width, and wait until it is loaded."""
        self.events.clear()
        look = [{"name": "prefers-color-scheme", "value": "dark" if dark else "light"}]
        self.send("Emulation.setEmulatedMedia", features=look)
        self.resize(width)
        self.send("Page.navigate", url=path.resolve().as_uri())
        while not any(event.get("method") == "Page.loadEventFired" for event in self.events):
            self.events.append(self._read())

    def resize(self, width: int) -> None:
        """Give the window another width, as one who drags its side does."""
        self.send(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=900,
            deviceScaleFactor=1,
            mobile=False,
        )

    def run(self, script: str) -> Any:
        """Return the value of a script run in the page."""
        answer = self.send(
            "Runtime.evaluate", expression=script, awaitPromise=True, returnByValue=True
        )
        assert "exceptionDetails" not in answer, answer["exceptionDetails"]
        return answer["result"].get("value")

    @property
    def complaints(self) -> list[dict[str, Any]]:
        """Return what the browser complained of: console, log, exceptions."""
        return [event["params"] for event in self.events if event.get("method") in HEARD]

    @property
    def requests(self) -> list[str]:
        """Return every address that the page asked for."""
        asked = (event["params"] for event in self.events if event.get("method") == ASKED)
        return [str(event["request"]["url"]) for event in asked]

    def _read(self) -> dict[str, Any]:
        while b"\0" not in self.buffer:
            read = self.answers.read(1 << 16)
            assert read, "the browser has gone"
            self.buffer += read
        message, _, self.buffer = self.buffer.partition(b"\0")
        answer: dict[str, Any] = json.loads(message)
        return answer


@contextmanager
def browser(profile: Path) -> Iterator[Browser]:
    """Start Chromium with a profile of its own, and stop it at the end."""
    program = shutil.which("chromium")
    assert program, "chromium is not installed"
    to_read, commands = os.pipe()
    answers, to_write = os.pipe()
    # The browser reads commands on descriptor 3 and answers on 4.
    line = f'exec "$0" "$@" 3<&{to_read} 4>&{to_write}'
    process = subprocess.Popen(
        ["bash", "-c", line, program, *FLAGS, f"--user-data-dir={profile}"],
        pass_fds=(to_read, to_write),
        stderr=subprocess.DEVNULL,
    )
    os.close(to_read)
    os.close(to_write)
    with os.fdopen(answers, "rb", buffering=0) as heard:
        try:
            yield Browser(commands, heard)
        finally:
            process.kill()
            process.wait()
            os.close(commands)
