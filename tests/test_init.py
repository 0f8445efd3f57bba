"""A new project, from `deckbuilder init` to the release that its workflow publishes."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tomllib
from dataclasses import fields
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from deckbuilder import config, language
from deckbuilder.config import Config
from deckbuilder.starter import settings, workflow
from deckbuilder.starter.installed import as_noted
from tests.support.command import ROOT, SET, Desk
from tests.support.notes import LEAF, ROOT_NOTE

SETTINGS = "deckbuilder.toml"
NOTE = "notes/기억과-복습.md"
WORKFLOW = ".github/workflows/deck.yml"
FILES = sorted([SETTINGS, NOTE, WORKFLOW, ".gitignore"])


def uncommented(text: str) -> str:
    """The settings with all that are commented out."""
    return re.sub(r"^#(?! )", "", text, flags=re.M)


def flat(table: dict[str, Any]) -> dict[str, Any]:
    """Settings by their names in the messages: cards.reverse."""
    below = {
        f"{name}.{key}": value
        for name, values in table.items()
        if isinstance(values, dict)
        for key, value in values.items()
    }
    return {key: value for key, value in table.items() if not isinstance(value, dict)} | below


# --- the files ------------------------------------------------------------------------------------


def test_a_new_project_builds_without_a_word_of_warning(desk: Desk) -> None:
    made = desk.run("init", "공책/세포")
    assert (made.code, made.err) == (0, "")
    assert desk.files("공책/세포") == FILES
    built = desk.build(below="공책/세포")
    assert (built.code, built.err) == (0, "")
    for kind in ("definitions", "lists", "comparisons", "question"):
        assert kind in built.out
    assert "dist/세포.apkg" in built.out
    assert desk.build("--locked", below="공책/세포").code == 0


def test_what_is_there_stays_and_is_named(desk: Desk) -> None:
    there = {name: f"# {name}\n" for name in (SETTINGS, WORKFLOW, ".gitignore")}
    there |= {"notes/잎.md": LEAF}
    for name, text in there.items():
        desk.put(name, text)
    outcome = desk.run("init")
    assert outcome.code == 0
    assert desk.files() == sorted(there)
    assert {name: (desk.folder / name).read_text("utf-8") for name in there} == there
    for name in (SETTINGS, WORKFLOW, ".gitignore: it is there; add", "there are notes in notes"):
        assert name in outcome.out


def test_a_second_time_changes_nothing(desk: Desk) -> None:
    desk.run("init")
    before = {name: (desk.folder / name).read_bytes() for name in desk.files()}
    again = desk.run("init").out
    assert "made" not in again
    assert "add the line" not in again
    assert {name: (desk.folder / name).read_bytes() for name in desk.files()} == before


def test_a_folder_of_notes_is_the_source(desk: Desk) -> None:
    desk.put("README.md", "# 식물 필기\n")
    desk.put("1장/잎.md", LEAF)
    desk.put("뿌리.md", ROOT_NOTE)
    desk.run("init")
    assert not (desk.folder / NOTE).exists()
    assert tomllib.loads((desk.folder / SETTINGS).read_text("utf-8"))["sources"] == ["."]
    assert desk.build().code == 0


def test_a_readme_is_no_note(desk: Desk) -> None:
    desk.put("README.md", "# 식물 필기\n")
    desk.run("init")
    assert (desk.folder / NOTE).exists()


def test_settings_in_a_pyproject_stay_in_force(desk: Desk) -> None:
    desk.put("pyproject.toml", '[tool.deckbuilder]\ntitle = "식물"\n')
    outcome = desk.run("init")
    assert not (desk.folder / SETTINGS).exists()
    assert "pyproject.toml" in outcome.out


def test_within_a_repository_there_is_no_workflow_that_github_would_not_see(desk: Desk) -> None:
    desk.put(".git/HEAD", "ref: refs/heads/main\n")
    outcome = desk.run("init", "필기")
    assert not (desk.folder / "필기/.github").exists()
    assert f"only at the top of the repository, {desk.folder.resolve()}" in outcome.out
    desk.run("init")
    assert (desk.folder / WORKFLOW).exists()


@pytest.mark.parametrize("folder", ["쪽지", "쪽지/안"])
def test_a_file_in_the_way_is_said(desk: Desk, folder: str) -> None:
    desk.put("쪽지", "글")
    outcome = desk.run("init", folder)
    assert outcome.code == 2
    assert "쪽지" in outcome.err
    assert "Traceback" not in outcome.said


def test_a_link_to_nowhere_is_not_written_through(desk: Desk) -> None:
    (desk.folder / ".gitignore").symlink_to(desk.folder / "다른 곳")
    assert desk.run("init").code == 0
    assert not (desk.folder / "다른 곳").exists()


# --- the settings ---------------------------------------------------------------------------------


@pytest.mark.parametrize("spoken", language.LANGUAGES)
def test_every_setting_is_there_and_sound(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, spoken: str
) -> None:
    monkeypatch.setenv(language.VARIABLE, spoken)
    text = settings.text("식물")
    assert config.load(desk.put("mine.toml", text), desk.folder).title == "식물"
    table = tomllib.loads(uncommented(text))
    assert config.load(desk.put("all.toml", uncommented(text)), desk.folder).title == "식물"
    assert set(table) == {field.name for field in fields(Config)} - {"file"}
    given, defaults = flat(table), flat(settings.defaults())
    for key in set(defaults) - {"title", *settings.EXAMPLES}:
        assert given[key] == defaults[key]  # what is commented out changes nothing


def test_each_setting_is_explained_once() -> None:
    defaults = settings.defaults()
    keys = {*defaults, *flat(defaults)}
    assert set(settings.EXPLAINED) == keys | {"habits.kinds"}


# --- the workflow ---------------------------------------------------------------------------------

# What the expressions of a workflow may say here; `github.ref` in a script would be run as it is.
KNOWN = {"github.token", "github.repository"}
ACTIONS = {
    "actions/checkout@v6",
    "actions/setup-python@v6",
    "actions/upload-artifact@v7",
    "actions/download-artifact@v8",
}


def steps_of(text: str) -> list[dict[str, Any]]:
    jobs = yaml.safe_load(text)["jobs"]
    return [step for job in jobs.values() for step in job["steps"]]


def workflows() -> dict[str, str]:
    found = {}
    for spoken in language.LANGUAGES:
        language.use(spoken)
        found[spoken] = workflow.text("deckbuilder-ko==1.0")
    language.use("")
    found["our own"] = (ROOT / ".github/workflows/release.yml").read_text("utf-8")
    return found


@pytest.mark.parametrize("text", workflows().values(), ids=workflows())
def test_a_workflow_is_sound(text: str) -> None:
    found = yaml.safe_load(text)
    assert found[True]["push"]["tags"] == ["v*"]  # YAML takes the key `on` for a truth
    assert found["permissions"] == {"contents": "read"}
    first, second = found["jobs"].values()
    assert "permissions" not in first  # what runs other programs may not write
    assert second["permissions"] == {"contents": "write"}
    assert second["needs"] in found["jobs"]
    for step in steps_of(text):
        assert ("run" in step) != ("uses" in step)
        assert step.get("uses") in {None, *ACTIONS}
        assert "${{" not in step.get("run", "")
        assert step.get("if") in {None, "startsWith(github.ref, 'refs/tags/')"}
    assert set(re.findall(r"\$\{\{ (.+?) \}\}", text)) <= KNOWN


@pytest.mark.parametrize("command", ["check", "build", "diff"])
def test_the_workflow_runs_what_the_command_knows(desk: Desk, command: str) -> None:
    scripts = "\n".join(step.get("run", "") for step in steps_of(workflow.text("x")))
    (options,) = re.findall(rf"deckbuilder {command} (.+)", scripts)
    known = desk.run(command, "--help").out
    for option in re.findall(r"--[a-z]+|(?<=--format )[a-z]+", options):
        assert option in known


def test_the_release_notes_of_a_tag_tell_what_is_new_since_the_last(desk: Desk) -> None:
    program = f'#!/bin/sh\nexec "{sys.executable}" -m deckbuilder "$@"\n'
    desk.put("bin/deckbuilder", program).chmod(0o755)
    desk.run("init", "필기")
    project = Desk(desk.folder / "필기")
    path = f"{desk.folder / 'bin'}{os.pathsep}{os.environ['PATH']}"
    environment = {**SET, "PATH": path, "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}

    def sh(script: str, **more: str) -> None:
        done = subprocess.run(
            ["bash", "-e", "-c", script],
            cwd=project.folder,
            env={**environment, **more},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    runs = [step.get("run", "") for step in steps_of(workflow.text("x"))]
    (script,) = [f"{one}\n{two}" for one, two in pairwise(runs) if "git describe" in two]
    author = "git config user.name 나 && git config user.email me@example.org"
    sh(f"git init -q && {author}")
    for tag, more in (("v1.0", ""), ("v2.0", "\n### 인출 단서\n기억을 꺼내게 돕는 실마리이다.\n")):
        note = project.folder / NOTE
        note.write_text(note.read_text("utf-8") + more, "utf-8")
        assert project.build().code == 0
        sh(f"git add . && git commit -qm {tag} && git tag {tag}")
        sh(script, GITHUB_REF_NAME=tag)
        notes = (project.folder / "release/notes.md").read_text("utf-8")
        assert ("첫 판" in notes) == (tag == "v1.0")
        assert ("인출 단서" in notes) == (tag == "v2.0")
    assert project.files("release") == ["deck.apkg", "notes.md"]
    deck = project.folder / "release/deck.apkg"
    assert deck.read_bytes() == (project.folder / "dist/필기.apkg").read_bytes()


# --- what it installs -----------------------------------------------------------------------------

URL = "https://example.org/releases/deckbuilder_ko-1.0-py3-none-any.whl"
GIT = {"vcs": "git", "commit_id": "abc"}
HOW = {
    "from an index": (None, "deckbuilder-ko==1.0"),
    "from a release": ({"url": URL, "archive_info": {}}, URL),
    "from git": (
        {"url": "https://example.org/d", "vcs_info": GIT},
        "git+https://example.org/d@abc",
    ),
}


@pytest.mark.parametrize(("note", "what"), HOW.values(), ids=HOW)
def test_it_installs_what_made_it(note: dict[str, Any] | None, what: str) -> None:
    assert as_noted(json.dumps(note) if note else None, "1.0").what == what


def test_a_wheel_on_the_disk_comes_along(tmp_path: Path) -> None:
    wheel = tmp_path / "deckbuilder_ko-1.0-py3-none-any.whl"
    note = json.dumps({"url": wheel.as_uri(), "archive_info": {}})
    for there in (False, True):
        found = as_noted(note, "1.0")
        assert found.what == f".github/{wheel.name}"
        assert (found.wheel == wheel, found.missing) == (there, not there)
        wheel.write_bytes(b"")
