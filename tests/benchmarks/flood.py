"""Searching beside a flood: 10,000 posts of robots a minute to the ask form, and somebody who just wants to ask.

The robots come from some networks each, all of them far over what one may send; the asker comes from another. All of it is
loopback: every address of 127.0.0.0/8 is this machine, so networks of their own cost nothing.

Whoever makes the flood needs the same processors as the site. So there is a control: rounds in which the same robots send
the same at the same pace to a process that only answers. What searching loses between the two is what the flood costs the
site. The rounds alternate, and how far those of one sort lie apart is the noise.
"""

import http.client
import json
import os
import re
import socketserver
import statistics
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

import django

from tests.proxy import NGINX, proxy

ROOT = Path(__file__).resolve().parents[2]
POSTS, SECONDS = 5_000, 30.0  # in a round
ROUNDS = 4  # of each sort
ROBOTS = 8  # each from a network of its own
LEAST_WEIGHT = 19  # how nice the robots are: they wait for the site where they can
ASKER = "127.77.{number}.1"
BETWEEN = 0.25  # seconds between two searches
TYPING = 4.0  # seconds that the asker takes over a form
PATIENCE = 60.0
ALLOWED = 160  # posts of one network, after which each is refused
PROXIED = "_proxied"  # behind the name of a figure: with the proxy of the README before the site
FORM = "application/x-www-form-urlencoded"
WORDS = ("schulden", "kind gaat niet naar school", "veilig thuis", "huisuitzetting", "regie", "nazorg")
SPAM = {
    "question": "Koop nu goedkoop http://spam.example http://x.example http://y.example",
    "context": "x" * 500,
    "profession": "bot",
    "action": "send",
}
QUESTION = {
    "question": "Hoe help ik een gezin met huurschuld dat geen hulp wil?",
    "profession": "wijkteam",
    "urgency": "normal",
}


class Flood:
    """Robots that post at a steady pace until they posted enough, each its share."""

    def __init__(self, port: int) -> None:
        self.port, self.answers = port, Counter[int]()
        self._robots = [threading.Thread(target=self._post, args=(number,)) for number in range(ROBOTS)]

    def run(self) -> dict[str, float]:
        """How many were refused, and how many seconds it took."""
        self._started = time.perf_counter()
        for robot in self._robots:
            robot.start()
        for robot in self._robots:
            robot.join()
        refused = sum(self.answers[status] for status in (403, 429))
        return {"refused": float(refused), "seconds": time.perf_counter() - self._started}

    def _post(self, number: int) -> None:
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.port, timeout=PATIENCE, source_address=(f"127.66.{number}.1", 0)
        )
        body, share = urlencode(SPAM), POSTS // ROBOTS
        for done in range(share):
            time.sleep(max(0.0, self._started + done * SECONDS / share - time.perf_counter()))
            connection.request("POST", "/vraag-stellen/", body, {"Content-Type": FORM})
            answer = connection.getresponse()
            answer.read()
            self.answers[answer.status] += 1


NOTHING = b"HTTP/1.1 429 Too Many Requests\r\nContent-Length: 2000\r\n\r\n" + b"x" * 2000


class Answering(socketserver.BaseRequestHandler):
    """Answers every post at once and does nothing with it."""

    def handle(self) -> None:
        """Until the robot is gone."""
        ending = urlencode(SPAM)[-20:].encode()
        received = b""
        while piece := self.request.recv(1 << 16):
            received += piece
            if received.endswith(ending):
                self.request.sendall(NOTHING)
                received = b""


class Control(socketserver.ThreadingTCPServer):
    """Where the robots of the control post to."""

    daemon_threads = True
    request_queue_size = ROBOTS


