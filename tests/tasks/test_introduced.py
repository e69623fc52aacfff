from elman.tasks.introduced import Introduced
from elman.train.history import Row


class Listener:
    def __init__(self):
        self.heard = []

    def __getattr__(self, name):
        return lambda *args: self.heard.append((name, *args))


def test_everything_is_passed_on_after_the_introduction():
    listener = Listener()
    reporter = Introduced(listener, ["a task"])
    row = Row(1, 1, 0.5, 1.0, None, None, 0.1, 0.1)
    reporter.start(["a plan"], 0, 9)
    reporter.step(1, 0.5, 1.0)
    reporter.example("the -> mice | cat")
    reporter.row(row)
    reporter.finish()
    assert listener.heard == [
        ("start", ["a task", "a plan"], 0, 9),
        ("step", 1, 0.5, 1.0),
        ("example", "the -> mice | cat"),
        ("row", row),
        ("finish",),
    ]
