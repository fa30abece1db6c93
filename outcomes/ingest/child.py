"""The process in which a file is opened: sets its own limits first, then reads, marks or looks at pictures, then says what came of it.

Started by sandbox.py as ``python -m outcomes.ingest.child TASK``; it starts nothing, and writes no file to read one.
"""

import contextlib
import errno
import json
import sys
import traceback

from outcomes.errors import Unreadable


def main(task: str) -> int:
    header = json.loads(sys.stdin.buffer.readline())
    _limit(**header.pop("limits"))
    try:
        answer, result = {"done": True}, _perform(task, header, sys.stdin.buffer.read())
    except Unreadable as refusal:
        answer, result = {"refused": refusal.key, "values": refusal.values}, b""
    except BaseException as problem:  # a library may raise anything, also what is no Exception: one sentence for all
        full = isinstance(problem, MemoryError) or getattr(problem, "errno", None) == errno.ENOMEM
        if not full:
            traceback.print_exc()
        answer, result = {"refused": "ingest.broke_off" if full else "ingest.damaged", "values": {}}, b""
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + result)
    sys.stdout.buffer.flush()
    return 0


def _perform(task: str, header: dict, payload: bytes) -> bytes:
    if task == "mark":
        from outcomes.ingest import marks  # openpyxl takes half a second to load: only when it is needed

        return marks.marked(payload, header)
    if task == "pictures":
        from outcomes.ingest import picture

        return picture.each(payload, header["wanted"], header["others"])
    from outcomes.ingest import opening

    grids, others, beside = opening.opened(payload, header["name"])
    told = {"grids": [grid.to_json() for grid in grids], "others": others, "beside": beside}
    return json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")


def _limit(memory: int, cpu: int, file: int) -> None:
    """Windows has none of these; there the time limit of the caller holds alone."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CPU, (cpu, cpu + 1))
        resource.setrlimit(resource.RLIMIT_FSIZE, (file, file))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