@contextmanager
def control() -> Iterator[int]:
    """The control in a process of its own; gives the port."""
    command = [sys.executable, "-m", "tests.benchmarks.flood", "control"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout
        yield int(process.stdout.readline())
    finally:
        process.terminate()
        process.wait(timeout=PATIENCE)


def searching(port: int) -> Iterator[float]:
    """The milliseconds of one search after another, with a pause between, for as long as it is asked."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    for words in cycle(WORDS):
        started = time.perf_counter()
        connection.request("GET", f"/zoeken/?{urlencode({'q': words})}")
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise ConnectionError(f"search: {answer.status}")
        yield 1000 * (time.perf_counter() - started)
        time.sleep(BETWEEN)


def ask(port: int, number: int) -> bool:
    """Ask a question as a browser does, form and check page, from a network of its own; whether it arrived."""
    source = (ASKER.format(number=number), 0)
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE, source_address=source)
    connection.request("GET", "/vraag-stellen/")
    answer = connection.getresponse()
    cookie, page = answer.getheader("Set-Cookie", "").partition(";")[0], answer.read().decode()
    connection.close()  # the server would, meanwhile
    time.sleep(TYPING)
    for more in ({}, {"action": "send"}):
        fields = dict(
            re.findall(r'name="(csrfmiddlewaretoken|started|submission|chosen)"[^>]*?value="([^"]*)"', page)
        )
        headers = {"Content-Type": FORM, "Cookie": cookie, "Origin": f"http://127.0.0.1:{port}"}
        connection.request("POST", "/vraag-stellen/", urlencode({**fields, **QUESTION, **more}), headers)
        answer = connection.getresponse()
        page = answer.read().decode()
    return answer.status == 302 and "/ontvangen/" in answer.getheader("Location", "")


@dataclass(frozen=True)
class Round:
    """What a round gave: milliseconds of each search, whether the asker got through, and how the robots fared."""

    searches: list[float]
    arrived: bool
    refused: float
    seconds: float

    @property
    def p50(self) -> float:
        return statistics.median(self.searches)

    @property
    def p95(self) -> float:
        return statistics.quantiles(self.searches, n=20)[-1]


def one_round(port: int, target: int, number: int) -> Round:
    """Search and ask on the site at ``port`` while robots post to the port ``target``."""
    arrived: list[bool] = []
    asker = threading.Thread(target=lambda: arrived.append(ask(port, number)))
    command = [sys.executable, "-m", "tests.benchmarks.flood", "robots", str(target)]
    robots = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)
    assert robots.stdout
    robots.stdout.readline()  # they begin
    asker.start()
    searches = []
    for took in searching(port):
        searches.append(took)
        if robots.poll() is not None:
            break
    asker.join()
    return Round(searches, arrived == [True], **json.loads(robots.stdout.read()))


def figures(port: int) -> dict[str, float]:
    """Milliseconds of searching beside robots that post elsewhere and beside those that flood the site at ``port``, and
    what the difference is worth.
    """
    floods: list[Round] = []
    controls: list[Round] = []
    with control() as elsewhere:
        one_round(port, elsewhere, 0)  # to warm up
        for number in range(ROUNDS):
            pair = [(floods, port), (controls, elsewhere)]
            for rounds, target in pair if number % 2 else reversed(pair):
                rounds.append(one_round(port, target, len(floods) + len(controls) + 1))
    for name, rounds in (("control", controls), ("flood", floods)):
        print(f"  {name}: p50 {[f'{one.p50:.1f}' for one in rounds]} ms", file=sys.stderr)
    medians = {name: _middle(rounds) for name, rounds in (("control", controls), ("beside", floods))}
    return {
        **{f"{name}_p50": p50 for name, (p50, _) in medians.items()},
        **{f"{name}_p95": p95 for name, (_, p95) in medians.items()},
        "slower": medians["beside"][0] - medians["control"][0],
        "varies": max(one.p50 for one in controls) - min(one.p50 for one in controls),
        "refused": 100 * sum(one.refused for one in floods) / (POSTS * ROUNDS),
        "a_minute": 60 * POSTS * ROUNDS / sum(one.seconds for one in floods),
        "arrived": 100 * sum(one.arrived for one in floods) / ROUNDS,
    }


def _middle(rounds: list[Round]) -> tuple[float, float]:
    """The medians over the rounds of p50 and of p95."""
    return statistics.median(one.p50 for one in rounds), statistics.median(one.p95 for one in rounds)


def processor_ms() -> dict[str, float]:
    """Milliseconds of processor time that a refused post and a search cost, which no other work on the machine changes."""
    from django.test import Client

    robot = Client(REMOTE_ADDR="127.66.99.1")
    for _ in range(ALLOWED):
        robot.post("/vraag-stellen/", SPAM)
    return {
        "refused_cpu": _processor(lambda: robot.post("/vraag-stellen/", SPAM), 1000),
        "search_cpu": _processor(lambda: robot.get("/zoeken/", {"q": WORDS[0]}), 30),
    }


def _processor(call: Callable[[], object], times: int) -> float:
    call()
    started = time.process_time()
    for _ in range(times):
        call()
    return 1000 * (time.process_time() - started) / times


def main() -> dict[str, float]:
    """The figures, on a site of its own with the demo content: as it is, and behind the proxy where there is nginx."""
    from django.core.management import call_command

    from tests.benchmarks import running

    call_command("migrate", verbosity=0, interactive=False)
    call_command("demo", stdout=sys.stderr)
    with running.site() as port:
        measured = figures(port)
    if NGINX:
        with (
            running.site({"PROXIES": "1"}) as port,
            TemporaryDirectory() as folder,
            proxy(port, Path(folder)) as before,
        ):
            measured |= {f"{name}{PROXIED}": value for name, value in figures(before).items()}
    return measured | processor_ms()


def be_robots(port: int) -> None:
    """Post to a port, behind everything else that wants the processor, and say how it went."""
    os.nice(LEAST_WEIGHT)
    print("begin", flush=True)
    print(json.dumps(Flood(port).run()))


def be_control() -> None:
    """Say the port, and answer until told to stop."""
    with Control(("127.0.0.1", 0), Answering) as server:
        print(server.server_address[1], flush=True)
        server.serve_forever()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["robots", port]:
            be_robots(int(port))
        case ["control"]:
            be_control()
        case _:
            django.setup()
            print(json.dumps(main()))
