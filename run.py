#!/usr/bin/env python3
"""Set everything up and run it, with nothing installed but Python 3.11 or newer.

    python3 run.py                      serve the dashboard on http://127.0.0.1:8501
    python3 run.py --port 8600          ... on another port
    python3 run.py test [pytest args]   check the style and run all tests, those in a browser too

Both make .venv beside this file with the pinned packages (by uv where it is installed, else by pip, and from the
folder wheelhouse/ where there is one); the second start finds them there. The first start publishes the
demonstration data. OUTCOMES_DATA names another store than data/, OUTCOMES_BROWSER another browser for the tests.
"""

import argparse
import hashlib
import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
WINDOWS = os.name == "nt"
PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")
HOST = "127.0.0.1"
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge", "msedge")
_MAC = ("Google Chrome", "Chromium", "Microsoft Edge")
_PROGRAMS = ("Google/Chrome/Application/chrome.exe", "Microsoft/Edge/Application/msedge.exe")
_OWN = "from playwright.sync_api import sync_playwright as s\nwith s() as p: print(p.chromium.executable_path)"


def main(arguments):
    if sys.version_info < (3, 11):  # noqa: UP036 (this file is what an older one is started on)
        sys.exit(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}. Install it from python.org.")
    if arguments[:1] == ["test"]:
        sys.exit(test(arguments[1:]))
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--port", type=int, default=8501, help="where to serve (default 8501)")
    serve(options.parse_args(arguments).port)


def serve(port):
    if not free(port):
        sys.exit(
            f"Port {port} of this machine is in use; perhaps the dashboard is running already: http://{HOST}:{port}\n"
            f"Stop the other program, or choose another port: python3 run.py --port {port + 1}"
        )
    install(ROOT / "requirements.txt")
    publish_demonstration()
    print(f"The dashboard is at http://{HOST}:{port} (Ctrl-C stops it)", flush=True)
    command = [str(PYTHON), "-m", "streamlit", "run", "app.py", "--server.address", HOST, "--server.port", str(port)]
    command += ["--logger.hideWelcomeMessage", "true"]  # it would print the address a second time
    os.chdir(ROOT)
    if WINDOWS:
        sys.exit(wait_for(command))
    os.execv(command[0], command)  # this process becomes the server: there is no child to be left behind


def test(arguments):
    """The worst exit status of format, lint and tests; all three always run."""
    install(ROOT / "tests" / "requirements.txt")
    os.environ["OUTCOMES_BROWSER"] = browser_for_tests()
    workers = str(max(1, min(4, os.cpu_count() or 1)))
    together = [] if arguments else ["-n", workers, "--dist", "loadfile"]  # a file's tests share what they publish
    steps = (["ruff", "format", "--check", "."], ["ruff", "check", "."], ["pytest", *together, *arguments])
    return max(abs(wait_for([str(PYTHON), "-m", *step])) for step in steps)


def free(port):
    if not 0 < port < 65536:
        sys.exit(f"{port} is not a port. Choose a number from 1024 to 65535.")
    with socket.socket() as trial:
        # on Windows this option would let two programs share the port; elsewhere it forgives one just closed
        trial.setsockopt(socket.SOL_SOCKET, getattr(socket, "SO_EXCLUSIVEADDRUSE", socket.SO_REUSEADDR), 1)
        try:
            trial.bind((HOST, port))
        except OSError:
            return False
    return True


def install(requirements):
    """The packages of one lock file into .venv; nothing to do when its hash is the one of last time."""
    stamp = VENV / f".installed-for-{requirements.parent.name if requirements.parent != ROOT else 'run'}"
    unfinished = VENV / ".unfinished"
    wanted = hashlib.sha256(requirements.read_bytes()).hexdigest()
    if PYTHON.exists() and not unfinished.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    uv = shutil.which("uv")
    print(f"Installing the packages of {requirements.relative_to(ROOT).as_posix()} (once; a minute or two)", flush=True)
    if unfinished.exists() or not succeeds(PYTHON, "-c", "import sys" if uv else "import pip"):
        shutil.rmtree(VENV, ignore_errors=True)
        make = [uv, "venv", "--clear", "--python", sys.executable, VENV] if uv else [sys.executable, "-m", "venv", VENV]
        quietly("Python's environment could not be made (Debian, Ubuntu: apt-get install python3-venv)", *make)
    unfinished.touch()
    pip = [uv, "pip", "install", "--python", PYTHON] if uv else [PYTHON, "-m", "pip", "install", "--no-input"]
    wheels = ["--no-index", "--find-links", ROOT / "wheelhouse"] if (ROOT / "wheelhouse").is_dir() else []
    complaint = "The packages could not be installed. Check the connection, or put their wheels into wheelhouse/"
    quietly(complaint, *pip, "--only-binary", ":all:", *wheels, "-r", requirements)
    stamp.write_text(wanted)
    unfinished.unlink()


