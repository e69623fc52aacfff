"""Nests of dicts, lists and tuples with tensors in them, as JSON and a flat dict of tensors."""

from collections.abc import Callable, Mapping
from typing import Any

from torch import Tensor

__all__ = ["flatten", "map_tensors", "unflatten"]


def map_tensors(function: Callable[[Tensor], Tensor], nest: Any) -> Any:
    """Apply a function to every tensor of a nest.

    Args:
        function: tensor to tensor.
        nest: dicts, lists and tuples of tensors and other values.

    Returns:
        A nest of the same form; what is no tensor stays as it is.

    Example:
        >>> import torch
        >>> map_tensors(torch.neg, (torch.tensor(1), None))
        (tensor(-1), None)
    """
    if isinstance(nest, Tensor):
        return function(nest)
    if isinstance(nest, dict):
        return {key: map_tensors(function, value) for key, value in nest.items()}
    if isinstance(nest, (list, tuple)):
        return type(nest)(map_tensors(function, value) for value in nest)
    return nest


def flatten(nest: Any) -> tuple[Any, dict[str, Tensor]]:
    """Separate a nest into its form, which JSON can hold, and its tensors.

    Args:
        nest: dicts, lists and tuples of tensors, numbers, texts and None.

    Returns:
        The form, and the tensors by the names that stand in the form.

    Example:
        >>> import torch
        >>> flatten({"w": torch.tensor(1), 3: (4,)})
        ({'dict': [['w', {'tensor': '0.w'}], [3, {'tuple': [4]}]]}, {'0.w': tensor(1)})
    """
    tensors: dict[str, Tensor] = {}

    def form(value: Any, path: tuple[str, ...]) -> Any:
        if isinstance(value, Tensor):
            name = ".".join((str(len(tensors)), *path))
            tensors[name] = value
            return {"tensor": name}
        if isinstance(value, dict):
            return {"dict": [[key, form(item, (*path, str(key)))] for key, item in value.items()]}
        if isinstance(value, (list, tuple)):
            items = [form(item, (*path, str(place))) for place, item in enumerate(value)]
            return {"tuple": items} if isinstance(value, tuple) else items
        return value

    return form(nest, ()), tensors


def unflatten(form: Any, tensors: Mapping[str, Tensor]) -> Any:
    """Undo `flatten`.

    Args:
        form: what JSON held.
        tensors: by the names that stand in the form.

    Returns:
        The nest.

    Example:
        >>> unflatten(*flatten({1: [2, (None, "x")]}))
        {1: [2, (None, 'x')]}
    """
    if isinstance(form, list):
        return [unflatten(item, tensors) for item in form]
    if not isinstance(form, dict):
        return form
    ((kind, content),) = form.items()
    if kind == "tensor":
        return tensors[content]
    if kind == "dict":
        return {key: unflatten(item, tensors) for key, item in content}
    return tuple(unflatten(item, tensors) for item in content)
