"""Every example in a docstring runs, and every public function says what it takes and gives."""

import doctest
import importlib
import inspect
import pkgutil

import pytest

import elman

MODULES = sorted(
    entry.name
    for entry in pkgutil.walk_packages(elman.__path__, "elman.")
    if not entry.name.startswith("elman.cells.library.")
)


@pytest.mark.parametrize("name", MODULES)
def test_examples(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    result = doctest.testmod(importlib.import_module(name), optionflags=doctest.ELLIPSIS)
    assert result.failed == 0


def public_functions():
    for name in MODULES:
        module = importlib.import_module(name)
        for attribute in getattr(module, "__all__", []):
            value = getattr(module, attribute)
            if getattr(value, "__module__", None) == name and inspect.isfunction(value):
                yield pytest.param(value, id=f"{name}.{attribute}")


@pytest.mark.parametrize("function", list(public_functions()))
def test_sections(function):
    doc = inspect.getdoc(function)
    signature = inspect.signature(function)
    parameters = [p for p in signature.parameters.values() if p.name != "self"]
    if parameters and len(doc.splitlines()) > 1:
        assert "Args:" in doc, "what does it take?"
    for parameter in parameters if "Args:" in doc else []:
        assert f"{parameter.name}:" in doc, f"what is {parameter.name}?"
