import io
from dataclasses import replace

import pytest
from rich.console import Console

from elman.train.history import Row
from elman.train.reporter import BarReporter, LineReporter, SilentReporter, make_reporter, row_line

ROW = Row(1000, 2, 1.5, 0.5, 2.0, 0.25, 0.001, 9.0)
LINE = "epoch 2  step 1000  loss 1.5000  accuracy 50.0 %  validation 2.0000  25.0 %"


def tell(reporter):
    reporter.start(["adam: [bold]"], 0, 2000)
    reporter.step(500, 1.25, 0.375)
    reporter.example("long ago , -> the | [mice]")
    reporter.row(ROW)
    reporter.finish()


def terminal(**options):
    return Console(file=io.StringIO(), force_terminal=True, width=80, **options)


def test_rows_fit_a_terminal():
    assert row_line(ROW) == LINE
    assert len(row_line(Row(123_456, 100, 9.8765, 0.99, 9.8765, 0.99, 0.001, 9.0))) <= 80
    assert "validation" not in row_line(Row(1, 1, 1.5, 0.5, None, None, 0.001, 9.0))


def test_lines():
    stream = io.StringIO()
    tell(LineReporter(stream))
    assert stream.getvalue().splitlines() == ["adam: [bold]", "long ago , -> the | [mice]", LINE]


def test_lines_give_a_sign_of_life():
    stream = io.StringIO()
    reporter = LineReporter(stream, quiet_seconds=0)
    reporter.start([], 0, 2000)
    reporter.step(500, 1.25, 0.375)
    (line,) = stream.getvalue().splitlines()
    assert line == "step 500 of 2000  loss 1.2500  accuracy 37.5 %  0:00:00 left"


@pytest.mark.parametrize("make", [LineReporter, make_reporter])
def test_rows_in_quick_succession_show_the_first_and_the_last(make):
    stream = io.StringIO()
    reporter = make(stream, row_seconds=60)
    reporter.start([], 0, 10)
    for epoch in range(1, 9):
        reporter.row(replace(ROW, epoch=epoch))
    assert [line.split()[1] for line in stream.getvalue().splitlines()] == ["1"]
    reporter.finish()
    assert [line.split()[1] for line in stream.getvalue().splitlines()] == ["1", "8"]


def test_every_row_on_request():
    console = terminal()
    reporter = BarReporter(console, row_seconds=0)
    reporter.start([], 0, 10)
    for epoch in range(1, 9):
        reporter.row(replace(ROW, epoch=epoch))
    reporter.finish()
    assert all(f"epoch {epoch} " in console.file.getvalue() for epoch in range(1, 9))


def test_bar():
    console = terminal()
    tell(BarReporter(console))
    shown = console.file.getvalue()
    for part in ("adam: [bold]", "long ago , -> the | [mice]", LINE, "500/2000", "37.5 %"):
        assert part in shown


def test_bar_shows_the_terminal_its_cursor_again():
    console = terminal()
    reporter = BarReporter(console)
    reporter.start([], 0, 10)
    assert console.file.getvalue().count("\x1b[?25l") == 1
    reporter.finish()
    assert console.file.getvalue().count("\x1b[?25h") == 1


def test_silent(capsys):
    tell(SilentReporter())
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("terminal", "kind"), [(True, BarReporter), (False, LineReporter)])
def test_the_stream_decides(terminal, kind):
    stream = io.StringIO()
    stream.isatty = lambda: terminal
    assert isinstance(make_reporter(stream), kind)


def test_standard_output_by_default(capsys):
    tell(make_reporter())
    assert LINE in capsys.readouterr().out


def test_a_note_stands_among_the_lines():
    stream, console = io.StringIO(), terminal()
    for reporter in (LineReporter(stream), BarReporter(console), SilentReporter()):
        reporter.start([], 0, 10)
        reporter.note("gradients [vanish]")
        reporter.finish()
    assert stream.getvalue() == "gradients [vanish]\n"
    assert "gradients [vanish]" in console.file.getvalue()
