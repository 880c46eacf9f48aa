"""What the README and the compose file promise, held against the code."""

import re
from pathlib import Path

import pytest
import yaml
from django.core.management import get_commands, load_command_class

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
# Named in the table, but read by the Makefile or the start command rather than by the settings.
SHELL_NAMES = {"BIND"}
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))


def names_in_code() -> set[str]:
    """The environment variables that the code reads."""
    found: set[str] = set()
    for path in (ROOT / "kenniscentrum").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        found |= set(re.findall(r"""env\.\w+\(\s*["']([A-Z_]+)["']""", text))
        found |= set(re.findall(r"""environ(?:\.get\(|\[)["']([A-Z_]+)["']""", text))
    return found - {"DJANGO_SETTINGS_MODULE", "PYTEST_XDIST_WORKER"}


def test_the_table_names_every_variable_and_no_other() -> None:
    table = README.split("### Instellingen")[1].split("###")[0]
    assert set(re.findall(r"^\| `([A-Z_]+)`", table, re.MULTILINE)) == names_in_code() | SHELL_NAMES


@pytest.mark.parametrize("name", sorted(set(re.findall(r"manage\.py (\w+)", README))))
def test_every_command_exists_and_helps(name: str) -> None:
    command = load_command_class(get_commands()[name], name)
    assert command.create_parser("manage.py", name).format_help()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`?make (\w+)", README))))
def test_every_make_target_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(), re.MULTILINE)


@pytest.mark.parametrize(
    "name",
    sorted(
        set(re.findall(r"`((?:content|search|kenniscentrum|fixtures|docs)/[\w/.-]*)`", README))
        | set(re.findall(r"\]\(((?!http)[^)#]+)\)", README))
    ),
)
def test_every_file_that_is_named_exists(name: str) -> None:
    assert (ROOT / name).exists()


def test_compose_has_four_services_that_say_how_they_are() -> None:
    assert set(COMPOSE["services"]) == {"web", "worker", "postgres", "elasticsearch"}
    image_check = "HEALTHCHECK" in (ROOT / "Dockerfile").read_text()
    for name, service in COMPOSE["services"].items():
        assert "healthcheck" in service or (name == "web" and image_check), name


def test_compose_has_no_default_secret() -> None:
    text = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD", "ELASTIC_PASSWORD", "BASE_URL", "EMAIL_URL"):
        assert re.search(rf"\$\{{{name}:\?", text), f"{name} must be asked for"
        assert not re.search(rf"\$\{{{name}:-", text), f"{name} must have no default"


def test_compose_sets_only_variables_that_the_site_reads() -> None:
    environment = COMPOSE["services"]["web"]["environment"]
    assert set(environment) <= names_in_code()
    assert environment["ELASTICSEARCH_URL"].endswith("@elasticsearch:9200")
    assert "@postgres:5432/" in environment["DATABASE_URL"]


def test_compose_hands_every_setting_in_env_to_the_processes_of_the_site() -> None:
    for name in ("web", "worker"):
        assert COMPOSE["services"][name]["env_file"] == ".env"


def test_the_image_runs_without_root_and_brings_the_model() -> None:
    text = (ROOT / "Dockerfile").read_text()
    assert re.search(r"^USER (?!root)", text, re.MULTILINE)
    assert "nl_core_news_sm" in text
