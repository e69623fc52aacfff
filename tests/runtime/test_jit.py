"""Compiled code on disk: found again, mended, done without, and shared by many processes."""

import ctypes
import os
import subprocess
import sys
import tempfile
import threading
from pathlib import Path

import llvmlite.binding as llvm
import pytest

from elman import settings
from elman.errors import SettingError
from elman.runtime import jit

PROTOTYPE = ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_int64)


def text(number):
    """Return a module whose function adds a number."""
    return (
        "define i64 @plus(i64 %x) {\n"
        f"  %y = add i64 %x, {number}\n"
        "  ret i64 %y\n"
        "}\n"
    )  # fmt: skip


def plus(number):
    content = f"plus {number}"
    return PROTOTYPE(*jit.functions(jit.target(), ["plus"], content, lambda: text(number)))


@pytest.fixture
def cache(tmp_path, monkeypatch):
    """An empty folder, and a process that has compiled nothing yet."""
    monkeypatch.setenv("ELMAN_CACHE", str(tmp_path / "cache"))
    forget(monkeypatch)
    return tmp_path / "cache"


def forget(monkeypatch):
    """Be as a process that has loaded nothing yet."""
    monkeypatch.setattr(jit, "_libraries", {})
    # names of libraries are taken in the compiler for ever, so it starts anew as well
    compiler = llvm.create_lljit_compiler(jit._machine())
    monkeypatch.setattr(jit, "_compiler", lambda: compiler)


def compilations(monkeypatch):
    """Return a list that grows with every compilation."""
    seen, compiled = [], jit._compiled

    def counted(text):
        seen.append(text)
        return compiled(text)

    monkeypatch.setattr(jit, "_compiled", counted)
    return seen


def only(folder):
    (entry,) = folder.iterdir()
    return entry


def test_an_object_is_written_once_and_found_again(cache, monkeypatch):
    seen = compilations(monkeypatch)
    assert plus(3)(4) == 7
    entry = only(cache)
    stamp = entry.stat().st_mtime_ns
    assert plus(3)(5) == 8
    forget(monkeypatch)
    assert plus(3)(6) == 9
    assert only(cache) == entry
    assert entry.stat().st_mtime_ns == stamp
    assert len(seen) == 1
    assert plus(4)(6) == 10
    assert len(seen) == len(list(cache.iterdir())) == 2


def test_a_text_is_written_only_when_it_is_compiled(cache, monkeypatch):
    written = []

    def add(content):
        def write():
            written.append(content)
            return text(3)

        return PROTOTYPE(*jit.functions(jit.target(), ["plus"], content, write))

    assert add("three")(4) == add("three")(4) == 7
    forget(monkeypatch)
    assert add("three")(4) == 7
    assert written == ["three"]
    assert add("another")(4) == 7
    assert written == ["three", "another"]


def test_the_code_of_what_writes_texts_is_part_of_what_they_are_known_by(cache, monkeypatch):
    plus(3)
    monkeypatch.setattr(jit, "_writers", lambda: "other code")
    forget(monkeypatch)
    plus(3)
    assert len(list(cache.iterdir())) == 2


def test_several_functions_of_a_module(cache):
    both = text(3) + text(5).replace("@plus", "@more")
    plus_, more = map(PROTOTYPE, jit.functions(jit.target(), ["plus", "more"], "", lambda: both))
    assert (plus_(1), more(1)) == (4, 6)


SCRIPT = """
import ctypes, sys
from elman.runtime import jit
def refuse(text):
    raise SystemExit("compiled again")
if sys.argv[1] == "found":
    jit._compiled = refuse
sys.stdin.readline()
prototype = ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_int64)
for text in eval(sys.argv[2]):
    print(prototype(*jit.functions(jit.target(), ["plus"], text, lambda: text))(1))
"""


