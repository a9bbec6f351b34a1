"""Firefox, driven by its own Marionette protocol over a local socket: no other program is needed."""

from __future__ import annotations

import json
import socket
import subprocess
import time
from pathlib import Path
from types import TracebackType
from typing import Any

PREFERENCES = {"media.autoplay.default": 5, "datareporting.policy.dataSubmissionEnabled": False, "app.update.enabled": False}
ESCAPE, SHIFT = "\ue00c", "\ue008"


class Firefox:
    """One headless Firefox with a fresh profile in ``folder``. A context manager."""

    def __init__(self, program: str, folder: Path, size: tuple[int, int] = (1366, 768)) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        rows = [f'user_pref("{name}", {json.dumps(value)});' for name, value in (PREFERENCES | {"marionette.port": port}).items()]
        (folder / "user.js").write_text("\n".join(rows))
        command = [program, "--headless", "--marionette", "--no-remote", "--profile", str(folder)]
        self._process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self._socket = self._reached(port)
        self._count = 0
        self._read()
        self._call("NewSession", capabilities={})
        self._call("SetWindowRect", width=size[0], height=size[1])

    def __enter__(self) -> Firefox:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._socket.close()
        self._process.terminate()
        self._process.wait(timeout=20)

    def go(self, address: str) -> None:
        self._call("Navigate", url=address)

    def answer(self, script: str) -> Any:
        """What ``return script`` answers in the page."""
        return self._call("ExecuteScript", script=f"return {script}", args=[])["value"]

    def until(self, true: str) -> None:
        for _ in range(200):
            if self.answer(true):
                return
            time.sleep(0.05)
        raise AssertionError(f"never became true: {true}")

    def click(self, selector: str) -> None:
        found = self._call("FindElement", using="css selector", value=selector)["value"]
        self._call("ElementClick", id=next(iter(found.values())))

    def press(self, key: str) -> None:
        keys = [{"type": "keyDown", "value": key}, {"type": "keyUp", "value": key}]
        self._call("PerformActions", actions=[{"type": "key", "id": "keys", "actions": keys}])

    def _reached(self, port: int) -> socket.socket:
        for _ in range(200):
            try:
                return socket.create_connection(("127.0.0.1", port), timeout=30)
            except OSError:
                time.sleep(0.1)
        self._process.kill()
        raise AssertionError("Firefox did not open its port")

    def _call(self, name: str, **values: Any) -> Any:
        self._count += 1
        message = json.dumps([0, self._count, f"WebDriver:{name}", values]).encode()
        self._socket.sendall(str(len(message)).encode() + b":" + message)
        _, _, problem, value = self._read()
        assert problem is None, problem
        return value

    def _read(self) -> Any:
        length = b""
        while not length.endswith(b":"):
            length += self._socket.recv(1)
        data = b""
        while len(data) < int(length[:-1]):
            data += self._socket.recv(int(length[:-1]) - len(data))
        return json.loads(data)
