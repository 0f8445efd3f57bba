"""The page on this machine, as long as notes are written: it is told of every save.

It is for this machine alone: it listens on 127.0.0.1, answers nobody who calls it by another name
(so no page of the web reaches it by a name of its own that leads here), and takes nothing but from
its own page, which knows a token that is made at random.
"""

from __future__ import annotations

import json
import secrets
import threading
from collections.abc import Callable
from contextlib import ExitStack, suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from deckbuilder.api import Look
from deckbuilder.api.choosing import Proposals
from deckbuilder.errors import DeckbuilderError
from deckbuilder.model import Held, Media
from deckbuilder.preview import choices, page
from deckbuilder.preview.data import data
from deckbuilder.preview.written import written

HOST = "127.0.0.1"
# A page that is gone is only noticed when something is said to it; seconds.
PULSE = 15
# No choice is longer, in bytes.
MOST = 64 * 2**10


class Site:
    """What the server shows, renewed with every save.

    Attributes:
        token: what the page is known by.
        version: how often it was renewed, or could not be.
    """

    def __init__(self, look: Callable[[ExitStack, Held], Look], *, choosing: bool = False) -> None:
        """Look at the notes for the first time.

        Args:
            look: reads the notes; what it opens is closed when they are read anew, and what it
                holds is there then.
            choosing: whether the author may choose of what it finds.
        """
        self.token = secrets.token_urlsafe(24)
        self.version = 0
        self._look, self._choosing = look, choosing
        self._proposals: Proposals | None = None
        self._news = threading.Condition()
        self._turn = threading.Lock()
        self._opened = ExitStack()
        self._fault = ""
        self._held = Held()
        self._shown: dict[str, Any] = {}
        self._media: dict[str, Media] = {}
        self.renew()

    def renew(self) -> None:
        """Read the notes anew, and tell the pages.

        Where that fails, the old ones stay, and the pages say why until it goes well.

        Raises:
            DeckbuilderError: a file is not sound.
        """
        try:
            self._renew()
        except DeckbuilderError as error:
            with self._news:
                self._fault = str(error)
                self._tell()
            raise

    def _renew(self) -> None:
        with self._turn:
            opened, held = ExitStack(), Held(self._held)
            with ExitStack() as failing:
                failing.callback(opened.close)
                found = self._look(opened, held)
                media = {file.name: file for file in (*found.files, *found.fonts)}
                said = choices.rows(found.proposals, held) if found.proposals else []
                shown = data(found, {name: f"media/{name}" for name in media}, said, held)
                failing.pop_all()
            self._held = held
            with self._news:
                self._opened.close()
                self._opened, self._shown, self._media = opened, shown, media
                self._proposals, self._fault = found.proposals, ""
                self._tell()

    def _tell(self) -> None:
        self.version += 1
        self._news.notify_all()

    def close(self) -> None:
        """Close what is open."""
        with self._news:
            self._opened.close()

    def page(self) -> bytes:
        """The page as it is now."""
        with self._news:
            return page.page(self._all()).encode()

    def data(self) -> bytes:
        """What it shows now."""
        with self._news:
            return written(self._all())

    def _all(self) -> dict[str, Any]:
        live = page.Live(self.token, self.version, self._choosing, self._fault)
        return {**self._shown, "live": live._asdict()}

    def media(self, name: str) -> bytes | None:
        """A file of the deck; None if there is none of this name, or it is gone."""
        with self._news, suppress(OSError):
            file = self._media.get(name)
            return page.read(file) if file else None
        return None

    def wait(self, version: int) -> int:
        """Wait for another version than this, but not for long, and say which there is."""
        with self._news:
            self._news.wait_for(lambda: self.version != version, PULSE)
            return self.version

    def choose(self, id: str, take: str, name: str, kind: str) -> None:
        """Write a choice down; who hears that the file was saved renews what is shown.

        It takes turns with other choices and with what is read anew: none of them is lost.

        Raises:
            DeckbuilderError: it cannot be written.
        """
        with self._turn:
            if self._proposals:
                self._proposals = choices.choose(self._proposals, id, take, name, kind)


