"""Work in processes of its own."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from pipeline.errors import SourceError
from pipeline.isolate import isolated
from pipeline.model.documents import Source


def double(number):
    return number * 2


def misbehave(task):
    """Sleeps, crashes, raises, asks for too much memory, or says its name."""
    if task == "sleep":
        time.sleep(60)
    if task == "crash":
        os._exit(3)
    if task == "segfault":
        os.kill(os.getpid(), signal.SIGSEGV)
    if task == "raise":
        raise ValueError("seven is not a committee")
    if task == "refuse":
        raise SourceError(task, "protected by a password", "Save a copy without it.")
    if task == "greedy":
        return len(bytearray(2_000_000_000))
    return task


def name_of(source):
    if source.size == 0:
        os._exit(1)
    return source.name


class DiesAtStart:
    """Work that takes the first `times` processes down before they are ready, as a system short of memory does."""

    def __init__(self, folder, times):
        self.folder, self.times = folder, times

    def __setstate__(self, state):
        self.__dict__ |= state
        dead = len(list(self.folder.iterdir()))
        if dead < self.times:
            (self.folder / str(dead)).touch()
            os.kill(os.getpid(), signal.SIGKILL)

    def __call__(self, item):
        return item


def messages(results):
    return {task: str(result) if isinstance(result, SourceError) else result for task, result in results}


def test_results_come_in_the_order_of_the_items():
    """Whichever process is done first, results stand in the order of what was asked."""
    assert list(isolated(double, range(9), workers=2, seconds=30)) == [(n, 2 * n) for n in range(9)]


def test_nothing_to_do_starts_nothing():
    """No items, no results, no processes, whatever number of workers is asked for."""
    assert list(isolated(double, [], workers=0, seconds=1)) == []


def test_each_misfortune_costs_its_own_item_only():
    """A crash, an exception and a refusal become errors that say what happened; the items around them have their results."""
    told = messages(isolated(misbehave, ["a", "crash", "b", "raise", "refuse", "c"], workers=1, seconds=30))
    assert [told[task] for task in "abc"] == ["a", "b", "c"]
    assert "exit status 3" in told["crash"]
    assert "ValueError: seven is not a committee" in told["raise"]
    assert told["refuse"] == "refuse: protected by a password. Save a copy without it."


def test_an_item_that_takes_too_long_is_ended():
    """The stuck process is ended, the item named, and the next items are done."""
    told = messages(isolated(misbehave, ["sleep", "a"], workers=1, seconds=1))
    assert told == {"sleep": "sleep: took longer than 1 seconds. Split it into smaller files, or leave it out.", "a": "a"}


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps to the memory limit")
def test_an_item_that_wants_too_much_memory_is_refused():
    """Above the limit the item fails with a sentence about memory, not the machine."""
    told = messages(isolated(misbehave, ["greedy", "a"], workers=1, seconds=30, megabytes=500))
    assert "more memory" in told["greedy"]
    assert told["a"] == "a"


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_process_killed_before_it_is_ready_is_started_again(tmp_path):
    """No item was at fault, so none is lost."""
    assert list(isolated(DiesAtStart(tmp_path, 2), ["a", "b"], workers=1, seconds=30)) == [("a", "a"), ("b", "b")]


def test_processes_that_never_start_end_the_run(tmp_path):
    """Else it would try for ever."""
    with pytest.raises(RuntimeError, match="could not start"):
        list(isolated(DiesAtStart(tmp_path, 1000), ["a"], workers=1, seconds=30))


def test_a_segmentation_fault_is_named():
    """A process that a native library takes down says by which signal."""
    assert "SIGSEGV" in messages(isolated(misbehave, ["segfault"], workers=1, seconds=30))["segfault"]


def test_errors_carry_the_name_of_the_source():
    """The error names the paper as the library does, not as Python prints the object."""
    source = Source(Path("x.pdf"), "aldermere/x.pdf", "0", 0)
    (_, error), *_ = isolated(name_of, [source], workers=1, seconds=30)
    assert error.path == "aldermere/x.pdf"


@pytest.mark.skipif(sys.platform == "win32", reason="process groups")
def test_an_interrupted_run_leaves_no_process_behind(tmp_path):
    """Ctrl-C in the middle of the work ends the workers too."""
    script = tmp_path / "run.py"
    script.write_text(
        "import os, sys, time\n"
        "from pipeline.isolate import isolated\n"
        "def work(path):\n"
        "    open(path, 'w').write(str(os.getpid()))\n"
        "    time.sleep(60)\n"
        "if __name__ == '__main__':\n"
        "    list(isolated(work, sys.argv[1:], workers=1, seconds=60))\n"
    )
    noted = tmp_path / "pid"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])}
    run = subprocess.Popen([sys.executable, str(script), str(noted)], env=environment, stderr=subprocess.PIPE)
    while not (noted.exists() and noted.read_text()):
        time.sleep(0.02)
    run.send_signal(signal.SIGINT)
    run.wait()
    with pytest.raises(ProcessLookupError):
        os.kill(int(noted.read_text()), 0)
