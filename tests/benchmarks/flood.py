"""Searching beside a flood: 10,000 posts of robots to the ask form in a minute, and somebody who just wants to ask.

The robots come from some networks each, all of them far over what one may send; the asker comes from another. All of it is
loopback: every address of 127.0.0.0/8 is this machine, so networks of their own cost nothing.
"""

import http.client
import json
import re
import statistics
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from urllib.parse import urlencode

import django

FIXTURES = Path(__file__).resolve().parents[2] / "fixtures"
POSTS, SECONDS = 10_000, 60.0
ROBOTS = 8  # each from a network of its own
ASKER = "127.77.0.1"
SEARCHES = 200
BETWEEN = 0.25  # seconds between two searches, so that they last about as long as the flood
TYPING = 4.0  # seconds that the asker takes over a form
PATIENCE = 60.0
ALLOWED = 160  # posts of one network, after which each is refused
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
        self.seconds = 0.0
        self._robots = [threading.Thread(target=self._post, args=(number,)) for number in range(ROBOTS)]

    def __enter__(self) -> "Flood":
        self._started = time.perf_counter()
        for robot in self._robots:
            robot.start()
        return self

    def __exit__(self, *args: object) -> None:
        for robot in self._robots:
            robot.join()
        self.seconds = time.perf_counter() - self._started

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


def search(port: int) -> list[float]:
    """The milliseconds of each search, one after the other."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    found = []
    for words in islice(cycle(WORDS), SEARCHES):
        started = time.perf_counter()
        connection.request("GET", f"/zoeken/?{urlencode({'q': words})}")
        answer = connection.getresponse()
        answer.read()
        if answer.status != 200:
            raise ConnectionError(f"search: {answer.status}")
        found.append(1000 * (time.perf_counter() - started))
        time.sleep(BETWEEN)
    return found


def ask(port: int) -> bool:
    """Ask a question as a browser does, form and check page; whether it arrived."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE, source_address=(ASKER, 0))
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


def figures(port: int) -> dict[str, float]:
    """Milliseconds of searching alone and beside the flood, how it was answered, and whether the asker got through."""
    search(port)  # to warm up
    alone = search(port)
    arrived: list[bool] = []
    with Flood(port) as flood:
        asker = threading.Thread(target=lambda: arrived.append(ask(port)))
        asker.start()
        beside = search(port)
        asker.join()
    alone += search(port)  # before and after, so that other work on the machine weighs alike
    print(f"  {dict(flood.answers)} in {flood.seconds:.0f} s", file=sys.stderr)
    return {
        "alone_p50": statistics.median(alone),
        "alone_p95": statistics.quantiles(alone, n=20)[-1],
        "beside_p50": statistics.median(beside),
        "beside_p95": statistics.quantiles(beside, n=20)[-1],
        "refused": float(sum(flood.answers[status] for status in (403, 429))),
        "minute_s": flood.seconds,
        "arrived": float(arrived == [True]),
    }


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
    """The figures, on a site of its own with the demo content."""
    from django.core.management import call_command

    from tests.benchmarks import running

    call_command("migrate", verbosity=0, interactive=False)
    call_command("demo", stdout=sys.stderr)
    with running.site() as port:
        measured = figures(port)
    return measured | processor_ms()


if __name__ == "__main__":
    django.setup()
    print(json.dumps(main()))
