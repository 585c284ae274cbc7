"""What can be evaluated: the assistant in this process, or a server that answers as one does."""

from __future__ import annotations

from evals.targets.in_process import InProcess, result_of
from evals.targets.over_http import OpenAILike, RunningWegwijs
from evals.targets.target import Target, Trace

__all__ = ["InProcess", "OpenAILike", "RunningWegwijs", "Target", "Trace", "result_of"]
