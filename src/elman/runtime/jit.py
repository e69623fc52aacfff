"""From LLVM's text to functions that can be called, compiled once and kept on disk."""

from __future__ import annotations

import hashlib
import os
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import llvmlite
import llvmlite.binding as llvm
from platformdirs import user_cache_dir

from elman import settings

__all__ = ["Target", "functions", "target"]


PASSES = "speed 2, loops neither unrolled nor made into vectors, code and data anywhere"
"""What is done to a module; part of the name of what is kept on disk."""


@dataclass(frozen=True)
class Target:
    """What code is made for.

    Args:
        vector_bits: of a vector.
        registers: of vectors.
        description: of the machine, all that decides over its code.
    """

    vector_bits: int
    registers: int
    description: str

    def width(self, format: str) -> int:
        """Return how many numbers of a format a vector holds."""
        return self.vector_bits // (32 if format == "float32" else 64)


def target() -> Target:
    """Return this machine, with vectors as wide as the settings ask for or the machine allows.

    Returns:
        The target.
    """
    return _target(settings.vector_bits())


@cache
def _target(asked: str) -> Target:
    features = llvm.get_host_cpu_features()
    wide = features.get("avx512f", False) and features.get("avx512vl", False)
    widest = 512 if wide else 256 if features.get("avx2") else 128
    bits = widest if asked == "auto" else int(asked)
    flags = features.flatten()
    description = f"{llvm.get_default_triple()} {llvm.get_host_cpu_name()} {flags}"
    return Target(bits, 32 if wide else 16, description)


@cache
def _machine() -> llvm.TargetMachine:
    llvm.initialize_native_target()
    llvm.initialize_native_asmprinter()
    return llvm.Target.from_default_triple().create_target_machine(
        cpu=llvm.get_host_cpu_name(),
        features=llvm.get_host_cpu_features().flatten(),
        opt=3,
        reloc="pic",
        codemodel="large",
        jit=True,
    )


_lock = threading.Lock()
_libraries: dict[str, Any] = {}


def functions(
    target: Target, names: Sequence[str], content: str, text: Callable[[], str]
) -> tuple[int, ...]:
    """Return functions of a module.

    Args:
        target: what it is for.
        names: of the functions.
        content: all that the text depends on beside the target and the version of what writes it.
        text: writes the module, in LLVM's intermediate representation.

    Returns:
        Their addresses, good for as long as the process lives.
    """
    parts = [content, target.description, str(target.vector_bits), _writers(), PASSES]
    key = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    with _lock:
        if key not in _libraries:
            builder = llvm.JITLibraryBuilder().add_object_img(_object(text, key))
            for name in names:
                builder.export_symbol(name)
            _libraries[key] = builder.link(_compiler(), key)
        return tuple(int(_libraries[key][name]) for name in names)


@cache
def _writers() -> str:
    """Return the versions of all that has a say in the text and in what becomes of it.

    The text itself takes longer to write than a kernel to load.
    """
    digest = hashlib.sha256(llvmlite.__version__.encode())
    for folder in ("graph", "derive", "plan", "codegen"):
        for path in sorted((Path(__file__).parents[1] / folder).rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


@cache
def _compiler() -> Any:
    return llvm.create_lljit_compiler(_machine())


def _object(text: Callable[[], str], key: str) -> bytes:
    """Return the machine code, from the disk if it was made before."""
    path = _folder() / f"{key}.o"
    try:
        stored = path.read_bytes()
        digest, code = stored[:32], stored[32:]
        if hashlib.sha256(code).digest() == digest:
            return code
    except OSError:
        pass
    code = _compiled(text())
    _store(path, hashlib.sha256(code).digest() + code)
    return code


def _compiled(text: str) -> bytes:
    module = llvm.parse_assembly(text)
    module.verify()
    machine = _machine()
    options = llvm.create_pipeline_tuning_options(speed_level=2)
    options.slp_vectorization = options.loop_vectorization = options.loop_unrolling = False
    passes = llvm.create_pass_builder(machine, options)
    passes.getModulePassManager().run(module, passes)
    return bytes(machine.emit_object(module))


def _folder() -> Path:
    return Path(os.environ.get("ELMAN_CACHE", "") or user_cache_dir("elman"))


def _store(path: Path, content: bytes) -> None:
    """Write a file whole or not at all; a cache that cannot be written is done without."""
    temporary = path.with_suffix(f".{os.getpid()}.{threading.get_ident()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(content)
        os.replace(temporary, path)
    except OSError:
        with suppress(OSError):
            temporary.unlink()
