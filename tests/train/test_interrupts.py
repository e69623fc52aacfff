import signal
import threading

import pytest

from elman.train.interrupts import interruptible

pytestmark = pytest.mark.usefixtures("ctrl_c_raises")


def press():
    signal.raise_signal(signal.SIGINT)


def test_the_first_is_noted_and_the_second_raises():
    with interruptible() as interrupted:
        assert not interrupted()
        press()
        assert interrupted()
        with pytest.raises(KeyboardInterrupt):
            press()
        assert interrupted()


def test_the_handler_before_is_put_back():
    seen = []
    signal.signal(signal.SIGINT, lambda number, frame: seen.append(number))
    with interruptible():
        press()
    assert seen == []
    press()
    assert seen == [signal.SIGINT]


def test_it_is_put_back_after_an_error_as_well():
    def fail():
        with interruptible():
            raise ValueError

    with pytest.raises(ValueError):  # noqa: PT011  # it is the one raised above
        fail()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_other_threads_leave_signals_alone():
    seen = []

    def work():
        with interruptible() as interrupted:
            seen.append((interrupted(), signal.getsignal(signal.SIGINT)))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert seen == [(False, signal.default_int_handler)]


def test_where_ctrl_c_is_turned_off_it_stays_so():
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with interruptible() as interrupted:
        press()
        assert not interrupted()
    assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN
