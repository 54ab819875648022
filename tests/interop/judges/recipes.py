"""Every command of docs/ci.md that checks records with the schema files alone accepts valid records and refuses broken ones."""
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

data, schemas = (Path(folder).absolute() for folder in sys.argv[1:3])
section = Path("docs/ci.md").read_text(encoding="utf-8").split("## With the schema files alone")[1]
recipes = re.findall(r"```sh\n(.+?)```", section, re.S)
assert len(recipes) == 5, f"{len(recipes)} recipes"
environment = os.environ | {"PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}", "npm_config_offline": "true"}
skipped = 0
for recipe in recipes:
    if "xmllint" in recipe and not shutil.which("xmllint"):
        skipped += 1
        continue
    for broken in False, True:
        with tempfile.TemporaryDirectory() as folder:
            here = Path(folder)
            (here / "schemas").symlink_to(schemas)
            (here / "node_modules").symlink_to(data.parent / "node_modules")
            for form in "json", "ndjson", "xml", "jsonld":
                text = (data / f"sample.{form}").read_text(encoding="utf-8")
                other = re.sub(r'(\bact"?[:=] ?")support"', r'\1sing"', text)
                assert other != text, form
                (here / f"records.{form}").write_text(other if broken else text, encoding="utf-8")
            done = subprocess.run(["bash", "-e", "-c", recipe], cwd=here, env=environment, capture_output=True, text=True)
            said = (done.stdout + done.stderr)[-1500:]
            assert (done.returncode != 0) == broken, f"{'broken' if broken else 'valid'} records: {recipe}{said}"
            assert not broken or "act" in said, f"the fault is not named: {recipe}{said}"
also = "" if not skipped else ", xmllint skipped, since it is not installed"
print(f"docs/ci.md: {len(recipes) - skipped} commands accept valid records and refuse an act that is none{also}")
