"""A process seen from outside. This module imports nothing heavy: it would be measured too."""

import os
from dataclasses import dataclass
from pathlib import Path

HAS_PROC = Path("/proc/self/stat").exists()


@dataclass(frozen=True, slots=True)
class Watched:
    pid: int
    address: str

    def cpu(self) -> float:
        """CPU seconds until now."""
        after_name = Path(f"/proc/{self.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        return (int(after_name[11]) + int(after_name[12])) / os.sysconf("SC_CLK_TCK")

    def resident(self) -> float:
        """MB that lie in memory now."""
        lines = Path(f"/proc/{self.pid}/status").read_text("utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024
