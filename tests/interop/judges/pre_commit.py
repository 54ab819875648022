"""pre-commit runs the hook in a real git repository: a commit of valid records goes through, one of broken records does not.

The hook is the definition of this project, with the built program in place of the building of one (FULL=1: built by pre-commit
from the committed files, as its users' is).
"""
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

if not shutil.which("git"):
    print("pre-commit: skipped, since git is not installed")
    sys.exit(1 if os.environ.get("CI") else 0)
program = Path(os.environ["CHANCERY"])
full = bool(os.environ.get("FULL"))
scratch = tempfile.TemporaryDirectory()
root = Path(scratch.name)
tools = Path(sys.executable).parent
# Nothing of the user's git is used, nor the repository that these tests may run in as a hook.
environment = {key: value for key, value in os.environ.items() if not key.startswith(("GIT_", "PRE_COMMIT"))} | {
    "PATH": f"{program.parent}:{tools}:{os.environ['PATH']}",
    "PRE_COMMIT_HOME": str(root / "home"),
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    **{f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in (("NAME", "a"), ("EMAIL", "a@b"))},
}


def run(folder, *command):
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
    return done.returncode, done.stdout + done.stderr


def must(folder, *command):
    status, said = run(folder, *command)
    assert status == 0, f"{command}: {said[-2000:]}"
    return said


def repository(name):
    folder = root / name
    folder.mkdir()
    must(folder, "git", "init", "--quiet")
    return folder


hooks = repository("chancery")
names = must(Path.cwd(), "git", "ls-files").splitlines() if full else [".pre-commit-hooks.yaml"]
for name in filter(os.path.isfile, names):
    (hooks / name).parent.mkdir(parents=True, exist_ok=True)
    shutil.copy2(name, hooks / name)
must(hooks, "git", "add", "--all")
must(hooks, "git", "commit", "--quiet", "--message", "a release")
release = must(hooks, "git", "rev-parse", "HEAD").strip()

data = repository("data")
(data / ".pre-commit-config.yaml").write_text(
    f"repos:\n- repo: {hooks}\n  rev: {release}\n  hooks:\n  - id: chancery-validate\n    files: ^records/\n"
    + ("" if full else "    language: system\n"),
    encoding="utf-8",
)
must(data, "pre-commit", "install")
(data / "records").mkdir()
shutil.copy("tests/fixtures/valid/sample.json", data / "records/good one.json")
# What the hook is not for is not looked at.
(data / "notes.json").write_text("{}", encoding="utf-8")
must(data, "git", "add", "--all")
said = must(data, "git", "commit", "--message", "good records")
assert "validate chancery records" in said and "Passed" in said, said
shutil.copy("tests/fixtures/invalid/unknown-key.json", data / "records/broken.json")
must(data, "git", "add", "--all")
status, said = run(data, "git", "commit", "--message", "broken records")
assert status == 1 and "records/broken.json:191:7: error[unknown-key]" in said, said
assert must(data, "git", "rev-list", "--count", "HEAD").strip() == "1"
built = "built by pre-commit from the committed files" if full else "with the built program"
print(f"pre-commit: a commit of valid records goes through, one of broken records does not ({built})")
