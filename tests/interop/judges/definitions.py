"""Linters accept what other people's CI reads: Dockerfile, action.yml, .pre-commit-hooks.yaml, and all shell commands.

The shell step of the Dockerfile is run on the files that Docker would get, as a check (FULL=1: as it stands). No container is
built. The steps of the action are run by tests/action.rs.
"""
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml

tools = Path(sys.executable).parent
context = Path(sys.argv[1]).parent / "context"


def run(*command, said=None, **options):
    done = subprocess.run(command, input=said, capture_output=True, text=True, **options)
    assert done.returncode == 0, f"{command[0]}: {(done.stdout + done.stderr)[-2000:]}"


run(tools / "hadolint", "--failure-threshold", "info", "Dockerfile")
run(tools / "check-jsonschema", "--builtin-schema", "vendor.github-actions", "action.yml")
run(tools / "pre-commit", "validate-manifest", ".pre-commit-hooks.yaml")
scripts = [".ci/run", *(str(path) for path in Path("tests").glob("*") if path.is_file() and path.open("rb").read(2) == b"#!")]
scripts = [path for path in scripts if b"bash" in Path(path).open("rb").readline()]
scripts += ["tests/interop/run", *map(str, Path("tests/interop/judges").glob("*.sh"))]
run(tools / "shellcheck", *scripts)
steps = [step["run"] for step in yaml.safe_load(Path("action.yml").read_text(encoding="utf-8"))["runs"]["steps"]]
for step in steps:
    # A step has its variables from `env`.
    run(tools / "shellcheck", "--shell", "bash", "--exclude", "SC2153", "-", said=step)

build = re.findall(r"^RUN (.+)$", Path("Dockerfile").read_text(encoding="utf-8"), re.M)
assert build == ["cargo build --release --locked"], build
command = build[0] if os.environ.get("FULL") else build[0].replace("build --release", "check")
ignored = [line.rstrip("/") for line in Path(".dockerignore").read_text(encoding="utf-8").splitlines() if line]
files = subprocess.run(["git", "ls-files"], capture_output=True, text=True, check=True).stdout.splitlines()
shutil.rmtree(context, ignore_errors=True)
for name in filter(os.path.isfile, files):
    if not any(name == entry or name.startswith(f"{entry}/") for entry in ignored):
        (context / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(name, context / name)
target = str(Path(os.environ.get("CARGO_TARGET_DIR", "target")).absolute())
run("sh", "-c", command, cwd=context, env=os.environ | {"CARGO_TARGET_DIR": target})
print(f"hadolint, check-jsonschema, pre-commit, shellcheck: nothing to say; `{command}` of the Dockerfile runs, no container was built")