def serving(site: Site, port: int = 0) -> ThreadingHTTPServer:
    """A server for the site, which is to be run.

    Args:
        site: what it shows.
        port: where it listens; 0 for any that is free.

    Raises:
        OSError: the port is taken.
    """

    class Handler(_Handler):
        pass

    Handler.site = site
    server = ThreadingHTTPServer((HOST, port), Handler)
    server.daemon_threads = True
    return server


def address(server: ThreadingHTTPServer) -> str:
    """Where the page is."""
    return f"http://{HOST}:{server.server_address[1]}/"


class _Handler(BaseHTTPRequestHandler):
    site: Site
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        """Show the page, its data, a file of the deck; tell of saves."""
        path = self.path.partition("?")[0]
        if not self._called_by_its_name():
            self._refuse(HTTPStatus.FORBIDDEN)
        elif path == "/":
            self._send(self.site.page(), "text/html; charset=utf-8")
        elif path == "/data":
            self._send(self.site.data(), "application/json")
        elif path == "/events":
            with suppress(OSError):  # the page is closed
                self._tell()
        elif path.startswith("/media/"):
            name = path.removeprefix("/media/")
            content = self.site.media(name)
            if content is None:
                self._refuse(HTTPStatus.NOT_FOUND)
            else:
                self._send(content, page.media_type(name))
        else:
            self._refuse(HTTPStatus.NOT_FOUND)

    def do_POST(self) -> None:
        """Take a choice of the author's."""
        size = self.headers.get("Content-Length", "")
        if not (self._called_by_its_name() and self._from_the_page()):
            self._refuse(HTTPStatus.FORBIDDEN)
        elif self.path != "/choice":
            self._refuse(HTTPStatus.NOT_FOUND)
        elif not size.isdecimal() or int(size) > MOST:
            self._refuse(HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
        else:
            self._choose(self.rfile.read(int(size)))

    def _choose(self, said: bytes) -> None:
        try:
            choice = json.loads(said)
            self.site.choose(*(str(choice[name]) for name in ("id", "take", "name", "kind")))
        except DeckbuilderError as error:
            self._send(json.dumps({"error": str(error)}).encode(), "application/json")
        except (ValueError, LookupError, TypeError):
            self._refuse(HTTPStatus.BAD_REQUEST)
        else:
            self._send(b"{}", "application/json")

    def _called_by_its_name(self) -> bool:
        port = self.server.server_address[1]  # type: ignore[index]
        return self.headers.get("Host") in (f"{HOST}:{port}", f"localhost:{port}")

    def _from_the_page(self) -> bool:
        origin = self.headers.get("Origin")
        known = self.headers.get("X-Deckbuilder-Token", "")
        here = origin is None or origin == f"http://{self.headers['Host']}"
        return here and secrets.compare_digest(known.encode(), self.site.token.encode())

    def _tell(self) -> None:
        """Tell a page of every save, until it is closed."""
        self.close_connection = True
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Cache-Control", "no-store")
        self.end_headers()
        # The page says which version it has, also when it comes back.
        last = self.headers.get("Last-Event-ID") or self.path.partition("?")[2]
        version = int(last) if last.isdecimal() else 0
        while True:
            self.wfile.write(b": here\n\n")
            self.wfile.flush()
            now = self.site.wait(version)
            if now != version:
                self.wfile.write(f"event: saved\nid: {now}\ndata: {now}\n\n".encode())
            version = now

    def _send(self, content: bytes, kind: str) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self._harmless()
        if not kind.startswith("text/html"):  # the page has its own policy
            self.send_header("Content-Security-Policy", "default-src 'none'; sandbox")
        self.end_headers()
        with suppress(OSError):
            self.wfile.write(content)

    def _refuse(self, status: HTTPStatus) -> None:
        self.close_connection = True
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self._harmless()
        self.end_headers()

    def _harmless(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("Referrer-Policy", "no-referrer")

    def log_message(self, *said: object) -> None:
        """Say nothing."""
        del said
