"""The proxy that the README prescribes, really running: `docs/nginx.conf` with other ports and another certificate."""

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.ports import free_port

CONFIGURATION = Path(__file__).resolve().parent.parent / "docs" / "nginx.conf"
NGINX = shutil.which("nginx", path="/usr/local/sbin:/usr/sbin:/sbin:/usr/local/bin:/usr/bin:/bin")
PATIENCE = 20.0  # seconds
AROUND = """
pid {folder}/nginx.pid;
events {{}}
http {{
    client_body_temp_path {folder}/bodies;
    proxy_temp_path {folder}/answers;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    {site}
}}
"""


@contextmanager
def proxy(site: int, folder: Path, certificate: tuple[Path, Path] | None = None) -> Iterator[int]:
    """Nginx before the site at port ``site``, with its files in ``folder``; gives its port.

    Args:
        site: port of the site.
        folder: an empty folder, for what nginx might write.
        certificate: of https, and its key; without them it speaks http.

    Raises:
        TimeoutError: it does not start.
    """
    plain, secure = free_port(), free_port()
    written = CONFIGURATION.read_text(encoding="utf-8").replace("127.0.0.1:8000", f"127.0.0.1:{site}")
    written = written.replace("listen 80;", f"listen 127.0.0.1:{plain};")
    if certificate:
        written = written.replace("/etc/ssl/kenniscentrum/fullchain.pem", str(certificate[0]))
        written = written.replace("/etc/ssl/kenniscentrum/privkey.pem", str(certificate[1]))
        written = written.replace("listen 443", f"listen 127.0.0.1:{secure}")
    else:
        lines = [line for line in written.splitlines() if not line.strip().startswith("ssl_")]
        written = "\n".join(lines).replace("listen 443 ssl http2", f"listen 127.0.0.1:{secure}")
    whole = folder / "whole.conf"
    whole.write_text(AROUND.format(folder=folder, site=written), encoding="utf-8")
    command = [str(NGINX), "-p", str(folder), "-c", str(whole), "-e", str(folder / "errors")]
    process = subprocess.Popen([*command, "-g", "daemon off;"])
    try:
        _wait(secure)
        yield secure
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def _wait(port: int) -> None:
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("nginx did not start")