def process(how, numbers, folder):
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, how, repr([text(n) for n in numbers])],
        env={**os.environ, "ELMAN_CACHE": str(folder)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def test_several_processes_at_once_and_a_later_one(tmp_path):
    numbers = list(range(12))
    together = [process("at once", numbers, tmp_path / "cache") for _ in range(3)]
    for one in together:
        one.stdin.write("go\n")
        one.stdin.flush()
    for one in together:
        out, error = one.communicate(timeout=60)
        assert (out.split(), one.returncode) == ([str(n + 1) for n in numbers], 0), error
    names = [entry.name for entry in (tmp_path / "cache").iterdir()]
    assert len(names) == 12  # and nothing half-written lies about
    assert all(name.endswith(".o") for name in names)
    later = process("found", numbers, tmp_path / "cache")
    out, error = later.communicate("go\n", timeout=60)
    assert (out.split(), later.returncode) == ([str(n + 1) for n in numbers], 0), error


def changed(content):
    middle = len(content) // 2
    return content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda content: b"",
        lambda content: content[:10],
        lambda content: content[:32],
        lambda content: content[:-1],
        lambda content: content + b"\0",
        lambda content: b"\0" * len(content),
        changed,
    ],
    ids=["empty", "short", "digest only", "truncated", "longer", "zeros", "one bit"],
)
def test_a_spoilt_entry_is_mended(cache, monkeypatch, spoil):
    assert plus(3)(4) == 7
    entry = only(cache)
    good = entry.read_bytes()
    entry.write_bytes(spoil(good))
    seen = compilations(monkeypatch)
    forget(monkeypatch)
    assert plus(3)(5) == 8
    assert len(seen) == 1
    assert only(cache).read_bytes() == good


def test_a_folder_in_the_place_of_an_entry(cache, monkeypatch):
    plus(3)
    entry = only(cache)
    entry.unlink()
    (entry / "inside").mkdir(parents=True)
    forget(monkeypatch)
    assert plus(3)(5) == 8
    assert only(cache) == entry  # and nothing half-written lies about


def test_a_file_in_the_place_of_the_folder(cache):
    cache.write_text("no folder")
    assert plus(3)(4) == 7
    assert cache.read_text() == "no folder"


def test_a_file_above_the_folder(cache, monkeypatch):
    cache.write_text("no folder")
    monkeypatch.setenv("ELMAN_CACHE", str(cache / "further" / "down"))
    assert plus(3)(4) == 7


def test_a_full_disk(cache, monkeypatch):
    def full(self, data):
        with open(self, "wb") as file:
            file.write(data[:20])
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    assert plus(3)(4) == 7
    assert list(cache.iterdir()) == []


NOBODY = """
import os, sys
import ctypes
from elman.runtime import jit
os.setgid(65534)
os.setuid(65534)
prototype = ctypes.CFUNCTYPE(ctypes.c_int64, ctypes.c_int64)
print(prototype(*jit.functions(jit.target(), ["plus"], "", lambda: eval(sys.argv[1])))(1))
"""


@pytest.mark.skipif(not hasattr(os, "getuid"), reason="there are no users here")
@pytest.mark.parametrize("mode", [0o000, 0o444, 0o555], ids=["locked", "listed", "read only"])
def test_a_folder_that_may_not_be_written(mode):
    script = NOBODY
    if os.getuid() != 0:  # only root may write in spite of the mode, and only root may change user
        script = script.replace("os.setgid(65534)\nos.setuid(65534)\n", "")
    # not in a folder of pytest's, which no other user may enter
    with tempfile.TemporaryDirectory() as above:
        os.chmod(above, 0o755)
        folder = Path(above) / "cache"
        folder.mkdir()
        folder.chmod(mode)
        done = subprocess.run(
            [sys.executable, "-c", script, repr(text(3))],
            env={**os.environ, "ELMAN_CACHE": str(folder)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        folder.chmod(0o755)
        assert done.stdout.strip() == "4", done.stderr
        assert list(folder.iterdir()) == []


def test_threads_at_once(cache, monkeypatch):
    seen, found = compilations(monkeypatch), []
    ready = threading.Barrier(4)

    def compile_all():
        ready.wait()
        found.append([plus(n)(1) for n in range(5)])

    threads = [threading.Thread(target=compile_all) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [[1, 2, 3, 4, 5]] * 4
    assert len(seen) == 5


def test_the_target_has_the_width_that_is_asked_for():
    for bits in (128, 256, 512):
        with settings.use(vector_bits=str(bits)):
            target = jit.target()
        assert target.vector_bits == bits
        assert (target.width("float32"), target.width("float64")) == (bits // 32, bits // 64)
    assert jit.target().vector_bits in (128, 256, 512)
    with (
        pytest.raises(SettingError, match=r'vector_bits is "1024".*There are: auto, 128, 256, 512'),
        settings.use(vector_bits="1024"),
    ):
        pass
