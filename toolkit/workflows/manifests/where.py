"""Choosing where the pairs of a run are aligned."""

from importlib import import_module

from toolkit.errors import UsageError
from toolkit.workflows.manifests.processes import Runner, in_processes, one_by_one


def runner_of(jobs: int, cluster: str | None) -> Runner:
    """Return how to run: on a cluster, in ``jobs`` processes, or here.

    Raises:
        UsageError: a cluster is asked for and the package for it is not installed.
    """
    if cluster is None:
        return in_processes(jobs) if jobs > 1 else one_by_one
    try:
        module = import_module("toolkit.workflows.manifests.cluster")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("toolkit"):
            raise
        raise UsageError(
            f"--cluster needs the package {error.name}, which is not installed; "
            "install it with: pip install 'undraft[cluster]'"
        ) from None
    runner: Runner = module.on_cluster(cluster)
    return runner
