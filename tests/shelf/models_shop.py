"""A shop for models on this machine: it can cut, refuse, lie and send people on."""

import hashlib
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from engine.shelf.offers import Offer

GOODS = bytes(range(256)) * 400


@dataclass
class Shop:
    """What it does, and what it was asked for."""

    port: int = 0
    goods: bytes = GOODS
    cuts: list[int] = field(default_factory=list)
    """After so many bytes each answer is cut, one after the other; then none is."""
    resumes: bool = True
    """Whether it can go on in the middle."""
    asked: list[str] = field(default_factory=list)

    def offer(self, path="/model.onnx", **changes):
        """The goods as they are offered."""
        made = {
            "name": "gift", "file": "gift.onnx", "address": f"http://127.0.0.1:{self.port}{path}",
            "about": len(GOODS), "sha256": hashlib.sha256(GOODS).hexdigest(), "known_by": "By us.",
            "licence": "MIT", "terms": "Free for all.", "improves": "is better",
        }  # fmt: skip
        return Offer(**{**made, **changes})


@contextmanager
def open_shop() -> Iterator[Shop]:
    """A shop that is open while this lasts."""
    shop = Shop()

    class Counter(BaseHTTPRequestHandler):
        def do_GET(self):
            serve(self, shop)

        def log_message(self, *_):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Counter)
    shop.port = server.server_port
    with ThreadPoolExecutor(1) as pool:
        pool.submit(server.serve_forever, 0.02)
        try:
            yield shop
        finally:
            server.shutdown()
            server.server_close()


def serve(counter, shop):
    """One answer, as the shop does it today."""
    wanted = counter.headers.get("Range")
    shop.asked.append(f"{counter.path} {wanted or 'all'}")
    if counter.path == "/moved":
        counter.send_response(302)
        counter.send_header("Location", "/model.onnx")
        counter.end_headers()
        return
    if counter.path != "/model.onnx":
        counter.send_error(404)
        return
    begin = int(wanted.removeprefix("bytes=").rstrip("-")) if wanted and shop.resumes else 0
    if begin >= len(shop.goods) > 0:
        counter.send_error(416)
        return
    rest = shop.goods[begin:]
    counter.send_response(206 if begin else 200)
    if begin:
        counter.send_header("Content-Range", f"bytes {begin}-{len(shop.goods) - 1}/*")
    counter.send_header("Content-Length", str(len(rest)))
    counter.end_headers()
    counter.wfile.write(rest[: shop.cuts.pop(0)] if shop.cuts else rest)
