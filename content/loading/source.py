"""Reading a content or vocabulary file: its values, and the line on which each stands."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

FENCE = "---"


@dataclass(frozen=True, order=True)
class FileError:
    """What is wrong with a file, and where. ``line`` counts from 1."""

    path: Path
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.reason}"


class LoadError(Exception):
    """A batch that cannot be loaded; carries every fault, so that all can be mended at once."""

    def __init__(self, errors: list[FileError]) -> None:
        super().__init__(f"{len(errors)} faults")
        self.errors = sorted(errors)


@dataclass(frozen=True)
class SourceFile:
    """A file read: ``meta`` its YAML, ``lines`` the line of each key, ``body`` the text after that."""

    path: Path
    text: str
    meta: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    body: str = ""
    body_line: int = 1

    def error(self, reason: str, key: str = "") -> FileError:
        """A fault in this file, at the line of ``key`` where the file has it, else at line 1."""
        return FileError(self.path, self.lines.get(key, 1), reason)


def read_text(path: Path) -> str:
    """The text of a UTF-8 file.

    Raises:
        LoadError: it cannot be read, is not UTF-8, or holds a NUL character.
    """
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise LoadError([FileError(path, 1, f"is geen UTF-8-tekst (byte {error.start})")]) from error
    except OSError as error:
        raise LoadError([FileError(path, 1, f"kan niet gelezen worden: {error.strerror}")]) from error
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        raise LoadError([FileError(path, line, "bevat een NUL-teken; dit is geen tekstbestand")])
    return text.replace("\r\n", "\n")


def read_markdown(path: Path) -> SourceFile:
    """A Markdown file with YAML front matter.

    Raises:
        LoadError: unreadable, no front matter, or YAML that does not parse.
    """
    text = read_text(path)
    lines = text.split("\n")
    if lines[0].strip() != FENCE:
        raise LoadError([FileError(path, 1, "begint niet met '---' en velden zoals 'title: …'")])
    end = next((n for n, line in enumerate(lines[1:], 1) if line.strip() == FENCE), 0)
    if not end:
        raise LoadError([FileError(path, 1, "de velden bovenaan zijn niet afgesloten met '---'")])
    meta, key_lines = parse_yaml(path, "\n".join(lines[1:end]), first_line=2)
    return SourceFile(path, text, meta, key_lines, "\n".join(lines[end + 1 :]), end + 2)


def parse_yaml(path: Path, text: str, first_line: int = 1) -> tuple[dict[str, Any], dict[str, int]]:
    """A YAML mapping and the line of each of its keys.

    Raises:
        LoadError: not YAML, not a mapping, or a key that stands there twice.
    """
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        meta = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        raise LoadError(
            [FileError(path, first_line + line, f"is geen geldige YAML: {error.problem}")]
        ) from error
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        raise LoadError([FileError(path, first_line, f"is geen geldige YAML: {error}")]) from error
    if not isinstance(node, yaml.MappingNode) or not isinstance(meta, dict):
        raise LoadError([FileError(path, first_line, "bevat geen velden zoals 'title: …'")])
    return meta, _key_lines(path, node, first_line)


def _key_lines(path: Path, node: yaml.MappingNode, first_line: int) -> dict[str, int]:
    lines: dict[str, int] = {}
    for key, _ in node.value:
        line = first_line + key.start_mark.line
        if key.value in lines:
            raise LoadError([FileError(path, line, f"het veld '{key.value}' staat er twee keer")])
        lines[str(key.value)] = line
    return lines