def publish_demonstration():
    """A store without a snapshot gets the demonstration data, in file-name order: a later file corrects an earlier.

    Two snapshots, told apart by the number that a name begins with: up to 02 is what the office knew at the end of
    September, the rest is what came after it. So there is something to see in what changed since the last meeting.
    """
    store = Path(os.environ.get("OUTCOMES_DATA") or ROOT / "data").absolute()
    os.environ["OUTCOMES_DATA"] = str(store)
    begun = store / ".demonstration-begun"  # one that was stopped halfway goes on; a file taken before is taken once
    if (store / "CURRENT").exists() and not begun.exists():
        return
    files = demonstration_files()
    store.mkdir(parents=True, exist_ok=True)
    begun.touch()
    for told, part in (("what was known in September 2015", files[0]), ("what came after it", files[1])):
        if part:
            print(f"Publishing the demonstration data: {told} (once)", flush=True)
            command = [PYTHON, "-m", "outcomes", "publish", *part]
            command += ["--note", f"Demonstration data: {told}", "--by", "run.py"]
            quietly("The demonstration data could not be published", *command)
    begun.unlink()


def demonstration_files():
    """Those of the first snapshot and those of the second, each in file-name order."""
    files = sorted(path for path in (ROOT / "data" / "example").glob("*") if path.suffix in (".xlsx", ".zip"))
    return [path for path in files if path.name[:2] <= "02"], [path for path in files if path.name[:2] > "02"]


def browser_for_tests():
    """A browser that runs, installed first where that can be done; else the sentence that says what to install."""
    debian_root = shutil.which("apt-get") and os.geteuid() == 0
    if debian_root and not (find_browser() and has_chinese_font()):
        print("Installing chromium and fonts-noto-cjk (once)", flush=True)
        os.environ["DEBIAN_FRONTEND"] = "noninteractive"
        succeeds("apt-get", "update")
        for package in ("chromium", "fonts-noto-cjk"):  # one by one: Ubuntu has the font but no such browser
            succeeds("apt-get", "install", "-y", "--no-install-recommends", package)
    if not has_chinese_font():
        print("No Chinese font was found: pictures may show empty boxes. Install fonts-noto-cjk.", file=sys.stderr)
    found = find_browser() or playwrights_own()
    if not found:
        print("Asking Playwright for a browser (once)", flush=True)
        succeeds(PYTHON, "-m", "playwright", "install", *(["--with-deps"] if debian_root else []), "chromium")
        found = playwrights_own()
    if not found:
        sys.exit(
            "The tests need a browser, and none was found or could be installed. Install Chromium, Google Chrome or "
            "Microsoft Edge (Debian: apt-get install chromium fonts-noto-cjk),\n"
            "or set OUTCOMES_BROWSER to the program of one that you have."
        )
    return found


def find_browser():
    """Chromium, Chrome or Edge as installed on this machine, or None. One that is named must exist."""
    named = os.environ.get("OUTCOMES_BROWSER")
    if named:
        return shutil.which(named) or sys.exit(f"OUTCOMES_BROWSER names {named}, which is not a program here.")
    homes = filter(None, map(os.environ.get, ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")))
    places = [shutil.which(name) for name in _NAMES]
    places += [f"/Applications/{name}.app/Contents/MacOS/{name}" for name in _MAC]
    places += [str(Path(home, program)) for home in homes for program in _PROGRAMS]
    # asked for its version, since some systems have a program of that name that only says how to get one;
    # not on Windows, where the question would open a window
    runs = (place for place in places if place and Path(place).exists() and (WINDOWS or succeeds(place, "--version")))
    return next(runs, None)


def playwrights_own():
    answer = said(PYTHON, "-c", _OWN)
    return answer if answer and Path(answer).exists() else None


def has_chinese_font():
    """False only where fontconfig says so; other systems bring one."""
    return not shutil.which("fc-list") or bool(said("fc-list", ":lang=zh"))


def said(*command):
    """What a program prints, None when it fails."""
    try:
        done = subprocess.run([str(part) for part in command], capture_output=True, text=True, errors="replace")
    except OSError:
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def succeeds(*command):
    return said(*command) is not None


def quietly(complaint, *command):
    """Run it; only when it fails is there anything to read."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, capture_output=True, text=True, errors="replace")
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\n{complaint}.")


def wait_for(command):
    """Run it to its end. Ctrl-C reaches it too: it is waited for, so that it can put its own children away."""
    child = subprocess.Popen(command, cwd=ROOT)
    signal.signal(signal.SIGTERM, lambda *_: child.terminate())
    interrupted = False
    while True:
        try:
            status = child.wait()
            return sys.exit(130) if interrupted else status
        except KeyboardInterrupt:
            interrupted = True


if __name__ == "__main__":
    main(sys.argv[1:])
