"""A forecast as files: a table, and a picture beside it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from elman.data.writing import write_whole
from elman.errors import DataError
from elman.tasks.folder import next_free

if TYPE_CHECKING:
    from elman.tasks.forecasting.forecaster import Forecaster

__all__ = ["write_forecast"]

NAME = "forecast.csv"
SHOWN = 6  # rows that are told
DIGITS = "%.6g"


def write_forecast(
    model: Forecaster,
    table: str | None,
    *,
    out: str | None = None,
    force: bool = False,
    **reading: Any,
) -> str:
    """Forecast a table and write what comes.

    Args:
        model: trained.
        table: the file that ends now; ``"-"`` is standard input.
        out: the file to write, a picture of the same name beside it; ``"-"`` writes nothing and
            returns all rows; the first free of forecast.csv, forecast-2.csv, ... if not given.
        force: replace what is there.
        **reading: as for `Forecaster.predict`.

    Returns:
        What to tell: the first rows and the names of the files, or all rows.

    Raises:
        DataError: there is no table, it cannot be forecast, or a file is there already.
    """
    if table is None:
        raise DataError(
            "a forecaster needs a table to go on from: give a CSV file with at least "
            f"{model.settings.lookback:,} rows, such as: elman predict DIR sales.csv"
        )
    if out == "-":
        text: str = model.predict(Path(table), **reading).to_csv(index=False, float_format=DIGITS)
        return text.rstrip("\n")
    file = Path(out) if out else _free(Path(NAME))
    picture = file.with_suffix(".png")
    if not file.parent.is_dir():
        raise DataError(f'"{file.parent}", where "{file.name}" is to be written, is no folder.')
    for one in (file, picture):
        if one.is_dir():
            raise DataError(f'"{one}" is a folder. Give the name of a file with --out.')
        if one.exists() and not force:
            raise DataError(
                f'"{one}" exists already. Choose another name with --out, or replace it with '
                "--force."
            )
    if picture == file:
        raise DataError(f'"{file}" is the name of a picture; expected one of a table, like {NAME}.')
    frame = model.predict(Path(table), picture=picture, **reading)
    write_whole(file, frame.to_csv(index=False, float_format=DIGITS).encode())
    widest = [name for name in frame.columns if "_low_" not in name and "_high_" not in name]
    level = f"{100 * max(model.settings.levels):g}"
    ends = {f"{name}_{end}_{level}" for name in model.settings.target for end in ("low", "high")}
    shown = frame[[name for name in frame.columns if name in ends or name in widest]]
    rows = shown.head(SHOWN).to_string(index=False, float_format=lambda x: f"{x:.5g}")
    left = len(frame) - SHOWN
    more = f"\n... {left:,} more row{'s' * (left > 1)}" if left > 0 else ""
    return f"{rows}{more}\n\nWrote {file}, {picture}"


def _free(file: Path) -> Path:
    # one that is free together with its picture
    folder = file.with_suffix("")
    while True:
        candidate = next_free(folder)
        if not any(candidate.with_suffix(end).exists() for end in (".csv", ".png")):
            return candidate.with_suffix(".csv")
        stem, _, number = candidate.name.partition("-")
        folder = candidate.with_name(f"{stem}-{int(number or 1) + 1}")
